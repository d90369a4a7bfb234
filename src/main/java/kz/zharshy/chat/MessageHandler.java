package kz.zharshy.chat;

import java.util.Optional;

/**
 * Takes what a person sends in private that is no command: words, a picture, a file, something
 * forwarded. Implementations are safe for several threads.
 */
public interface MessageHandler {
  /**
   * Does something with it, as {@link Command#answer} does; empty where it is for somebody else.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot do it now
   */
  Optional<Reply> take(Request request);
}
