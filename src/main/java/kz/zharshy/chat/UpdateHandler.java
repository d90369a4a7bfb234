package kz.zharshy.chat;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Does what an update asks for and gives what is to be sent in answer. Implementations are safe for
 * use by several threads.
 */
interface UpdateHandler {
  /**
   * Handles an update; the same may come again after a crash.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot do it now
   */
  List<OutgoingCall> handle(Update update);
}
