package kz.zharshy.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import kz.zharshy.store.ForeignCopies;
import kz.zharshy.store.ForeignCopies.Choice;
import kz.zharshy.store.ForeignCopies.Question;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.telegram.ApiCalls;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Keeps two databases with one token from publishing the same articles. The lease knows of copies
 * of this database only; of any other program Telegram tells by refusing to give the updates to
 * two. Where it does so for a minute, nothing is published until an owner has chosen. If it has not
 * done so for a minute and a half, the other program is gone or has given way, and publishing goes
 * on by itself: a newsroom that has stopped the other one at night need not press anything. Safe
 * for use by several threads.
 */
public final class ForeignCopy {
  /** What became of an answer to the question. */
  public enum Answer {
    DONE,
    /** The question is over. */
    OVER,
    /** Another program asked it. */
    NOT_OURS
  }

  private static final Duration STANDS = Duration.ofMinutes(1);

  /** Longer than any program's pause between two tries, one a minute by a timetable included. */
  private static final Duration GONE = Duration.ofSeconds(90);

  /** Somebody may ask for the updates by hand once or twice. */
  private static final int FEW = 3;

  /**
   * Two that wait for updates in turn are not refused all the time: a wait takes most of a minute.
   */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private static final int TOKEN_LETTERS = 8;

  private final ForeignCopies copies;
  private final BotApi api;
  private final PublishListener listener;
  private final Holder self;
  private final Runnable giveWay;
  private final Clock clock;
  private final LongSupplier nanos;
  private boolean known;
  private Optional<Question> open = Optional.empty();
  private boolean told;
  private int refusals;
  private boolean answered;
  private long first;
  private long last;

  /**
   * @param self this copy
   * @param giveWay ends the program, since the other one is to publish
   * @param nanos a monotonic clock
   */
  public ForeignCopy(
      ForeignCopies copies,
      BotApi api,
      PublishListener listener,
      Holder self,
      Runnable giveWay,
      Clock clock,
      LongSupplier nanos) {
    this.copies = copies;
    this.api = api;
    this.listener = listener;
    this.self = self;
    this.giveWay = giveWay;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** This copy begins to work; another of this database may have learnt something meanwhile. */
  public synchronized void begin() {
    known = false;
  }

  /** Whether something may be published now. */
  public synchronized boolean mayPublish() {
    Optional<Question> question = question();
    if (question.isPresent() && answered && nanos.getAsLong() - last >= GONE.toNanos()) {
      copies.end(clock.instant());
      open = Optional.empty();
      told = false;
      if (question.get().choice() == null) {
        listener.foreignCopyGone();
      }
      return true;
    }
    return question.isEmpty() || question.get().choice() == Choice.HERE;
  }

  /** Whether updates may be received: not where the other program is to have them. */
  public synchronized boolean mayReceive() {
    return question().map(it -> it.choice() != Choice.THERE).orElse(true);
  }

  /** Telegram has given the updates. */
  public synchronized void answered() {
    answered = true;
  }

  /** Telegram has refused to give the updates, as another program asks for them too. */
  public void refused() {
    if (isNews()) {
      ask(webhook());
    }
  }

  /** An owner's answer to the question. */
  public synchronized Answer choose(String token, Choice choice) {
    Optional<Question> question = question();
    if (question.isEmpty() || !question.get().token().equals(token)) {
      return copies.isOurs(token) ? Answer.OVER : Answer.NOT_OURS;
    }
    copies.choose(choice);
    known = false;
    listener.foreignCopyChosen(choice == Choice.HERE);
    // Ends the program where that is the choice.
    question();
    return Answer.DONE;
  }

  /** Whether the owners have to be asked, or asked again after a restart. */
  private synchronized boolean isNews() {
    long now = nanos.getAsLong();
    if (refusals == 0 || now - last > PAUSE.toNanos()) {
      first = now;
      refusals = 0;
    }
    refusals++;
    answered = false;
    last = now;
    Optional<Question> question = question();
    return question.isEmpty()
        ? refusals >= FEW && now - first >= STANDS.toNanos()
        : !told && question.get().choice() == null;
  }

  private synchronized void ask(@Nullable String webhook) {
    Optional<Question> question = question();
    if (question.isEmpty()) {
      String token = UUID.randomUUID().toString().substring(0, TOKEN_LETTERS);
      copies.ask(token, clock.instant());
      question = Optional.of(new Question(token, null));
      open = question;
    }
    told = true;
    listener.foreignCopy(question.get().token(), webhook, self);
  }

  private synchronized Optional<Question> question() {
    if (!known) {
      open = copies.open();
      known = true;
      answered = false;
      last = nanos.getAsLong();
      open.filter(it -> it.choice() == Choice.THERE).ifPresent(it -> giveWay.run());
    }
    return open;
  }

  /** The host of the address that the updates are sent to; the rest of it may be a secret. */
  private @Nullable String webhook() {
    if (api.call(ApiCalls.webhook()) instanceof Outcome.Done<WebhookInfo> done) {
      String address = done.result().getUrl();
      return address == null || address.isEmpty() ? null : host(address);
    }
    return null;
  }

  private static String host(String address) {
    try {
      return String.valueOf(URI.create(address).getHost());
    } catch (IllegalArgumentException e) {
      return "?";
    }
  }
}
