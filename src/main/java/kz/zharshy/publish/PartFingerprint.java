package kz.zharshy.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.zharshy.post.BotCall;
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

  private final String text;
  private final JsonNode entities;

  private PartFingerprint(String text, JsonNode entities) {
    this.text = text;
    this.entities = entities;
  }

  /** Empty for a part that has no words. */
  static Optional<PartFingerprint> of(Delivery part) {
    BotCall call;
    try {
      call = Frozen.call(part);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    JsonNode params = call.params();
    JsonNode holder = params.has("media") ? params.path("media").path(0) : params;
    JsonNode text = holder.has("text") ? holder.get("text") : holder.path("caption");
    JsonNode entities = holder.path(holder.has("text") ? "entities" : "caption_entities");
    return text.isTextual()
        ? Optional.of(new PartFingerprint(text.asText(), entities))
        : Optional.empty();
  }

  Degree to(Message message) {
    String words = message.getText() != null ? message.getText() : message.getCaption();
    if (!text.equals(words)) {
      return Degree.OTHER;
    }
    List<MessageEntity> marks =
        message.getText() != null ? message.getEntities() : message.getCaptionEntities();
    return has(marks == null ? List.of() : marks) ? Degree.SAME : Degree.ALIKE;
  }

  /** Telegram adds marks of its own, for hashtags and addresses. */
  private boolean has(List<MessageEntity> marks) {
    return entities.valueStream().allMatch(entity -> marks.stream().anyMatch(it -> is(it, entity)));
  }

  private static boolean is(MessageEntity mark, JsonNode entity) {
    return entity.path("type").asText().equals(mark.getType())
        && entity.path("offset").asInt() == mark.getOffset()
        && entity.path("length").asInt() == mark.getLength()
        && Objects.equals(address(mark.getUrl()), address(entity.path("url").asText(null)));
  }

  /** Telegram ends an address without a path in a slash. */
  private static @Nullable String address(@Nullable String url) {
    return url != null && url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
