package kz.zharshy.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program when an {@link Error} was thrown anywhere, or when a watched worker died: nobody
 * knows what is left half done, and a restart loses nothing. Last words are tried for a second;
 * then the process ends, whatever hangs. Safe for use by several threads.
 */
public final class ErrorEnd implements Thread.UncaughtExceptionHandler {
  /** The exit code, which means: start it again. (70 is what sysexits.h calls a software error.) */
  public static final int EXIT_CODE = 70;

  private static final Logger log = LoggerFactory.getLogger(ErrorEnd.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int RESERVE_BYTES = 1 << 20;

  private final AtomicBoolean ending = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile BooleanSupplier someoneDied = () -> false;
  private volatile Consumer<Throwable> record = why -> {};
  private volatile Consumer<Throwable> farewell = why -> {};

  /** Where memory is the trouble, there is some for the last words. */
  @SuppressWarnings("UnusedVariable") // It is held to be let go.
  private byte @Nullable [] reserve = new byte[RESERVE_BYTES];

  private ErrorEnd() {}

  /** From now on an error in any thread ends the process. */
  public static ErrorEnd install() {
    ErrorEnd end = new ErrorEnd();
    Thread.setDefaultUncaughtExceptionHandler(end);
    // Begun now: when the time has come there may be no memory for a thread.
    Thread thread = new Thread(end::watch, "zharshy-end");
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  /** The one that was installed; empty where the program is part of another, such as a test. */
  public static Optional<ErrorEnd> installed() {
    return Thread.getDefaultUncaughtExceptionHandler() instanceof ErrorEnd end
        ? Optional.of(end)
        : Optional.empty();
  }

  /** Says who is told, after all else. It may hang or fail: there is a second for it. */
  public void tellBy(Consumer<Throwable> teller) {
    farewell = teller;
  }

  /**
   * What these workers were at work on is recorded at the end; and one whose death passed everyone
   * by, for want of memory, is an end too.
   */
  public void watch(Health health) {
    record = health.atWork()::died;
    someoneDied = health::someoneDied;
  }

  /** Ends the process if it must; a thread that nobody watches may die of an exception alone. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    Optional<Error> error = Errors.behind(thrown);
    if (error.isPresent()) {
      end(thread.getName(), error.get());
    } else if (Heartbeat.own() != null) {
      end(thread.getName(), thrown);
    } else {
      log.error("The thread {} has ended: {}", thread.getName(), thrown.toString());
      log.debug("Where it ended", thrown);
    }
  }

  /** Whether an error is about to end the process. */
  public boolean isEnding() {
    return ending.get();
  }

  private void end(String thread, Throwable why) {
    if (!ending.compareAndSet(false, true)) {
      return;
    }
    reserve = null;
    begun.countDown();
    tryTo(record, why);
    tryTo(error -> log(thread, error), why);
    tryTo(farewell, why);
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  private static void log(String thread, Throwable why) {
    log.error(
        "Ended by an error in the thread {}: {}. Nothing is lost; start it again.",
        thread,
        why.toString());
    log.debug("Where it went wrong", why);
  }

  private static void tryTo(Consumer<Throwable> word, Throwable why) {
    try {
      word.accept(why);
    } catch (Throwable failed) {
      // Nothing must keep the process from its end.
      System.err.println(failed);
    }
  }

  private void watch() {
    try {
      while (!begun.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (someoneDied.getAsBoolean()) {
          end("of a worker", new IllegalStateException("it ended without a word"));
        }
      }
      TimeUnit.NANOSECONDS.sleep(LAST_WORDS.toNanos());
      Runtime.getRuntime().halt(EXIT_CODE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
