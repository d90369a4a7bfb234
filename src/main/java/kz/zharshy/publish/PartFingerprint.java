package kz.zharshy.publish;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.zharshy.post.Entity;
import kz.zharshy.post.MarkedText;
import kz.zharshy.post.PostException;
import kz.zharshy.store.Delivery;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** By what a part is known again in a channel: its words, and which of them are bold or links. */
final class PartFingerprint {
  /** How much a message is like the part. */
  enum Degree {
    /** It is the part. */
    SAME,
    /** Its words are the part's, yet somebody else may have written them. */
    ALIKE,
    OTHER
  }

  private final MarkedText words;

  private PartFingerprint(MarkedText words) {
    this.words = words;
  }

  /** Empty for a part that has no words. */
  static Optional<PartFingerprint> of(Delivery part) {
    MarkedText words;
    try {
      words = Frozen.part(part).words();
    } catch (PostException e) {
      return Optional.empty();
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new PartFingerprint(words));
  }

  Degree to(Message message) {
    String text = message.getText() != null ? message.getText() : message.getCaption();
    if (!words.text().equals(text)) {
      return Degree.OTHER;
    }
    List<MessageEntity> marks =
        message.getText() != null ? message.getEntities() : message.getCaptionEntities();
    return has(marks == null ? List.of() : marks) ? Degree.SAME : Degree.ALIKE;
  }

  /** Telegram adds marks of its own, for hashtags and addresses. */
  private boolean has(List<MessageEntity> marks) {
    return words.entities().stream()
        .allMatch(entity -> marks.stream().anyMatch(it -> is(it, entity)));
  }

  private static boolean is(MessageEntity mark, Entity entity) {
    return entity.type().equals(mark.getType())
        && entity.offset() == mark.getOffset()
        && entity.length() == mark.getLength()
        && Objects.equals(address(mark.getUrl()), address(entity.url()));
  }

  /** Telegram ends an address without a path in a slash. */
  private static @Nullable String address(@Nullable String url) {
    return url != null && url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
