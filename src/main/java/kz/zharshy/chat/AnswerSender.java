package kz.zharshy.chat;

import java.time.Duration;
import java.util.List;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonText;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends answers when the flood budget lets them, and never one twice. Safe for several threads. */
final class AnswerSender {
  private static final Logger log = LoggerFactory.getLogger(AnswerSender.class);
  private static final Duration USUAL_FLOOD_WAIT = Duration.ofSeconds(30);

  /** What follows after a try. */
  sealed interface Try {
    /**
     * The answer has left, or never will.
     *
     * @param messageId its number where a reader got it, else 0
     */
    record Over(long messageId) implements Try {}

    /** The budget has no place for it yet. */
    record Wait(Duration time) implements Try {}

    /** It certainly was not sent; the same may be tried again. */
    record Again() implements Try {}

    /** Telegram does not take it there. */
    record Refused(RefusalKind kind, Reason reason) implements Try {}
  }

  private final BotApi api;
  private final FloodBudget budget;

  AnswerSender(BotApi api, FloodBudget budget) {
    this.api = api;
    this.budget = budget;
  }

  Try send(OutgoingCall sending, Lane lane) {
    String chat = sending.chat();
    if (chat == null) {
      return follow("a press", sending.call().by(api));
    }
    Duration wait = budget.take(chat, lane);
    if (!wait.isZero()) {
      return new Try.Wait(wait);
    }
    Outcome<?> outcome;
    try {
      outcome = sending.call().by(api);
    } finally {
      budget.finished(chat);
    }
    return follow(chat, outcome);
  }

  private Try follow(String chat, Outcome<?> outcome) {
    if (outcome instanceof Outcome.NotSent<?>) {
      return new Try.Again();
    }
    if (outcome instanceof Outcome.Refused<?> refused) {
      return refused(chat, refused);
    }
    if (outcome instanceof Outcome.Unknown<?> unknown) {
      log.info(
          "Whether an answer reached {} is unknown: {}",
          named(chat),
          ReasonText.forLog(unknown.reason()));
    }
    boolean toReader = outcome instanceof Outcome.Done<?> && !chat.startsWith("-");
    return new Try.Over(toReader ? number(((Outcome.Done<?>) outcome).result()) : 0);
  }

  private Try refused(String chat, Outcome.Refused<?> refused) {
    RefusalKind kind = RefusalTable.kind(refused, chat);
    return switch (kind) {
      case FLOOD -> {
        Duration asked = refused.retryAfter();
        budget.backOff(chat, asked == null ? USUAL_FLOOD_WAIT : asked);
        yield new Try.Wait(Duration.ZERO);
      }
      case BOT, CONFLICT -> new Try.Again();
      case CHANNEL, ARTICLE, PICTURE, READER_GONE, NOT_MODIFIED, GONE, MIGRATED -> {
        log.info("Telegram refused an answer to {}: {}", named(chat), refused.description());
        yield new Try.Refused(kind, RefusalReason.of(refused));
      }
    };
  }

  /** The number of a message, or the highest of several. */
  private static long number(Object result) {
    if (result instanceof List<?> messages) {
      return messages.stream().mapToLong(AnswerSender::number).max().orElse(0);
    }
    return result instanceof Message message ? message.getMessageId() : 0;
  }

  /** A reader's number stands in no log: it could not be taken out of there. */
  private static String named(String chat) {
    return chat.startsWith("-") || chat.startsWith("@") ? "chat " + chat : "a reader";
  }
}
