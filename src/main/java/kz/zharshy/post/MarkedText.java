package kz.zharshy.post;

import java.util.List;

/** Text with entities, as Telegram takes it. Offsets and lengths count UTF-16 units. */
public record MarkedText(String text, List<Entity> entities) {
  static final MarkedText NONE = new MarkedText("", List.of());

  public MarkedText {
    entities = List.copyOf(entities);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
