package kz.zharshy.publish;

import java.time.Duration;
import java.util.function.LongSupplier;
import kz.zharshy.article.Reason;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalReason;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Whether Telegram can be talked to. After trouble nothing is sent until a call that changes
 * nothing has gone well: so at most one post of a channel falls into doubt in an outage. Safe for
 * use by several threads.
 */
public final class TelegramHealth {
  private static final Duration FIRST = Duration.ofSeconds(2);
  // A minute's silence at the most, so that publishing is back within a minute of Telegram.
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration UNAUTHORIZED = Duration.ofMinutes(1);

  private final BotApi api;
  private final PublishListener listener;
  private final Backoff trouble;
  private final Backoff unauthorized;

  public TelegramHealth(BotApi api, PublishListener listener, LongSupplier nanos) {
    this.api = api;
    this.listener = listener;
    this.trouble = new Backoff(nanos, FIRST, LONGEST);
    this.unauthorized = new Backoff(nanos, UNAUTHORIZED, UNAUTHORIZED);
  }

  /** How long nothing may be sent; knocks at Telegram's door where a wait is over. */
  synchronized Duration pause() {
    Duration wait = remaining();
    if (!wait.isZero() || !(trouble.failing() || unauthorized.failing())) {
      return wait;
    }
    Outcome<User> answer = api.call(ApiCalls.self());
    if (answer instanceof Outcome.Done<User>) {
      succeeded();
    } else if (answer instanceof Outcome.Refused<User> refused) {
      refused(refused);
    } else {
      failed(Outcomes.reason(answer));
    }
    return remaining();
  }

  /** A call did not reach Telegram, or its answer did not reach us. */
  synchronized void failed(Reason reason) {
    Duration wait = trouble.failed();
    listener.telegramTrouble(reason, wait);
  }

  /** Telegram does not know this bot's token (any more). */
  synchronized void unauthorized(Reason reason) {
    Duration wait = unauthorized.failed();
    listener.telegramTrouble(reason, wait);
  }

  private void refused(Outcome.Refused<User> refused) {
    if (refused.code() == 401 || refused.code() == 404) {
      trouble.succeeded();
      unauthorized(RefusalReason.of(refused));
    } else {
      failed(RefusalReason.of(refused));
    }
  }

  private void succeeded() {
    boolean wasTrouble = trouble.succeeded();
    boolean wasUnauthorized = unauthorized.succeeded();
    if (wasTrouble || wasUnauthorized) {
      listener.telegramBack();
    }
  }

  private Duration remaining() {
    Duration one = trouble.remaining();
    Duration other = unauthorized.remaining();
    return one.compareTo(other) > 0 ? one : other;
  }
}
