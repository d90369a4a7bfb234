package kz.zharshy.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import kz.zharshy.post.BotCall;
import kz.zharshy.post.WithoutPicture;
import kz.zharshy.queue.Delivery;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends a frozen part once and says what is to be noted about it. Safe for several threads. */
public final class PartSender {
  private static final Duration FLOOD_WAIT = Duration.ofSeconds(30);

  private final BotApi api;
  private final ObjectMapper json = new ObjectMapper();

  public PartSender(BotApi api) {
    this.api = api;
  }

  /** What is to be put into the ledger after a call. */
  interface Result {
    void record(ChannelPublisher.Recorder recorder);
  }

  Result send(Delivery part) {
    Outcome<List<Message>> outcome;
    try {
      outcome = send(call(part), "@" + part.channel());
    } catch (IllegalArgumentException e) {
      String reason = "The bot made a call that the Bot API does not know: " + e.getMessage();
      return recorder -> recorder.articleRefused(reason);
    }
    return result(outcome, "@" + part.channel());
  }

  /** A picture that Telegram refuses does not cost the post: the same text goes out without it. */
  private Outcome<List<Message>> send(BotCall call, String chat) {
    Outcome<List<Message>> outcome = api.send(call);
    if (outcome instanceof Outcome.Refused<List<Message>> refused
        && RefusalKind.of(refused, chat) == RefusalKind.PICTURE) {
      return WithoutPicture.of(call).map(api::send).orElse(outcome);
    }
    return outcome;
  }

  private static Result result(Outcome<List<Message>> outcome, String chat) {
    if (outcome instanceof Outcome.Done<List<Message>> done) {
      return done(done.result());
    }
    String reason = Outcomes.reason(outcome);
    if (outcome instanceof Outcome.NotSent<List<Message>>) {
      return recorder -> recorder.notSent(reason);
    }
    if (outcome instanceof Outcome.Refused<List<Message>> refused) {
      return refused(refused, reason, chat);
    }
    return recorder -> recorder.unknown(reason);
  }

  private static Result done(List<Message> messages) {
    if (messages.isEmpty()) {
      return recorder -> recorder.unknown("Telegram said yes, but named no message.");
    }
    long first = messages.get(0).getMessageId();
    long last = messages.get(messages.size() - 1).getMessageId();
    return recorder -> recorder.sent(first, last);
  }

  private static Result refused(
      Outcome.Refused<List<Message>> refused, String reason, String chat) {
    Duration retryAfter = refused.retryAfter();
    Duration wait = retryAfter == null ? FLOOD_WAIT : retryAfter;
    return switch (RefusalKind.of(refused, chat)) {
      case FLOOD -> recorder -> recorder.flooded(reason, wait);
      case BOT, CONFLICT -> recorder -> recorder.botRefused(reason);
      case CHANNEL, MIGRATED, READER_GONE -> recorder -> recorder.channelRefused(reason);
      case ARTICLE, PICTURE, GONE, NOT_MODIFIED -> recorder -> recorder.articleRefused(reason);
    };
  }

  private BotCall call(Delivery part) {
    try {
      return new BotCall(part.method(), json.readValue(part.payload(), ObjectNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the frozen part is no JSON object", e);
    }
  }
}
