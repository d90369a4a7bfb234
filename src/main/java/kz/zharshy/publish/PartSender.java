package kz.zharshy.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.media.MediaFallback;
import kz.zharshy.media.MediaFallback.Way;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.TextFallback;
import kz.zharshy.store.Delivery;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalKind;
import kz.zharshy.telegram.RefusalReason;
import kz.zharshy.telegram.RefusalTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Sends a frozen part once and says what is to be noted about it. Safe for several threads. */
public final class PartSender {
  private static final Logger log = LoggerFactory.getLogger(PartSender.class);
  private static final Duration FLOOD_WAIT = Duration.ofSeconds(30);

  /** So often a picture is made ready; who comes again has ended the program so often. */
  private static final int MOST_ROUNDS = 2;

  private final BotApi api;
  private final MediaFallback pictures;

  public PartSender(BotApi api, MediaFallback pictures) {
    this.api = api;
    this.pictures = pictures;
  }

  /** What is to be put into the ledger after a call. */
  interface Result {
    void record(OutcomeRecorder recorder);
  }

  /**
   * What Telegram has or would have against the part's picture; asks nobody but the file. What
   * cannot be read is told of when it is sent.
   */
  Optional<PictureTrouble> pictureTrouble(Delivery part) {
    try {
      PostPart read = Frozen.part(part);
      return PictureTrouble.of(part)
          .or(() -> pictures.unfit(read).map(why -> new PictureTrouble(why, 0)));
    } catch (PostException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes another way ready for a part whose picture is refused, and sends nothing. A picture that
   * has ended the program before is left out.
   */
  Result anotherWay(Delivery part, PictureTrouble trouble) {
    PostPart refused = Frozen.part(part);
    Optional<Way> found =
        trouble.rounds() > MOST_ROUNDS ? withoutPicture(refused) : anotherWay(refused);
    return found
        .<Result>map(
            way ->
                recorder ->
                    recorder.anotherWay(
                        Frozen.part(way.part()),
                        Reason.of(ReasonCode.WAY, way.how(), trouble.why())))
        .orElse(recorder -> recorder.articleRefused(trouble.why()));
  }

  Result send(Delivery part) {
    String chat = "@" + part.channel();
    try {
      PostPart sending = Frozen.part(part);
      Outcome<List<Message>> outcome = api.send(sending);
      return pictureRefused(sending, outcome, chat).orElseGet(() -> result(sending, outcome, chat));
    } catch (PostException e) {
      return recorder -> recorder.articleRefused(e.reason());
    } catch (IllegalArgumentException e) {
      Reason reason = Reason.of(ReasonCode.CALL_UNKNOWN, String.valueOf(e.getMessage()));
      return recorder -> recorder.articleRefused(reason);
    }
  }

  private Optional<Way> anotherWay(PostPart refused) {
    try {
      return pictures.next(refused);
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of ours must cost the picture only, not the post.
      log.warn("A picture could not be made ready and is left out: {}", e.toString());
      return withoutPicture(refused);
    }
  }

  private static Optional<Way> withoutPicture(PostPart refused) {
    return TextFallback.of(refused)
        .map(words -> new Way(words, Reason.of(ReasonCode.WITHOUT_PICTURE)));
  }

  /** A picture that Telegram refuses does not cost the post, if there is another way. */
  private static Optional<Result> pictureRefused(
      PostPart sending, Outcome<List<Message>> outcome, String chat) {
    return outcome instanceof Outcome.Refused<List<Message>> refused
            && RefusalTable.kind(refused, chat) == RefusalKind.PICTURE
            && !(sending instanceof PostPart.Rich)
        ? Optional.of(
            recorder -> recorder.pictureRefused(new PictureTrouble(RefusalReason.of(refused), 0)))
        : Optional.empty();
  }

  private static Result result(PostPart sending, Outcome<List<Message>> outcome, String chat) {
    if (outcome instanceof Outcome.Done<List<Message>> done) {
      return done(done.result());
    }
    Reason reason = Outcomes.reason(outcome);
    if (outcome instanceof Outcome.NotSent<List<Message>>) {
      return recorder -> recorder.notSent(reason);
    }
    if (outcome instanceof Outcome.Refused<List<Message>> refused) {
      boolean rich = sending instanceof PostPart.Rich;
      return refused(refused, reason, chat, rich);
    }
    return recorder -> recorder.unknown(reason);
  }

  private static Result done(List<Message> messages) {
    if (messages.isEmpty()) {
      return recorder -> recorder.unknown(Reason.of(ReasonCode.YES_WITHOUT_MESSAGE));
    }
    long first = messages.get(0).getMessageId();
    long last = messages.get(messages.size() - 1).getMessageId();
    return recorder -> recorder.sent(first, last);
  }

  private static Result refused(
      Outcome.Refused<List<Message>> refused, Reason reason, String chat, boolean rich) {
    Duration wait = floodWait(refused);
    return switch (RefusalTable.kind(refused, chat)) {
      case FLOOD -> recorder -> recorder.flooded(reason, wait);
      case BOT, CONFLICT -> recorder -> recorder.botRefused(reason);
      case CHANNEL, MIGRATED, READER_GONE -> recorder -> recorder.channelRefused(reason);
      case ARTICLE, PICTURE, GONE, NOT_MODIFIED ->
          rich
              ? recorder -> recorder.richRefused(reason)
              : recorder -> recorder.articleRefused(reason);
    };
  }

  /** How long a chat is to be left alone after a 429; Telegram has always said so. */
  static Duration floodWait(Outcome.Refused<?> refused) {
    Duration retryAfter = refused.retryAfter();
    return retryAfter == null ? FLOOD_WAIT : retryAfter;
  }
}
