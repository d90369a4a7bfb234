package kz.zharshy.chat;

import kz.zharshy.telegram.MovedChats;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sees that a group became a supergroup, which both of them tell. Safe for several threads. */
public record GroupMoves(MovedChats moved) implements UpdateListener {
  @Override
  public void sees(Update update) {
    Message message = update.getMessage();
    if (message == null) {
      return;
    }
    if (message.getMigrateToChatId() != null) {
      moved.learn(message.getChatId(), message.getMigrateToChatId());
    }
    if (message.getMigrateFromChatId() != null) {
      moved.learn(message.getMigrateFromChatId(), message.getChatId());
    }
  }
}
