package kz.zharshy.app;

/**
 * The program could not do what was asked; the message says in a sentence or two why, and what to
 * do.
 */
public final class FailedException extends RuntimeException {
  public FailedException(String message) {
    super(message);
  }

  public FailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
