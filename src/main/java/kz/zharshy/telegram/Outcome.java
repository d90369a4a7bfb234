package kz.zharshy.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known after a call of the Bot API. A call never throws for what the network or Telegram
 * does: the caller has to look at the outcome.
 */
public sealed interface Outcome<T> {
  /** Telegram did it. */
  record Done<T>(T result) implements Outcome<T> {}

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
      implements Outcome<T> {}

  /** The call never reached Telegram, so it was certainly not done; it may be repeated. */
  record NotSent<T>(String reason) implements Outcome<T> {}

  /** The call may or may not have been done; it must not be repeated blindly. */
  record Unknown<T>(String reason) implements Outcome<T> {}
}
