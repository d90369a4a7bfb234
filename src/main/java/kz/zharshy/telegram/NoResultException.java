package kz.zharshy.telegram;

import java.io.IOException;

/**
 * Carries the outcome of a call that gave no result through OkHttp and TelegramBots, which know
 * only exceptions and would lose the HTTP status on the way.
 */
final class NoResultException extends IOException {
  private final transient Outcome<?> outcome;

  NoResultException(Outcome<?> outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  NoResultException(Outcome<?> outcome, IOException cause) {
    super(outcome.toString(), cause);
    this.outcome = outcome;
  }

  /** Refused, not sent, or unknown: none of these holds a value of its type. */
  @SuppressWarnings("unchecked")
  <T> Outcome<T> outcome() {
    return (Outcome<T>) outcome;
  }
}
