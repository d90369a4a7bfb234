package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Tries again while another program holds the database. An interrupt or closing ends the waiting
 * and leaves the work undone.
 */
final class BusyRetry {
  /** One attempt. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws SQLException;
  }

  /** Backups and editors' SQL sessions were seen to hold a database for half a minute. */
  static final Duration USUAL = Duration.ofSeconds(60);

  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  private final Duration limit;
  private final BooleanSupplier closing;
  private final Predicate<SQLException> isBusy;

  /**
   * @param isBusy whether an error says that another program holds the database
   */
  BusyRetry(Duration limit, BooleanSupplier closing, Predicate<SQLException> isBusy) {
    this.limit = limit;
    this.closing = closing;
    this.isBusy = isBusy;
  }

  <T> T attempt(Attempt<T> attempt) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        return attempt.run();
      } catch (SQLException e) {
        boolean over = System.nanoTime() - start > limit.toNanos();
        if (!isBusy.test(e)
            || over
            || closing.getAsBoolean()
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
