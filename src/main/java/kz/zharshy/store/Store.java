package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/**
 * The connections of this program: one writes, one reads, so that a reader never waits for a
 * writer. Safe for use by several threads.
 */
final class Store implements AutoCloseable {
  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Sql sql) throws SQLException;
  }

  /** The triggers that write the history read who it is; nobody else sees the row. */
  static final String SIGN = "INSERT INTO session (actor, at) VALUES (?, ?)";

  static final String UNSIGN = "DELETE FROM session";

  /** A fence behind which nobody stands. */
  static final long NOBODY = -1;

  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  /** No lease was asked for: this program publishes without. */
  private static final long NO_FENCE = 0;

  private static final String OUR_TURN =
      "SELECT 1 FROM lease WHERE name = 'publisher' AND fence = ?";

  /** What follows from changes beyond their own rows. */
  interface Consequences {
    /** Whether some are still to be carried out. */
    boolean areDue(Sql sql) throws SQLException;

    /** Carries out those that are due, or as many as one transaction should. */
    void drain(Sql sql) throws SQLException;
  }

  private final String file;
  private final Dialect dialect;
  private final BusyRetry patience;
  private final Consequences consequences;
  private final Runnable changed;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private final FutureTimes futureTimes = new FutureTimes();
  private final Sql writer;
  private final Sql reader;
  private volatile boolean abandoned;
  private volatile boolean impatient;
  private volatile boolean closing;
  private volatile long fence = NO_FENCE;

  /**
   * Opens a database whose schema is up to date.
   *
   * @param consequences carried out within each transaction that changes something
   * @param changed run after each commit that changed something, by the thread that committed
   */
  Store(Dialect dialect, Duration patience, Consequences consequences, Runnable changed) {
    this.file = dialect.name();
    this.dialect = dialect;
    this.patience = new BusyRetry(file, patience, () -> impatient, dialect::isBusy);
    this.consequences = consequences;
    this.changed = changed;
    try {
      this.writer = this.patience.attempt(dialect::writer);
      this.reader = this.patience.attempt(dialect::reader);
    } catch (SQLException e) {
      throw dialect.explain(e);
    }
  }

  <T> T read(Work<T> work) {
    reading.lock();
    try {
      checkOpen();
      return patience.attempt(() -> work.run(reader));
    } catch (SQLException e) {
      throw dialect.explain(e);
    } finally {
      reading.unlock();
    }
  }

  /** Does all of it in one committed transaction, or nothing. */
  <T> T write(Work<T> work) {
    T result;
    boolean ring;
    writing.lock();
    try {
      checkOpen();
      result = transaction(work);
      ring = writer.takeChanged();
    } catch (SQLException e) {
      throw dialect.explain(e);
    } finally {
      writing.unlock();
    }
    if (ring) {
      changed.run();
    }
    return result;
  }

  /** The same; the lines that it adds to the history bear this actor and this time. */
  <T> T write(String actor, Instant at, Work<T> work) {
    return write(
        sql -> {
          sql.prepare(SIGN, actor, at);
          T result = work.run(sql);
          sql.prepare(UNSIGN);
          return result;
        });
  }

  /** The same, for what leads to a call: only while this copy of the bot may publish. */
  <T> T writeFenced(String actor, Instant at, Work<T> work) {
    return write(
        actor,
        at,
        sql -> {
          checkFence(sql);
          return work.run(sql);
        });
  }

  /** The same, for what no listener waits for. */
  <T> T writeQuietly(Work<T> work) {
    return write(
        sql -> {
          T result = work.run(sql);
          sql.takeChanged();
          return result;
        });
  }

  /**
   * Draws the conclusions from what other programs did. For those who are about to act upon them;
   * who only reads, reads on while another program holds the database.
   */
  void settle() {
    if (read(consequences::areDue)) {
      write(sql -> true);
    }
  }

  /** For those who wait by times in the database: none of them lies in the future by mistake. */
  void cutFutureTimes(Instant now) {
    cutFutureTimes(now, false);
  }

  /**
   * The same.
   *
   * @param again whether to look although this program's clock has not gone back
   */
  void cutFutureTimes(Instant now, boolean again) {
    if (!futureTimes.isDue(now) && !again) {
      return;
    }
    try {
      if (read(sql -> futureTimes.areAny(sql, now))) {
        write(
            ArticleQueue.BOT,
            now,
            sql -> {
              futureTimes.cut(sql, now);
              return true;
            });
      }
    } catch (RuntimeException e) {
      futureTimes.forget();
      throw e;
    }
  }

  /** From now on this copy may publish while the lease has this number. */
  void standBehindFence(long number) {
    fence = number;
  }

  /** Leaves nothing of what was deleted, in no file beside the database either. */
  void erase() {
    writing.lock();
    reading.lock();
    try {
      checkOpen();
      dialect.erase(writer);
    } catch (SQLException e) {
      throw dialect.explain(e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  /** A number that another program's commit changes; empty while this program is writing. */
  OptionalLong otherCommits() {
    if (!writing.tryLock()) {
      return OptionalLong.empty();
    }
    try {
      return closing ? OptionalLong.empty() : OptionalLong.of(dialect.otherCommits(writer));
    } catch (SQLException e) {
      throw dialect.explain(e);
    } finally {
      writing.unlock();
    }
  }

  /** From now on nothing is claimed or sent; what was done is still recorded. */
  void abandon() {
    abandoned = true;
  }

  /** From now on nothing waits for another program that holds the database. */
  void endWaits() {
    impatient = true;
  }

  /** Leaves open what does not come to an end: whoever closes is about to end the process. */
  @Override
  public void close() {
    endWaits();
    closing = true;
    boolean written = close(writing, writer);
    boolean read = close(reading, reader);
    if (!written || !read) {
      throw new QueueException(
          QueueException.Kind.BUSY, file + " is still in use and stays open until the end.");
    }
  }

  private boolean close(ReentrantLock lock, Sql connection) {
    boolean mine = false;
    try {
      mine = lock.tryLock(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
      if (mine) {
        connection.close();
      }
    } catch (SQLException e) {
      throw dialect.explain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (mine) {
        lock.unlock();
      }
    }
    return mine;
  }

  private <T> T transaction(Work<T> work) throws SQLException {
    patience.attempt(
        () -> {
          dialect.begin(writer);
          return true;
        });
    boolean done = false;
    try {
      T result = work.run(writer);
      consequences.drain(writer);
      patience.attempt(
          () -> {
            writer.execute("COMMIT");
            return true;
          });
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    writer.takeChanged();
    try {
      writer.execute("ROLLBACK");
    } catch (SQLException e) {
      // After a full disk or a failed read SQLite has rolled back by itself; the first fault is
      // the one that tells something, and it is on its way.
      return;
    }
  }

  private void checkFence(Sql sql) throws SQLException {
    if (abandoned) {
      throw new QueueException(
          QueueException.Kind.DISK, Reason.of(ReasonCode.DATABASE_MOVED, file), null);
    }
    if (fence != NO_FENCE && sql.first(OUR_TURN, row -> true, fence).isEmpty()) {
      throw new QueueException(
          QueueException.Kind.LEASE, Reason.of(ReasonCode.ANOTHER_COPY, file.toString()), null);
    }
  }

  private void checkOpen() {
    if (closing) {
      throw new QueueException(
          QueueException.Kind.CLOSED, Reason.of(ReasonCode.DATABASE_CLOSED, file.toString()), null);
    }
  }
}
