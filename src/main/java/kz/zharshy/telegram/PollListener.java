package kz.zharshy.telegram;

/** Hears how the asking for updates goes; on the poller's thread, so it should be quick. */
public interface PollListener {
  /** What can be wrong. */
  enum Trouble {
    /** Another copy of the bot asks too, or a webhook is set. */
    CONFLICT,
    /** Telegram does not know the token. */
    TOKEN_REFUSED,
    /** Telegram wants fewer calls. */
    FLOOD,
    /** No answer, or none that can be used. */
    UNREACHABLE,
    /** The updates could not be stored. */
    NOT_STORED
  }

  /**
   * Something is wrong; said once, until it is over or something else is wrong.
   *
   * @param reason a sentence without secrets
   */
  void trouble(Trouble trouble, String reason);

  /** Another copy of the bot asks too, or a webhook is set; said each time. */
  default void conflict() {}

  /** Telegram has answered; said each time. */
  default void answered() {}

  /** Updates come again. */
  void recovered(Trouble trouble);

  /**
   * An update that has no number, so that it can be neither stored nor named; those behind it were
   * stored.
   */
  void unreadable(String json);
}
