package kz.zharshy.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What a person sent or pressed. An edited message, or one in the name of a channel or a group,
 * asks nothing.
 *
 * @param text what was written, or the data of the pressed button
 * @param message null where a button was pressed
 * @param pressed null where a message was sent
 */
record Incoming(
    User from,
    long chat,
    boolean privately,
    String text,
    @Nullable Message message,
    @Nullable ButtonPress pressed) {
  static Optional<Incoming> of(Update update) {
    if (update.getMessage() != null) {
      return of(update.getMessage());
    }
    return update.getCallbackQuery() == null ? Optional.empty() : of(update.getCallbackQuery());
  }

  private static Optional<Incoming> of(Message message) {
    User from = message.getFrom();
    if (from == null
        || from.getIsBot()
        || message.getSenderChat() != null
        || message.getViaBot() != null) {
      return Optional.empty();
    }
    String text = message.getText() == null ? message.getCaption() : message.getText();
    return Optional.of(
        new Incoming(
            from,
            message.getChatId(),
            message.isUserMessage(),
            text == null ? "" : text.strip(),
            message,
            null));
  }

  /**
   * A press on a message that the bot sent for somebody's inline query has no chat to answer in.
   */
  private static Optional<Incoming> of(CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    if (message == null || query.getData() == null) {
      return Optional.empty();
    }
    Integer id = message instanceof Message known ? known.getMessageId() : null;
    return Optional.of(
        new Incoming(
            query.getFrom(),
            message.getChatId(),
            message.isUserMessage(),
            ButtonPress.command(query.getData()),
            null,
            new ButtonPress(query.getId(), id, ButtonPress.seen(query.getData()))));
  }

  /** The command that it says; something forwarded says none. */
  Optional<CommandLine> command() {
    if (pressed != null) {
      return CommandLine.of("/" + text);
    }
    return message != null && !Forwarded.is(message) ? CommandLine.of(text) : Optional.empty();
  }
}
