package kz.zharshy.chat;

/**
 * Is told of everything that is asked for and that not everybody may do. Implementations are safe
 * for several threads.
 */
public interface Auditor {
  /**
   * Notes it; the same question may come again after a crash.
   *
   * @param who the person's name in Telegram
   * @param deed what was asked, as it could have been typed
   * @param let whether the person might; otherwise nothing happened
   * @throws kz.zharshy.store.StoreException if the database cannot do it now
   */
  void asked(Request request, String who, String deed, boolean let);
}
