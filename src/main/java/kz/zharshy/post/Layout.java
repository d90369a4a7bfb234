package kz.zharshy.post;

import java.util.List;

/** Lays out an article by the template that is meant for it. */
final class Layout {
  private final Templates templates;
  private final TemplateValues values = new TemplateValues();

  Layout(Templates templates) {
    this.templates = templates;
  }

  Galley galley(Story story, Body body) {
    // Telegram has no buttons under an album (core.telegram.org/bots/api#sendmediagroup).
    boolean album = story.pictures().shown().size() > 1;
    return TemplateOutput.galley(rendered(story, body), body, !album);
  }

  /** What stands above the body and what below it; the body is where one ends and one begins. */
  Around around(Story story) {
    Body none = Body.whole(List.of());
    String rendered = rendered(story, Body.whole(story.blocks()));
    int body = rendered.indexOf(TemplateValues.BODY);
    String above = body < 0 ? rendered : rendered.substring(0, body);
    String below = body < 0 ? "" : rendered.substring(body + 1);
    return new Around(
        TemplateOutput.galley(above, none, true), TemplateOutput.galley(below, none, true));
  }

  /** What a template sets around a body. */
  record Around(Galley above, Galley below) {}

  private String rendered(Story story, Body body) {
    return templates.render(story, values.of(story, body));
  }
}
