package kz.zharshy.chat;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Does what an update asks for and gives the answer, where there is one to give. Implementations
 * are safe for use by several threads.
 */
public interface UpdateHandler {
  /**
   * Handles an update; the same may come again after a crash.
   *
   * @throws kz.zharshy.queue.QueueException if the database cannot do it now
   */
  Optional<SendMessage> handle(Update update);
}
