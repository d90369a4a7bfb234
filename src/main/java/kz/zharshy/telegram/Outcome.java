package kz.zharshy.telegram;

import java.time.Duration;
import java.util.function.Function;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What is known after a call of the Bot API. A call never throws for what the network or Telegram
 * does: the caller has to look at the outcome.
 */
public sealed interface Outcome<T> {
  /** What comes of the next step if this one was done; else why this one was not. */
  <U> Outcome<U> then(Function<T, Outcome<U>> next);

  /** Telegram did it. */
  record Done<T>(T result) implements Outcome<T> {
    @Override
    public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
      return next.apply(result);
    }
  }

  /**
   * Telegram said no, so it was certainly not done.
   *
   * @param code the Bot API's {@code error_code}
   * @param description Telegram's own words
   * @param retryAfter how long to leave this chat alone, where Telegram says so
   * @param migratedTo the chat's new id, where it became a supergroup
   */
  record Refused<T>(
      int code, String description, @Nullable Duration retryAfter, @Nullable Long migratedTo)
      implements Outcome<T> {
    @Override
    public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
      return new Refused<>(code, description, retryAfter, migratedTo);
    }
  }

  /** The call never reached Telegram, so it was certainly not done; it may be repeated. */
  record NotSent<T>(Reason reason) implements Outcome<T> {
    @Override
    public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
      return new NotSent<>(reason);
    }
  }

  /** The call may or may not have been done; it must not be repeated blindly. */
  record Unknown<T>(Reason reason) implements Outcome<T> {
    @Override
    public <U> Outcome<U> then(Function<T, Outcome<U>> next) {
      return new Unknown<>(reason);
    }
  }
}
