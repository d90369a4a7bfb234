package kz.zharshy.chat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.zharshy.health.Errors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The updates in hand, one of each chat, side by side, so that one person's wait is nobody else's.
 * Safe for use by several threads.
 */
final class ChatQueues {
  private static final Logger log = LoggerFactory.getLogger(ChatQueues.class);

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  private final ScheduledExecutorService threads;
  private final Runnable left;
  private final Set<Long> inHand = new HashSet<>();
  private int running;

  /**
   * @param left told whenever there may be room for another
   */
  ChatQueues(ScheduledExecutorService threads, Runnable left) {
    this.threads = threads;
    this.left = left;
  }

  /** The lines of the updates in hand. */
  synchronized Set<Long> inHand() {
    return Set.copyOf(inHand);
  }

  /** How many are at work or about to be, and do not wait for a time. */
  synchronized int running() {
    return running;
  }

  synchronized void add(UpdateTask task) {
    inHand.add(task.line());
    running++;
    schedule(task, Duration.ZERO, false);
  }

  private void schedule(UpdateTask task, Duration wait, boolean waited) {
    try {
      // Nobody waits for it: goOn lets nothing through that the future could hold.
      Future<?> unused =
          threads.schedule(() -> goOn(task, waited), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The program is being stopped. The update is not done, so the next run takes it up.
      log.debug("A chat waits for the next run");
    }
  }

  private void goOn(UpdateTask task, boolean waited) {
    if (waited) {
      count(1);
    }
    Optional<Duration> wait = step(task);
    count(-1);
    if (wait.isPresent()) {
      schedule(task, wait.get(), true);
    } else {
      leave(task.line());
    }
    left.run();
  }

  private synchronized void count(int change) {
    running += change;
  }

  private static Optional<Duration> step(UpdateTask task) {
    try {
      return task.step();
    } catch (RuntimeException e) {
      Errors.throwBehind(e);
      // The last line of defence: whatever it is, the other conversations must not pay for it.
      log.error(
          "Update {} is stuck and is tried again in a minute: {}",
          task.id(),
          e.getClass().getName());
      log.debug("Where it is stuck", e);
      return Optional.of(AFTER_A_FAULT);
    }
  }

  private synchronized void leave(long line) {
    inHand.remove(line);
  }
}
