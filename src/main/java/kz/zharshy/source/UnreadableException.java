package kz.zharshy.source;

import java.util.List;

/**
 * Something from outside that is no article. The message says what is wrong, where, and what to do;
 * it is meant for the person who brought it.
 */
public final class UnreadableException extends Exception {
  /** One reason. */
  public UnreadableException(String message) {
    super(message);
  }

  /** One reason, with the failure behind it. */
  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
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
