package kz.zharshy.sandbox.world;

/**
 * A change that a page wants to show.
 *
 * @param messageId the message that came, changed or went; 0 where a whole chat changed
 */
public record Change(Kind kind, long chatId, int messageId) {
  /** What happened to the message. */
  public enum Kind {
    POSTED,
    EDITED,
    DELETED,
    CHAT
  }
}
