package kz.zharshy.cli;

/** A command could not do its work; the message says in a sentence or two why, and what to do. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }

  FailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
