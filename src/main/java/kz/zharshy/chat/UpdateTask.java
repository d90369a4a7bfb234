package kz.zharshy.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;
import kz.zharshy.store.QueueException;
import kz.zharshy.store.UpdateInbox;
import kz.zharshy.store.UpdateInbox.StoredUpdate;
import kz.zharshy.telegram.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * The way of one update: handled, answered, done. It goes as far as it can and says how long to
 * wait before it can go on; what is behind it is not done twice. For one thread at a time.
 */
final class UpdateTask {
  private static final Logger log = LoggerFactory.getLogger(UpdateTask.class);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** About an hour and a half; an answer that comes later is none. */
  private static final int MOST_UNSENT = 100;

  /** The inbox gives each update three; this many have failed before the last. */
  private static final int LAST_TRY = 2;

  private final StoredUpdate stored;
  private final Update update;
  private final UpdateHandler handler;
  private final AnswerSender sender;
  private final UpdateInbox inbox;
  private final Clock clock;

  private final Lane lane;
  private final Deque<OutgoingCall> unsaid = new ArrayDeque<>();
  private boolean handled;
  private long messageId;
  private @Nullable String fault;
  private int unsent;

  UpdateTask(
      StoredUpdate stored,
      Update update,
      UpdateHandler handler,
      AnswerSender sender,
      UpdateInbox inbox,
      Clock clock) {
    this.stored = stored;
    this.update = update;
    this.handler = handler;
    this.sender = sender;
    this.inbox = inbox;
    this.clock = clock;
    // The newsroom's work must not wait behind a flood of readers.
    this.lane = stored.newsroom() ? Lane.POST : Lane.ANSWER;
  }

  long id() {
    return stored.id();
  }

  long line() {
    return stored.line();
  }

  /** Goes on; gives the wait before it can go further, or nothing once it is through. */
  Optional<Duration> step() {
    try {
      if (!handled) {
        handle();
      }
      Optional<Duration> wait = send();
      if (wait.isEmpty()) {
        settle();
      }
      return wait;
    } catch (QueueException e) {
      // The database is locked or full: nothing is wrong with the update, and nothing is lost.
      log.warn("Update {} waits for the database: {}", id(), e.getMessage());
      return Optional.of(DATABASE_PAUSE);
    }
  }

  private void handle() {
    try {
      unsaid.addAll(AtWork.on(Task.of(Task.Kind.UPDATE, id()), () -> handler.handle(update)));
    } catch (QueueException e) {
      if (passes(e)) {
        throw e;
      }
      fault = e.getMessage();
    } catch (RuntimeException e) {
      // One update that trips over a mistake of ours must not stop all behind it.
      // Its words may be a reader's, and what is kept of an update must not be.
      fault = e.getClass().getSimpleName() + where(e);
      log.debug("Update {} could not be handled", id(), e);
    }
    handled = true;
  }

  private static String where(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }

  private static boolean passes(QueueException e) {
    return switch (e.kind()) {
      case BUSY, FULL, DISK, CORRUPT, LEASE, CLOSED -> true;
      case REFUSED, OTHER -> false;
    };
  }

  private Optional<Duration> send() {
    while (!unsaid.isEmpty()) {
      AnswerSender.Try result = sender.send(unsaid.getFirst(), lane);
      if (result instanceof AnswerSender.Try.Wait wait) {
        return Optional.of(wait.time());
      }
      if (result instanceof AnswerSender.Try.Again && unsent < MOST_UNSENT) {
        Duration pause = Duration.ofSeconds(1L << Math.min(unsent++, 6));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
      }
      if (result instanceof AnswerSender.Try.Over over) {
        messageId = Math.max(messageId, over.messageId());
      }
      if (result instanceof AnswerSender.Try.Again) {
        log.warn("An answer to update {} is given up after {} tries", id(), unsent);
      }
      unsaid.removeFirst();
    }
    return Optional.empty();
  }

  /** Notes that an update could not be handled, and says so when it is for the last time. */
  static void setBack(StoredUpdate update, String fault, UpdateInbox inbox, Clock clock) {
    if (update.tries() >= LAST_TRY) {
      log.warn("Update {} was set aside after three tries: {}", update.id(), fault);
    }
    inbox.failed(update.id(), fault, clock.instant());
  }

  private void settle() {
    if (fault == null) {
      inbox.done(id(), messageId, clock.instant());
      return;
    }
    setBack(stored, fault, inbox, clock);
  }
}
