package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Heartbeat;

/**
 * Tries again while another program holds the database. An interrupt or closing ends the waiting
 * and leaves the work undone.
 *
 * @param name of the database, in messages
 * @param isBusy whether an error says that another program holds the database
 */
record BusyRetry(
    String name, Duration limit, BooleanSupplier closing, Predicate<SQLException> isBusy) {
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws SQLException;
  }

  /** Backups and editors' SQL sessions were seen to hold a database for half a minute. */
  static final Duration USUAL = Duration.ofSeconds(60);

  /** Most hold it for milliseconds. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

  <T> T attempt(Attempt<T> attempt) throws SQLException {
    long start = System.nanoTime();
    try {
      return attempt.run();
    } catch (SQLException e) {
      throwIfOver(e, start);
    }
    return Heartbeat.within(
        Reason.of(ReasonCode.DATABASE_LOCKED, name), SHORT, () -> goOn(attempt, start));
  }

  private <T> T goOn(Attempt<T> attempt, long start) throws SQLException {
    while (true) {
      LockSupport.parkNanos(PAUSE_NANOS);
      try {
        return attempt.run();
      } catch (SQLException e) {
        throwIfOver(e, start);
      }
    }
  }

  private void throwIfOver(SQLException e, long start) throws SQLException {
    boolean over = System.nanoTime() - start > limit.toNanos();
    if (!isBusy.test(e)
        || over
        || closing.getAsBoolean()
        || Thread.currentThread().isInterrupted()) {
      throw e;
    }
  }
}
