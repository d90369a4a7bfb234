package kz.zharshy.chat.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.store.ReaderOutbox.Letter;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalTable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Looks whether a letter arrived whose answer was lost: messages to readers are numbered on through
 * all private chats, so it has one of the next numbers. They are forwarded silently to the log chat
 * and deleted there at once. For one thread.
 */
final class LetterProbe {
  /** Letters and answers that are on their way at a time are so few that it is not farther. */
  private static final int FARTHEST = 20;

  private final BotApi api;
  private final FloodBudget budget;
  private final long logChat;
  private final Map<Long, Long> next = new HashMap<>();
  private final ObjectMapper json = new ObjectMapper();

  /** The code with which Telegram says that there is no such message. */
  private static final int BAD = 400;

  private static final int TOO_MANY = 429;

  /** What was seen. */
  enum Seen {
    ARRIVED,
    NOT_ARRIVED,
    /** Not under this number. */
    GO_ON,
    /** Telegram cannot be asked now. */
    LATER,
    /** Telegram does not let anybody look. */
    REFUSED
  }

  LetterProbe(BotApi api, FloodBudget budget, long logChat) {
    this.api = api;
    this.budget = budget;
    this.logChat = logChat;
  }

  /** Looks at one number, so that nothing has to wait behind; the next time at the next one. */
  Seen look(Letter letter) {
    long id = next.getOrDefault(letter.id(), letter.highestBefore() + 1);
    if (id > letter.highestBefore() + FARTHEST) {
      next.remove(letter.id());
      return Seen.NOT_ARRIVED;
    }
    String chat = Long.toString(logChat);
    if (!budget.take(chat, Lane.DIGEST).isZero()) {
      return Seen.LATER;
    }
    Outcome<Message> seen;
    try {
      seen = api.call(ApiCalls.forward(Long.toString(letter.userId()), id, logChat));
    } finally {
      budget.finished(chat);
    }
    return judge(letter, id, seen);
  }

  private Seen judge(Letter letter, long id, Outcome<Message> seen) {
    if (seen instanceof Outcome.Done<Message> done) {
      delete(done.result().getMessageId());
      if (text(letter).equals(done.result().getText())) {
        next.remove(letter.id());
        return Seen.ARRIVED;
      }
    } else if (!(seen instanceof Outcome.Refused<Message> refused) || refused.code() == TOO_MANY) {
      return Seen.LATER;
    } else if (refused.code() != BAD
        || RefusalTable.kind(refused, Long.toString(logChat)) == RefusalKind.CHANNEL) {
      // Without the log chat nothing can be seen, and what was not seen may have arrived.
      return Seen.REFUSED;
    }
    next.put(letter.id(), id + 1);
    return Seen.GO_ON;
  }

  private void delete(int copy) {
    Outcome<? extends Serializable> unused =
        api.call(ApiCalls.delete(Long.toString(logChat), List.of(copy)));
  }

  private String text(Letter letter) {
    try {
      return json.readTree(letter.payload()).path("text").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
