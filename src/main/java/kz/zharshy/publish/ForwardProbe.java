package kz.zharshy.publish;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.telegram.ApiCall;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Looks for a part by forwarding the channel's messages, from the highest one known when the part
 * was sent, silently to the log chat, and comparing their text. The copies are deleted. Forwarding
 * is the only way to read a channel that changes nothing in it: a probe by editing could overwrite
 * what a person wrote.
 */
public final class ForwardProbe implements Probe {
  // Deleted messages leave gaps. After so many numbers without a message the channel has ended.
  private static final int GAP = 5;
  // Beyond so many messages that are not known as ours a person has to look. Of a bot that died
  // often within minutes, most of them are parts in doubt themselves.
  private static final int MOST_OF_OTHERS = 200;

  private static final int TOO_MANY = 429;

  private final BotApi api;
  private final FloodBudget budget;
  private final Ledger ledger;
  private final long logChat;
  private final ShutdownAwareWait patience;
  private @Nullable Reason refusal;

  public ForwardProbe(
      BotApi api, FloodBudget budget, Ledger ledger, long logChat, ShutdownAwareWait patience) {
    this.api = api;
    this.budget = budget;
    this.ledger = ledger;
    this.logChat = logChat;
    this.patience = patience;
  }

  @Override
  public Verdict look(Delivery part) throws InterruptedException {
    Optional<PartFingerprint> wanted = PartFingerprint.of(part);
    if (wanted.isEmpty()) {
      return new CannotTell(Reason.of(ReasonCode.NO_TEXT_TO_KNOW_BY));
    }
    String chatId = "@" + part.channel();
    // No message, so it takes no place in the budget and waits for no call under way there.
    Outcome<ChatFullInfo> channel = api.call(ApiCalls.chat(chatId));
    if (!(channel instanceof Outcome.Done<ChatFullInfo> done)) {
      return later(channel);
    }
    if (Boolean.TRUE.equals(done.result().getHasProtectedContent())) {
      return new CannotTell(Reason.of(ReasonCode.CONTENT_PROTECTED));
    }
    return search(part, chatId, wanted.get());
  }

  private Verdict search(Delivery part, String chatId, PartFingerprint wanted)
      throws InterruptedException {
    long known = ledger.highestMessageId(part.channel());
    int missing = 0;
    boolean alike = false;
    int others = 0;
    for (long id = part.sending().highestBefore() + 1; missing < GAP; id++) {
      if (ledger.isRecorded(part.channel(), id)) {
        missing = 0;
        continue;
      }
      if (++others > MOST_OF_OTHERS) {
        return new CannotTell(Reason.of(ReasonCode.TOO_MUCH_SINCE));
      }
      Seen seen = see(chatId, id, wanted);
      if (seen == Seen.OURS && ledger.isOfPerson(part.channel(), id)) {
        seen = Seen.ALIKE;
      }
      if (seen == Seen.OURS) {
        return new Found(id);
      } else if (seen == Seen.UNCLEAR) {
        return new Later(refusal);
      } else if (seen == Seen.NO_PLACE) {
        return new CannotTell(Reason.of(ReasonCode.LOG_CHAT_LOST, logChat));
      }
      alike |= seen == Seen.ALIKE;
      missing = seen == Seen.NOTHING && id > known ? missing + 1 : 0;
    }
    if (alike) {
      return new CannotTell(Reason.of(ReasonCode.SAME_WORDS_THERE));
    }
    // With no number known at all, the channel's messages may begin anywhere.
    return known == 0 ? new CannotTell(Reason.of(ReasonCode.NUMBERS_UNSEEN)) : new Absent();
  }

  private enum Seen {
    OURS,
    ALIKE,
    OTHER,
    NOTHING,
    NO_PLACE,
    UNCLEAR
  }

  private Seen see(String chatId, long id, PartFingerprint wanted) throws InterruptedException {
    Outcome<Message> outcome = call(Long.toString(logChat), ApiCalls.forward(chatId, id, logChat));
    if (outcome instanceof Outcome.Done<Message> done) {
      Message copy = done.result();
      call(
          Long.toString(logChat),
          ApiCalls.delete(Long.toString(logChat), List.of(copy.getMessageId())));
      return switch (wanted.to(copy)) {
        case SAME -> Seen.OURS;
        case ALIKE -> Seen.ALIKE;
        case OTHER -> Seen.OTHER;
      };
    }
    Seen seen =
        outcome instanceof Outcome.Refused<Message> refused
            ? refused(RefusalTable.kind(refused, chatId))
            : Seen.UNCLEAR;
    if (seen == Seen.UNCLEAR) {
      refusal = later(outcome).refused();
    }
    return seen;
  }

  private static Seen refused(RefusalKind kind) {
    return switch (kind) {
      case GONE -> Seen.NOTHING;
      // Service messages cannot be forwarded; they are nobody's post.
      case ARTICLE, PICTURE, NOT_MODIFIED -> Seen.OTHER;
      // The channel was there a moment ago, so it is the log chat.
      case CHANNEL, READER_GONE, MIGRATED -> Seen.NO_PLACE;
      case BOT, CONFLICT, FLOOD -> Seen.UNCLEAR;
    };
  }

  /** A flood passes by itself. */
  private static Later later(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused && refused.code() != TOO_MANY
        ? new Later(RefusalReason.of(refused))
        : new Later(null);
  }

  private <T extends Serializable> Outcome<T> call(String chat, ApiCall<T> call)
      throws InterruptedException {
    Duration wait = budget.take(chat, Lane.ANSWER);
    while (!wait.isZero()) {
      patience.await(wait);
      wait = budget.take(chat, Lane.ANSWER);
    }
    try {
      return api.call(call);
    } finally {
      budget.finished(chat);
    }
  }
}
