package kz.zharshy.store;

import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import org.jspecify.annotations.Nullable;

/** The database cannot do what is asked; the message says what is wrong and what to do. */
public final class QueueException extends RuntimeException {
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
    /** This program has closed it: it is about to end. */
    CLOSED,
    OTHER
  }

  private final Kind kind;
  private final Reason reason;

  /** A sentence for whoever starts or looks after the bot, on the terminal. */
  public QueueException(String message) {
    this(Kind.OTHER, message);
  }

  /** A sentence for whoever starts or looks after the bot, on the terminal. */
  public QueueException(Kind kind, String message) {
    this(kind, Reason.of(ReasonCode.OPERATOR, message), null);
  }

  /** A sentence for whoever starts or looks after the bot, on the terminal. */
  public QueueException(String message, Throwable cause) {
    this(Kind.OTHER, message, cause);
  }

  /** A sentence for whoever starts or looks after the bot, on the terminal. */
  public QueueException(Kind kind, String message, Throwable cause) {
    this(kind, Reason.of(ReasonCode.OPERATOR, message), cause);
  }

  /** A reason that people may be told; the message says the same in English. */
  QueueException(Kind kind, Reason reason, @Nullable Throwable cause) {
    super(ReasonText.forLog(reason), cause);
    this.kind = kind;
    this.reason = reason;
  }

  /** What is wrong, for the person who asked for it. */
  public Reason reason() {
    return reason;
  }

  public Kind kind() {
    return kind;
  }
}
