package kz.zharshy.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something from outside that is no article. The message says what is wrong, where, and what to do;
 * it is meant for the person who brought it.
 */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;

  /** One reason. */
  public UnreadableException(String message) {
    this(message, (Duration) null);
  }

  /** A server that wants to be left alone for a while, where it says how long. */
  UnreadableException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** One reason, with the failure behind it. */
  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
    retryAfter = null;
  }

  /** For how long the server wants to be left alone, where it said so. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Several mistakes of one source, each a sentence of its own, told at once. */
  static UnreadableException ofAll(String name, List<String> mistakes) {
    if (mistakes.size() == 1) {
      return new UnreadableException(name + ": " + mistakes.get(0));
    }
    return new UnreadableException(
        name + " has " + mistakes.size() + " mistakes:\n" + String.join("\n", mistakes));
  }
}
