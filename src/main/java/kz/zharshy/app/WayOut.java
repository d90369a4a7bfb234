package kz.zharshy.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import kz.zharshy.health.ErrorEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out of a program that runs until something ends it: what runs is closed in order, and
 * the process ends with a code, within ten seconds whatever does not answer. What is still under
 * way then is in the database as after a power cut, which the next start knows how to settle. Safe
 * for use by several threads.
 */
public final class WayOut {
  /** It was told to end, and did. */
  public static final int FINE = 0;

  /** The database's file was moved, deleted or replaced. */
  public static final int DATABASE_GONE = 4;

  /** An owner has chosen that another program with the bot's token publishes. */
  public static final int GAVE_WAY = 5;

  private static final Logger log = LoggerFactory.getLogger(WayOut.class);

  /** Supervisors kill after ten seconds; who is killed cannot say that all is well. */
  private static final Duration BOUND = Duration.ofSeconds(9);

  private static final int NOT_LEAVING = -1;

  /** What a shell adds to the number of a signal that ended a program. */
  private static final int BY_SIGNAL = 128;

  private final IntConsumer end;
  private final AtomicInteger code = new AtomicInteger(NOT_LEAVING);
  private final AtomicInteger signals = new AtomicInteger();
  private final CountDownLatch leaving = new CountDownLatch(1);
  private volatile @Nullable AutoCloseable running;

  /**
   * @param end ends the process with a code
   */
  public WayOut(IntConsumer end) {
    this.end = end;
    // Now: at the end there may be no memory left to make a thread of.
    daemon("zharshy-stop", this::closeAndEnd);
    daemon("zharshy-bound", this::endInTime);
  }

  /** The way out of this process, which SIGTERM, SIGINT and SIGHUP take from now on. */
  public static WayOut ofThisProcess() {
    WayOut wayOut = new WayOut(Runtime.getRuntime()::halt);
    Signals.handle("TERM", () -> wayOut.told(15));
    Signals.handle("INT", () -> wayOut.told(2));
    Signals.handle("HUP", () -> wayOut.told(1));
    return wayOut;
  }

  /** Says what runs, which is closed before the process ends. Until then it ends at once. */
  public void closes(AutoCloseable what) {
    running = what;
  }

  /** Begins to leave, the first who asks with that one's code. Returns at once. */
  public void leave(int exitCode) {
    if (code.compareAndSet(NOT_LEAVING, exitCode)) {
      leaving.countDown();
    }
  }

  /** Waits for the end of the process. */
  public void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** The first time asks, the second insists. */
  void told(int signal) {
    if (signals.incrementAndGet() > 1) {
      end.accept(BY_SIGNAL + signal);
    }
    // An error ends the process within a second, with the code that says so.
    if (ErrorEnd.installed().filter(ErrorEnd::isEnding).isEmpty()) {
      leave(FINE);
    }
  }

  private void closeAndEnd() {
    try {
      leaving.await();
      AutoCloseable what = running;
      if (what != null) {
        log.info("Stopping; what is under way has some seconds to end.");
        what.close();
        log.info("Stopped.");
      }
    } catch (Throwable e) {
      log.error("Stopping went wrong: {}", e.toString());
    } finally {
      end.accept(code.get());
    }
  }

  /**
   * Not a word of it in the log: that nobody reads what the program prints may be what is wrong.
   */
  private void endInTime() {
    try {
      leaving.await();
      TimeUnit.NANOSECONDS.sleep(BOUND.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.accept(code.get());
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
