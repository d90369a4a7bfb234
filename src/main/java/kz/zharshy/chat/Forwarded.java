package kz.zharshy.chat;

import java.util.Objects;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Whether a message was written by somebody else, or elsewhere, and passed on: what it says is not
 * what its sender asks for.
 */
final class Forwarded {
  private Forwarded() {}

  /** By any of its signs: servers of older versions of the Bot API know no {@code origin}. */
  static boolean is(Message message) {
    return Boolean.TRUE.equals(message.getIsAutomaticForward())
        || Stream.of(
                message.getForwardOrigin(),
                message.getForwardDate(),
                message.getForwardFrom(),
                message.getForwardFromChat(),
                message.getForwardFromMessageId(),
                message.getForwardSenderName(),
                message.getForwardSignature())
            .anyMatch(Objects::nonNull);
  }
}
