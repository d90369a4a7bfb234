package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Tries again while another program holds the database. An interrupt or closing ends the waiting
 * and leaves the work undone.
 *
 * @param isBusy whether an error says that another program holds the database
 */
record BusyRetry(Duration limit, BooleanSupplier closing, Predicate<SQLException> isBusy) {
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws SQLException;
  }

  /** Backups and editors' SQL sessions were seen to hold a database for half a minute. */
  static final Duration USUAL = Duration.ofSeconds(60);

  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

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
