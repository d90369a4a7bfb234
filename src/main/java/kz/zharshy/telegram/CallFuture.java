package kz.zharshy.telegram;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Heartbeat;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Waits for a call's end and says what is known then. */
record CallFuture(BotToken token, Duration limit) {
  /** Begins a call. */
  interface Start<T> {
    CompletableFuture<T> begin() throws TelegramApiException;
  }

  /** OkHttp ends a call by itself; this much later nobody waits for it any more. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * @throws IllegalArgumentException if TelegramBots finds the call itself wrong
   */
  <T> Outcome<T> outcome(String method, Start<T> start) {
    return Heartbeat.within(method, limit.plus(GRACE).plus(GRACE), () -> await(method, start));
  }

  private <T> Outcome<T> await(String method, Start<T> start) {
    if (Thread.currentThread().isInterrupted()) {
      return new Outcome.NotSent<>(
          Reason.of(ReasonCode.BOT_STOPPING, "interrupted before " + method));
    }
    try {
      return done(method, start.begin().get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
    } catch (TelegramApiException e) {
      throw new IllegalArgumentException(
          method + " cannot be called so: " + token.mask(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown<>(
          Reason.of(ReasonCode.BOT_STOPPING, "interrupted while " + method + " was under way"));
    } catch (TimeoutException e) {
      return tooLong(method);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      return failed(method, e.getCause());
    }
  }

  private static <T> Outcome<T> done(String method, @Nullable T result) {
    if (result == null) {
      return new Outcome.Unknown<>(
          Reason.of(ReasonCode.NO_RESULT, method + " was answered without a result"));
    }
    if (result instanceof Message message
        && (message.getMessageId() == null || message.getMessageId() <= 0)) {
      return new Outcome.Unknown<>(
          Reason.of(
              ReasonCode.NO_RESULT, method + " was answered with a message without a number"));
    }
    return new Outcome.Done<>(result);
  }

  private <T> Outcome<T> failed(String method, @Nullable Throwable failure) {
    NoResultException known = noResult(failure);
    if (failure != null && failure.getCause() instanceof RejectedExecutionException) {
      return new Outcome.NotSent<>(
          Reason.of(ReasonCode.BOT_STOPPING, method + " came after the end"));
    }
    if (known == null) {
      return new Outcome.Unknown<>(
          Reason.of(ReasonCode.NO_CONNECTION, method + ": " + token.mask(String.valueOf(failure))));
    }
    Outcome<T> outcome = known.outcome();
    boolean endedByLimit = failure instanceof InterruptedIOException;
    return endedByLimit && outcome instanceof Outcome.Unknown ? tooLong(method) : outcome;
  }

  private <T> Outcome<T> tooLong(String method) {
    return new Outcome.Unknown<>(
        Reason.of(ReasonCode.NO_ANSWER_IN_TIME, method, Long.toString(limit.toMillis())));
  }

  /** When a call's time is up, OkHttp puts an exception of its own around ours. */
  private static @Nullable NoResultException noResult(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof NoResultException known) {
        return known;
      }
    }
    return null;
  }
}
