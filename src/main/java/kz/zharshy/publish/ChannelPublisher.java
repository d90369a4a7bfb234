package kz.zharshy.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.QueueException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one channel's articles, one part a step. Only one thread may call {@link #step}, and
 * only one publisher may serve a channel.
 */
public final class ChannelPublisher {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(1);
  private static final Duration ROUTING = Duration.ofMillis(200);

  /** New posts go first, but a correction does not wait for all of a long queue. */
  private static final int MOST_IN_A_ROW = 5;

  private final Channel channel;
  private final PublishContext context;
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

  /** A publisher of one channel. */
  public ChannelPublisher(
      Channel channel,
      PublishContext context,
      PartPlanner planner,
      PartSender sender,
      PartEditor editor) {
    this.channel = channel;
    this.context = context;
    this.articles = context.stores().articles();
    this.ledger = context.stores().ledger();
    this.turns = new ChannelTurns(channel.name(), articles, ledger, context.timetables());
    this.planner = planner;
    this.sender = sender;
    this.overdue = context.overdue();
    this.backlog = new Backlog(channel, context);
    this.gate = new ChannelGate(channel, context);
    this.corrector = new Corrector(channel, context, planner, editor, gate);
    this.pinner = new Pinner(channel, context, editor, gate);
    this.listener = context.listener();
    this.clock = context.clock();
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
      if (e.kind() == QueueException.Kind.CLOSED) {
        throw e;
      }
      database(e.reason());
      return DATABASE_RETRY;
    }
  }

  /** Tells once that the database fails, and once that it works again. */
  private void database(@Nullable Reason trouble) {
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
    article.ifPresent(this::workOn);
  }

  private void workOn(Article article) {
    Task task = Task.of(Task.Kind.ARTICLE, article.id());
    Optional<Reason> refusal = AtWork.refusal(task);
    if (refusal.isEmpty()) {
      AtWork.run(task, () -> sendNextPart(article));
    } else if (ledger.parts(article.id()).stream().noneMatch(part -> isDoubted(article, part))) {
      articles.move(
          article.id(),
          ArticleState.PUBLISHING,
          ArticleState.FAILED,
          refusal.get(),
          ArticleQueue.BOT,
          clock.instant());
      AtWork.marked(task);
      listener.failed(article, refusal.get());
    }
  }

  /** What was being sent when the bot ended is to be looked for, whatever becomes of the rest. */
  private boolean isDoubted(Article article, Delivery part) {
    boolean doubted = part.state() == DeliveryState.SENDING;
    if (doubted) {
      recorder(article, part).inDoubt(Reason.of(ReasonCode.STOPPED_WHILE_SENDING));
    }
    return doubted;
  }

  private void sendNextPart(Article article) {
    for (Delivery part : planner.parts(turns.inBurst(article, clock.instant()), channel)) {
      if (part.state() == DeliveryState.PENDING) {
        send(article, part);
        return;
      }
      if (part.state() != DeliveryState.SENT) {
        recorder(article, part).inDoubt(Reason.of(ReasonCode.STOPPED_WHILE_SENDING));
        return;
      }
    }
  }

  /**
   * A picture is made ready before its part is noted as on its way: whatever happens meanwhile,
   * nothing was sent.
   */
  private void send(Article article, Delivery part) {
    Optional<PictureTrouble> trouble = sender.pictureTrouble(part);
    if (trouble.isPresent()) {
      save(article, part, trouble.get().begun());
      // Nothing was called, so the place in the budget is still free.
      ledger.parts(article.id()).stream()
          .filter(it -> it.id() == part.id() && it.state() == DeliveryState.PENDING)
          .findFirst()
          .ifPresent(other -> send(article, other));
      return;
    }
    Optional<Delivery> sending = ledger.sending(part.id(), clock.instant());
    if (sending.isPresent()) {
      PartSender.Result result = sender.send(sending.get());
      OutcomeRecorder recorder = recorder(article, sending.get());
      unrecorded = () -> result.record(recorder);
    }
  }

  private void save(Article article, Delivery part, PictureTrouble trouble) {
    OutcomeRecorder recorder = recorder(article, part);
    recorder.pictureRefused(trouble);
    PartSender.Result way = sender.anotherWay(part, trouble);
    unrecorded = () -> way.record(recorder);
    recordWhatIsDone();
  }

  private OutcomeRecorder recorder(Article article, Delivery part) {
    return new OutcomeRecorder(article, part, context, gate);
  }
}
