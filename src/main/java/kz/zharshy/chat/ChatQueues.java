package kz.zharshy.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The updates in hand: in their order within a chat, side by side between chats, so that one
 * person's wait is nobody else's. Safe for use by several threads.
 */
final class ChatQueues {
  private static final Logger log = LoggerFactory.getLogger(ChatQueues.class);

  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  private final ScheduledExecutorService threads;
  private final Runnable left;
  private final Map<Long, Deque<UpdateTask>> byChat = new HashMap<>();
  private final Set<Long> inHand = new HashSet<>();

  /**
   * @param left told whenever an update has left the hand, done or not
   */
  ChatQueues(ScheduledExecutorService threads, Runnable left) {
    this.threads = threads;
    this.left = left;
  }

  synchronized Set<Long> inHand() {
    return Set.copyOf(inHand);
  }

  /** How many updates of a chat are in hand. */
  synchronized int waiting(long chat) {
    Deque<UpdateTask> tasks = byChat.get(chat);
    return tasks == null ? 0 : tasks.size();
  }

  synchronized void add(long chat, UpdateTask task) {
    inHand.add(task.id());
    Deque<UpdateTask> tasks = byChat.computeIfAbsent(chat, id -> new ArrayDeque<>());
    tasks.add(task);
    if (tasks.size() == 1) {
      schedule(chat, Duration.ZERO);
    }
  }

  private void schedule(long chat, Duration wait) {
    try {
      // Nobody waits for it: goOn lets nothing through that the future could hold.
      Future<?> unused = threads.schedule(() -> goOn(chat), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The program is being stopped. The update is not done, so the next run takes it up.
      log.debug("A chat waits for the next run");
    }
  }

  private void goOn(long chat) {
    Optional<Duration> wait = step(first(chat));
    if (wait.isPresent()) {
      schedule(chat, wait.get());
    } else {
      next(chat);
      left.run();
    }
  }

  private static Optional<Duration> step(UpdateTask task) {
    try {
      return task.step();
    } catch (Throwable e) {
      // The last line of defence: whatever it is, the other conversations must not pay for it.
      log.error(
          "Update {} is stuck and is tried again in a minute: {}",
          task.id(),
          e.getClass().getName());
      log.debug("Where it is stuck", e);
      return Optional.of(AFTER_A_FAULT);
    }
  }

  private synchronized UpdateTask first(long chat) {
    return byChat.getOrDefault(chat, new ArrayDeque<>()).getFirst();
  }

  private synchronized void next(long chat) {
    Deque<UpdateTask> tasks = byChat.getOrDefault(chat, new ArrayDeque<>());
    inHand.remove(tasks.removeFirst().id());
    if (tasks.isEmpty()) {
      byChat.remove(chat);
    } else {
      schedule(chat, Duration.ZERO);
    }
  }
}
