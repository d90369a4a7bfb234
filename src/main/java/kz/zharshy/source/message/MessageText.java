package kz.zharshy.source.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person typed it in Telegram: text and the formatting on it. Offsets count UTF-16
 * units, as in the Bot API; what lies outside of the text, or means nothing to an article, is left
 * out by the reader.
 */
public record MessageText(String text, List<Entity> entities) {
  public MessageText {
    entities = List.copyOf(entities);
  }

  /**
   * A MessageEntity of the Bot API (core.telegram.org/bots/api#messageentity).
   *
   * @param type the Bot API's word, for example {@code bold} or {@code text_link}
   * @param url for {@code text_link}
   * @param language for {@code pre}
   */
  public record Entity(
      String type, int offset, int length, @Nullable String url, @Nullable String language) {
    /** Where it ends; numbers that make no sense end it where it begins. */
    int end() {
      return (int) Math.min(Integer.MAX_VALUE, (long) offset + Math.max(0, length));
    }
  }

  /**
   * What stands from an offset on, for example behind a command; formatting that begins before it
   * goes on in it. Throws {@link IndexOutOfBoundsException} if the text is shorter.
   */
  public MessageText since(int from) {
    List<Entity> kept = new ArrayList<>();
    for (Entity entity : entities) {
      int start = Math.max(entity.offset(), from);
      if (entity.end() > start) {
        kept.add(
            new Entity(
                entity.type(),
                start - from,
                entity.end() - start,
                entity.url(),
                entity.language()));
      }
    }
    return new MessageText(text.substring(from), kept);
  }
}
