package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.zharshy.article.Article;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.FloodWaits;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.Ledger.PlannedPart;
import kz.zharshy.store.Pins;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.RelatedPostsStore;
import kz.zharshy.telegram.FloodBudget;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one channel's articles, one part a step. Only one thread may call {@link #step}, and
 * only one publisher may serve a channel.
 */
public final class ChannelPublisher {
  static final String ACTOR = "bot";

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(1);
  private static final Duration ROUTING = Duration.ofMillis(200);

  /** New posts go first, but a correction does not wait for all of a long queue. */
  private static final int MOST_IN_A_ROW = 5;

  private final Channel channel;
  private final ArticleQueue articles;
  private final Ledger ledger;
  private final ChannelTurns turns;
  private final PartPlanner planner;
  private final PartSender sender;
  private final OverdueGuard overdue;
  private final Backlog backlog;
  private final Corrector corrector;
  private final Pinner pinner;
  private final ChannelGate gate;
  private final PublishListener listener;
  private final Clock clock;
  private int postsInARow;
  private @Nullable Runnable unrecorded;
  private boolean databaseFails;

  /** What the publishers of all channels share. */
  public record Shared(
      ArticleQueue articles,
      Ledger ledger,
      Corrections corrections,
      RelatedPostsStore relatedPosts,
      Pins pins,
      OverdueGuard overdue,
      Timetables timetables,
      FloodWaits waits,
      FloodBudget budget,
      TelegramHealth health,
      PublishListener listener,
      Clock clock,
      LongSupplier nanos) {}

  /** A publisher of one channel. */
  public ChannelPublisher(
      Channel channel, Shared shared, PartPlanner planner, PartSender sender, PartEditor editor) {
    this.channel = channel;
    this.articles = shared.articles();
    this.ledger = shared.ledger();
    this.turns = new ChannelTurns(channel.name(), articles, ledger, shared.timetables());
    this.planner = planner;
    this.sender = sender;
    this.overdue = shared.overdue();
    this.backlog = new Backlog(channel, shared);
    this.gate =
        new ChannelGate(
            channel,
            shared.waits(),
            shared.budget(),
            shared.health(),
            shared.listener(),
            shared.clock(),
            shared.nanos());
    this.corrector = new Corrector(channel, shared, planner, editor, gate);
    this.pinner = new Pinner(channel, shared, editor, gate);
    this.listener = shared.listener();
    this.clock = shared.clock();
  }

  /** Sends the next part, if one may go out now; returns how long there will be nothing to do. */
  public Duration step() {
    try {
      recordWhatIsDone();
      Duration wait = gate.pause();
      wait = wait.isZero() ? next() : wait;
      database(null);
      return wait;
    } catch (QueueException e) {
      database(e.getMessage());
      return DATABASE_RETRY;
    }
  }

  /** Tells once that the database fails, and once that it works again. */
  private void database(@Nullable String trouble) {
    if (trouble != null && !databaseFails) {
      listener.databaseTrouble(trouble);
    } else if (trouble == null && databaseFails) {
      listener.databaseBack();
    }
    databaseFails = trouble != null;
  }

  /** What Telegram did must be in the ledger before anything else is sent. */
  private void recordWhatIsDone() {
    Runnable open = unrecorded;
    if (open != null) {
      open.run();
      unrecorded = null;
    }
  }

  /** The place in the budget comes first: what waits for one can still be changed or withdrawn. */
  private Duration next() {
    Duration idle = untilWork();
    Optional<Runnable> change =
        idle.isZero() && postsInARow < MOST_IN_A_ROW ? Optional.empty() : change();
    if (change.isEmpty() && !idle.isZero()) {
      return pinner.orUntilNextEnd(idle);
    }
    Duration wait = gate.take();
    if (!wait.isZero()) {
      return wait;
    }
    try {
      postsInARow = change.isPresent() ? 0 : postsInARow + 1;
      change.ifPresentOrElse(Runnable::run, this::sendOne);
    } finally {
      gate.finished();
    }
    recordWhatIsDone();
    return Duration.ZERO;
  }

