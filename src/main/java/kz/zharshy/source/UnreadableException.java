package kz.zharshy.source;

import java.time.Duration;
import java.util.List;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import org.jspecify.annotations.Nullable;

/**
 * Something from outside that is no article. The reason says what is wrong, where, and what to do,
 * and is meant for the person who brought it; the message says the same in English.
 */
public final class UnreadableException extends Exception {
  private final Reason reason;
  private final @Nullable Duration retryAfter;

  /** A reason of this code, with the source's name as its first argument. */
  public UnreadableException(ReasonCode code, Object... arguments) {
    this(Reason.of(code, arguments), null, null);
  }

  /** The same, with the failure behind it. */
  public UnreadableException(Throwable cause, ReasonCode code, Object... arguments) {
    this(Reason.of(code, arguments), cause, null);
  }

  private UnreadableException(
      Reason reason, @Nullable Throwable cause, @Nullable Duration retryAfter) {
    super(ReasonText.forLog(reason), cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** A server that wants to be left alone for a while, where it says how long. */
  public static UnreadableException forNow(
      @Nullable Duration retryAfter, ReasonCode code, Object... arguments) {
    return new UnreadableException(Reason.of(code, arguments), null, retryAfter);
  }

  /** All mistakes of one source, of which there is at least one, told at once. */
  public static UnreadableException ofAll(String name, List<Reason> mistakes) {
    return mistakes.size() == 1
        ? new UnreadableException(ReasonCode.MISTAKE, name, mistakes.get(0))
        : new UnreadableException(ReasonCode.MISTAKES, name, mistakes.size(), mistakes);
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** For how long the server wants to be left alone, where it said so. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
