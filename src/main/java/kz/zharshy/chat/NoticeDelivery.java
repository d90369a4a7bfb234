package kz.zharshy.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.zharshy.health.Health;
import kz.zharshy.health.WatchedPool;
import kz.zharshy.store.KeptNotices;
import kz.zharshy.store.KeptNotices.Kept;
import kz.zharshy.store.QueueException;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.ChatCalls;
import kz.zharshy.telegram.FloodBudget;
import kz.zharshy.telegram.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings notices to people: to those they are for, and where none of them can be reached to whoever
 * of the newsroom can. What nobody hears is kept and brought later. One thread of its own does the
 * work; safe for use by several threads.
 */
public final class NoticeDelivery implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NoticeDelivery.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration RHYTHM = Duration.ofMinutes(1);
  private static final int TRIES = 20;

  private final AnswerSender sender;
  private final NoticeReach reach;
  private final KeptNotices kept;
  private final Clock clock;
  private final WatchedPool thread;
  private final AtomicBoolean begun = new AtomicBoolean();
  private boolean bringing;

  /** Brings them to the people whom {@code reach} knows. */
  public NoticeDelivery(
      BotApi api,
      FloodBudget budget,
      NoticeReach reach,
      KeptNotices kept,
      Clock clock,
      Health health) {
    this.sender = new AnswerSender(api, budget);
    this.reach = reach;
    this.kept = kept;
    this.clock = clock;
    this.thread = new WatchedPool(health, "notices", 1);
    reach.whenBack(() -> after(Duration.ZERO, this::lookAtKept));
  }

  /** From now on this copy looks who can be reached, and brings what was kept. */
  public void begin() {
    if (begun.compareAndSet(false, true)) {
      after(Duration.ZERO, this::look);
    }
  }

  /** Tells the newsroom. */
  void tell(String text, Buttons buttons) {
    start(new NoticeErrand(kept(text, buttons), false, reach.newsroom(), 0));
  }

  /** Asks those who may decide. */
  void ask(String text, Buttons buttons) {
    start(new NoticeErrand(kept(text, buttons), true, reach.deciders(), 0));
  }

  /** Tells one person, and nobody else. */
  public void tell(long person, String text, Buttons buttons) {
    start(NoticeErrand.forOne(kept(text, buttons), person));
  }

  /** Tells it by the calling thread, once, for a program that ends. */
  void tellNow(String text) {
    NoticeErrand errand = new NoticeErrand(kept(text, Buttons.none()), false, reach.newsroom(), 0);
    while (errand.hasNext()) {
      long chat = errand.next();
      OutgoingCall call = OutgoingCall.of(chat, ChatCalls.kept(chat, errand.message()));
      if (sender.send(call, Lane.POST) instanceof AnswerSender.Try.Over) {
        errand.heard();
      } else {
        errand.refused();
      }
    }
  }

  /** Begins no further notice. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private static String kept(String text, Buttons buttons) {
    return Answer.of(text).with(buttons).kept();
  }

  private void start(NoticeErrand errand) {
    after(Duration.ZERO, () -> run(errand));
  }

  private void look() {
    try {
      reach.look();
    } catch (RuntimeException e) {
      log.warn("Who can be told something is not known just now: {}", e.toString());
    }
    lookAtKept();
    after(RHYTHM, this::look);
  }

  private void run(NoticeErrand errand) {
    try {
      while (errand.hasNext()) {
        long chat = errand.next();
        AnswerSender.Try outcome =
            sender.send(OutgoingCall.of(chat, ChatCalls.kept(chat, errand.message())), Lane.POST);
        if (outcome instanceof AnswerSender.Try.Wait wait) {
          Duration time = wait.time().compareTo(SHORTEST) > 0 ? wait.time() : SHORTEST;
          after(time, () -> run(errand));
          return;
        } else if (outcome instanceof AnswerSender.Try.Again) {
          notSent(errand);
          return;
        }
        note(errand, chat, outcome);
      }
      finish(errand);
    } catch (RuntimeException e) {
      log.warn("A notice could not be brought: {}", e.toString());
      notSent(errand);
    }
  }

  private void note(NoticeErrand errand, long chat, AnswerSender.Try outcome) {
    if (outcome instanceof AnswerSender.Try.Refused refused) {
      errand.refused();
      reach.refuses(chat, refused.kind(), refused.reason());
    } else {
      errand.heard();
      reach.hears(chat);
    }
  }

  private void finish(NoticeErrand errand) {
    if (errand.isHeard()) {
      reach.somebodyHears();
      done(errand);
    } else if (errand.isForOne()) {
      log.info("What one of the newsroom was to be told was not taken.");
    } else {
      log.error("Nobody of the newsroom can be told, so it is kept: {}", words(errand));
      keep(errand);
      reach.nobodyHears(waiting());
    }
  }

  /**
   * Telegram cannot be reached: what nobody heard waits in the database, where a crash leaves it.
   */
  private void notSent(NoticeErrand errand) {
    if (errand.isHeard() || errand.isForOne()) {
      tryAgain(errand);
    } else {
      keep(errand);
    }
  }

  private void keep(NoticeErrand errand) {
    if (errand.kept() != 0) {
      bringing = false;
      return;
    }
    try {
      kept.keep(errand.isQuestion(), errand.message(), clock.instant());
    } catch (QueueException e) {
      // It may be about the database itself.
      tryAgain(errand);
    }
  }

  private void tryAgain(NoticeErrand errand) {
    if (errand.mayTryAgain(TRIES)) {
      after(AGAIN, () -> run(errand));
    } else {
      log.error("Not everybody could be told: {}", words(errand));
      done(errand);
    }
  }

  /** For the log. */
  private static String words(NoticeErrand errand) {
    return ChatCalls.text(errand.message());
  }

  private void done(NoticeErrand errand) {
    if (errand.kept() != 0) {
      kept.remove(errand.kept());
      bringing = false;
      bringKept();
    }
  }

  private int waiting() {
    try {
      return kept.all().size();
    } catch (QueueException e) {
      return 1;
    }
  }

  private void lookAtKept() {
    try {
      bringKept();
    } catch (QueueException e) {
      log.warn("What was kept for the newsroom waits for the database: {}", e.getMessage());
    }
  }

  /** One after another: while the first cannot be brought, the others need not be tried. */
  private void bringKept() {
    Optional<Kept> oldest =
        begun.get() && !bringing ? kept.all().stream().findFirst() : Optional.empty();
    if (oldest.isPresent()) {
      bringing = true;
      NoticeErrand errand = errand(oldest.get());
      after(Duration.ZERO, () -> run(errand));
    }
  }

  private NoticeErrand errand(Kept one) {
    List<NoticeErrand.Circle> circles = one.question() ? reach.deciders() : reach.newsroom();
    return new NoticeErrand(one.message(), one.question(), circles, one.id());
  }

  private void after(Duration wait, Runnable work) {
    try {
      // Nobody waits for it: nothing that it runs lets anything through.
      Future<?> unused = thread.schedule(work, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("A notice came while the bot was stopping");
    }
  }
}
