package kz.zharshy.sandbox.text;

import java.util.List;

/** A text and the entities in it, the outer first. */
public record FormattedText(String text, List<Entity> entities) {
  public FormattedText {
    entities = List.copyOf(entities);
  }
}
