package kz.zharshy.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads of which each is a watched worker. An {@link Error} of a task is not kept in a future
 * that nobody reads: it ends the thread, and so the program. What waits for its time is dropped at
 * the end.
 */
public final class WatchedPool extends ScheduledThreadPoolExecutor {
  private static final Logger log = LoggerFactory.getLogger(WatchedPool.class);

  /**
   * @param name of the workers, to which a number is added
   */
  public WatchedPool(Health health, String name, int threads) {
    super(threads, work -> thread(health.worker(name), name, work));
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    Heartbeat.ofOwn(Heartbeat::step);
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    Heartbeat.ofOwn(Heartbeat::rest);
    if (task instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
      pass(future);
    }
  }

  private static void pass(Future<?> done) {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      log.error("A task went wrong: {}", String.valueOf(e.getCause()));
      log.debug("Where it went wrong", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Heartbeat heartbeat, String name, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              heartbeat.begin();
              heartbeat.rest();
              work.run();
              heartbeat.end();
            },
            "zharshy-" + name);
    thread.setDaemon(true);
    return thread;
  }
}
