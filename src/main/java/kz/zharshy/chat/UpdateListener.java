package kz.zharshy.chat;

import org.telegram.telegrambots.meta.api.objects.Update;

/** Sees every update before it is answered. Implementations are safe for several threads. */
public interface UpdateListener {
  /**
   * Notes what there is to note; the same update may come again after a crash.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot do it now
   */
  void sees(Update update);
}