  /** What is to be done with a post that is out. */
  private Optional<Runnable> change() {
    Optional<Runnable> correction = corrector.next().map(call -> () -> corrector.make(call));
    return correction.or(() -> pinner.next().map(task -> () -> pinner.make(task)));
  }

  private Duration untilWork() {
    if (articles.publishing(channel.name()).isPresent()) {
      return Duration.ZERO;
    }
    // What waited for its slot or for the morning is not late.
    if (!turns.areRuled()) {
      if (!overdue.admits(channel.name())) {
        return ROUTING;
      }
      backlog.look();
    }
    overdue.settle();
    return untilNextDue();
  }

  private Duration untilNextDue() {
    Optional<Instant> due = turns.next(clock.instant());
    if (due.isEmpty()) {
      return IDLE;
    }
    Duration wait = Duration.between(clock.instant(), due.get());
    // A wall clock may jump: look again at least every half minute.
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(IDLE) < 0 ? wait : IDLE;
  }

  private void sendOne() {
    Optional<Article> article = articles.publishing(channel.name());
    if (article.isEmpty()) {
      article = turns.claim(clock.instant());
    }
    article.ifPresent(this::sendNextPart);
  }

  private void sendNextPart(Article article) {
    for (Delivery part : planner.parts(turns.inBurst(article, clock.instant()), channel)) {
      if (part.state() == DeliveryState.PENDING) {
        send(article, part);
        return;
      }
      if (part.state() != DeliveryState.SENT) {
        doubt(article, part, "The bot was stopped while this part was on its way.");
        return;
      }
    }
  }

  private void send(Article article, Delivery part) {
    Optional<Delivery> sending = ledger.sending(part.id(), clock.instant());
    if (sending.isPresent()) {
      PartSender.Result result = sender.send(sending.get());
      unrecorded = () -> record(article, sending.get(), result);
    }
  }

  private void record(Article article, Delivery part, PartSender.Result result) {
    result.record(new Recorder(article, part));
  }

  /** Puts into the ledger what became of a part. Repeated as a whole when the database fails. */
  final class Recorder {
    private final Article article;
    private final Delivery part;

    private Recorder(Article article, Delivery part) {
      this.article = article;
      this.part = part;
    }

    void sent(long firstId, long lastId) {
      ledger.sent(part.id(), firstId, lastId, clock.instant());
      gate.succeeded();
      if (part.part() == part.parts()) {
        if (part.added()) {
          listener.corrected(article, channel.name());
        } else {
          Long first = ledger.parts(article.id()).get(0).messageId();
          listener.published(article, part, first == null ? firstId : first);
        }
      }
    }

    void notSent(String reason) {
      ledger.notSent(part.id(), reason);
      gate.failed(reason);
    }

    void flooded(String reason, Duration wait) {
      ledger.notSent(part.id(), reason);
      gate.flooded(wait);
    }

    void botRefused(String reason) {
      ledger.notSent(part.id(), reason);
      gate.botRefused(reason);
    }

    void channelRefused(String reason) {
      ledger.notSent(part.id(), reason);
      gate.channelRefused(reason);
    }

    void articleRefused(String reason) {
      ledger.refused(part.id(), reason, clock.instant());
      listener.failed(article, reason);
    }

    void richRefused(String reason) {
      ledger.richRefused(part.id(), reason, clock.instant());
    }

    void anotherWay(PlannedPart other, String reason) {
      ledger.replace(part.id(), other, reason, clock.instant());
    }

    void unknown(String reason) {
      doubt(article, part, reason);
      gate.failed(reason);
    }
  }

  /** Sets an article aside until it is settled whether the part is in the channel. */
  private void doubt(Article article, Delivery part, String reason) {
    if (ledger.unknown(part.id(), reason, DoubtSettler.LOOKING, clock.instant())) {
      listener.inDoubt(article, part, reason);
    }
  }
}
