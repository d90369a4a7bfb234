package kz.zharshy.post;

/** Lays out an article by the template that is meant for it. */
final class Layout {
  private final Templates templates;
  private final TemplateValues values = new TemplateValues();

  Layout(Templates templates) {
    this.templates = templates;
  }

  Galley galley(Story story, Body body) {
    return TemplateOutput.galley(templates.render(story, values.of(story, body)), body);
  }
}
