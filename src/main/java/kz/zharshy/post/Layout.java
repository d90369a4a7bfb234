package kz.zharshy.post;

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
    return TemplateOutput.galley(templates.render(story, values.of(story, body)), body, !album);
  }
}
