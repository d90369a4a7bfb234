package kz.zharshy.chat;

/** Something that a person can ask of the bot. Implementations are safe for several threads. */
public interface Command {
  /** Who may ask; to everybody else the command does not exist. */
  enum Audience {
    EVERYBODY,
    /** Owners, in the private chat with the bot. */
    OWNERS
  }

  /** Its name without the slash, in lower case. */
  String name();

  Audience audience();

  /** Whether a file that comes without any command is for this one. */
  default boolean takesFiles() {
    return false;
  }

  /**
   * Does what is asked. It may be asked twice with the same update id, after a crash; what it does
   * must happen once.
   *
   * @throws kz.zharshy.queue.QueueException if the database cannot do it now
   */
  Answer answer(Question question);
}
