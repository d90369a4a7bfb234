package kz.zharshy.store;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.zharshy.health.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks five times a second whether another program has committed a change. */
final class ChangeWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatcher.class);
  private static final Duration PERIOD = Duration.ofMillis(200);

  private final Store store;
  private final Runnable changed;
  private final Heartbeat heartbeat;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "queue-watcher");
  private final OptionalLong start;
  private boolean faulty;

  ChangeWatcher(Store store, Runnable changed, Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
    this.store = store;
    this.changed = changed;
    this.start = store.otherCommits();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
  }

  private void watch() {
    heartbeat.begin();
    try {
      OptionalLong before = start;
      while (!closing.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        heartbeat.step();
        before = look(before);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    heartbeat.end();
  }

  private OptionalLong look(OptionalLong before) {
    try {
      OptionalLong now = store.otherCommits();
      faulty = false;
      if (now.isEmpty()) {
        return before;
      }
      if (before.isPresent() && before.getAsLong() != now.getAsLong()) {
        changed.run();
      }
      return now;
    } catch (QueueException e) {
      // Logged once, not five times a second; everyone else who uses the database meets the fault
      // too.
      if (!faulty) {
        LOG.warn("Other programs' changes are not seen at once: {}", e.getMessage());
      }
      faulty = true;
      return before;
    }
  }
}
