package kz.zharshy.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.methods.ForwardMessage;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessages;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Calls that look, forward, delete and pin, by what they do; {@link BotApi#call} makes them. */
public final class ApiCalls {
  private ApiCalls() {}

  /** Who the bot is; changes nothing. */
  public static BotApiMethod<User> self() {
    return new GetMe();
  }

  /** What a chat is; changes nothing. */
  public static BotApiMethod<ChatFullInfo> chat(String chat) {
    return new GetChat(chat);
  }

  /** Copies a message into another chat without a sound. */
  public static BotApiMethod<Message> forward(String from, long message, long to) {
    return ForwardMessage.builder()
        .chatId(to)
        .fromChatId(from)
        .messageId(Math.toIntExact(message))
        .disableNotification(true)
        .build();
  }

  /** Deletes messages; at least one. */
  public static BotApiMethod<Boolean> delete(String chat, List<Integer> messages) {
    return messages.size() == 1
        ? new DeleteMessage(chat, messages.get(0))
        : new DeleteMessages(chat, messages);
  }

  /** Pins a message without a sound. */
  public static BotApiMethod<Boolean> pin(String chat, long message) {
    return PinChatMessage.builder()
        .chatId(chat)
        .messageId(Math.toIntExact(message))
        .disableNotification(true)
        .build();
  }

  /** Takes a pinned message down. */
  public static BotApiMethod<Boolean> unpin(String chat, long message) {
    return UnpinChatMessage.builder().chatId(chat).messageId(Math.toIntExact(message)).build();
  }
}
