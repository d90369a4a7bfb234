package kz.zharshy.store;

/** The database cannot do what is asked; the message says what is wrong and what to do. */
public final class QueueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller can do about it. */
  public enum Kind {
    /** Another program holds the database; the same may be asked again later. */
    BUSY,
    /** There is no space left; nothing was written. */
    FULL,
    /** The file or its disk cannot be written or read; somebody must look at it. */
    DISK,
    /** The file is damaged; a backup must be restored. */
    CORRUPT,
    /** The data is refused by the queue's rules; it must be corrected. */
    REFUSED,
    /** Another copy of the bot publishes. */
    LEASE,
    OTHER
  }

  private final Kind kind;

  public QueueException(String message) {
    super(message);
    this.kind = Kind.OTHER;
  }

  public QueueException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public QueueException(String message, Throwable cause) {
    this(Kind.OTHER, message, cause);
  }

  public QueueException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
