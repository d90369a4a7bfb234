package kz.zharshy.chat;

/** Something that a person can ask of the bot. Implementations are safe for several threads. */
public interface Command {
  CommandInfo info();

  /** Its name without the slash, in lower case. */
  default String name() {
    return info().name();
  }

  /**
   * Who may ask; to everybody else the command does not exist. What needs more than a reader is
   * answered only in private, or where its button was pressed.
   */
  default Role audience() {
    return info().audience();
  }

  /** Who may ask just this; where it differs, more or less than {@link #audience}. */
  default Role needed(Request request) {
    return audience();
  }

  /**
   * Does what is asked. It may be asked twice with the same update id, after a crash; what it does
   * must happen once.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot do it now
   */
  Reply answer(Request request);
}
