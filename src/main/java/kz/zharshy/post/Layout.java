package kz.zharshy.post;

import java.util.List;

/** Lays out an article by the template that is meant for it. */
final class Layout {
  private final Templates templates;
  private final TemplateValues values = new TemplateValues();

  Layout(Templates templates) {
    this.templates = templates;
  }

  PostText postText(PostInput story, Body body) {
    // Telegram has no buttons under an album (core.telegram.org/bots/api#sendmediagroup).
    boolean album = story.pictures().shown().size() > 1;
    return TemplateOutput.postText(rendered(story, body), body, !album);
  }

  /** What stands above the body and what below it; the body is where one ends and one begins. */
  Around around(PostInput story) {
    Body none = Body.whole(List.of());
    String rendered = rendered(story, Body.whole(story.blocks()));
    int body = rendered.indexOf(TemplateValues.BODY);
    String above = body < 0 ? rendered : rendered.substring(0, body);
    String below = body < 0 ? "" : rendered.substring(body + 1);
    return new Around(
        TemplateOutput.postText(above, none, true), TemplateOutput.postText(below, none, true));
  }

  /** What a template sets around a body. */
  record Around(PostText above, PostText below) {}

  private String rendered(PostInput story, Body body) {
    return templates.render(story, values.of(story, body));
  }
}
