package kz.zharshy.chat;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a person asks, by a command, by a button that says one, or by sending anything else.
 *
 * @param updateId Telegram's number for it; the same if it comes once more after a crash
 * @param chat where it was asked and is answered
 * @param privately whether nobody else reads the answer
 * @param words what stands behind the command's name, or the whole text where there is no command;
 *     without white space around it
 * @param message the one that asks; null where a button was pressed
 * @param pressed the button, or null where a message asks
 */
public record Request(
    long updateId,
    Requester requester,
    long chat,
    boolean privately,
    String words,
    @Nullable Message message,
    @Nullable ButtonPress pressed) {
  /** Whether a picture or a film came along. */
  public boolean pictured() {
    return message != null && (message.hasPhoto() || message.hasVideo() || message.hasAnimation());
  }

  /** The file that came along and is no picture, or null. */
  public @Nullable Document file() {
    return message == null || pictured() ? null : message.getDocument();
  }

  /** Whether the message was written by somebody else, or elsewhere, and passed on. */
  public boolean forwarded() {
    return message != null && Forwarded.is(message);
  }
}
