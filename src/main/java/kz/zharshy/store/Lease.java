package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of several copies of the bot publishes. Once a {@link QueueDatabase} was asked for its
 * lease, only the copy that holds it may claim articles and begin calls; the others' attempts fail
 * with {@link QueueException.Kind#LEASE}. Any copy may record the outcome of a call. Safe for use
 * by several threads.
 */
public final class Lease {
  /** How often to call {@link #hold}. */
  public static final Duration RHYTHM = Duration.ofSeconds(3);

  /** A copy that does not renew the lease for this long loses it. */
  public static final Duration LENGTH = Duration.ofSeconds(10);

  /**
   * Another copy of the bot.
   *
   * @param host the name of its machine
   * @param pid its process there
   * @param since when it began to publish
   */
  public record Holder(String host, long pid, Instant since) {}

  private static final String READ =
      """
      SELECT holder, host, space, pid, started, fence, since, expires_at FROM lease
        WHERE name = 'publisher'""";

  private static final String TAKE =
      """
      INSERT INTO lease (name, holder, host, space, pid, started, fence, since, expires_at)
        VALUES ('publisher', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET
        holder = excluded.holder, host = excluded.host, space = excluded.space,
        pid = excluded.pid, started = excluded.started, fence = excluded.fence,
        since = excluded.since, expires_at = excluded.expires_at""";

  private static final String EXPIRE_AT =
      "UPDATE lease SET expires_at = ? WHERE name = 'publisher' AND holder = ?";

  private record Row(
      String id, ProcessIdentity instance, long fence, Instant since, Instant expiresAt) {
    Holder holder() {
      return new Holder(instance.host(), instance.pid(), since);
    }
  }

  private final Store store;
  private final ProcessIdentity me;
  private final LongSupplier nanos;
  private final String id = UUID.randomUUID().toString();
  private @Nullable Row seen;
  private boolean held;
  private long seenAt;

  /** {@code nanos}: a monotonic clock. */
  Lease(Store store, ProcessIdentity me, LongSupplier nanos) {
    this.store = store;
    this.me = me;
    this.nanos = nanos;
    store.standBehindFence(Store.NOBODY);
  }

  /**
   * Takes or renews the lease. A copy whose process on this machine has ended is replaced at once,
   * any other once it has not renewed for {@link #LENGTH} by the wall clock or by this process's
   * monotonic clock, so that a clock set back does not keep it alive.
   *
   * @return whether this copy holds it
   * @throws QueueException when the database cannot do what is asked; the holder is then unchanged
   */
  public synchronized boolean hold(Instant now) {
    long fence = store.writeQuietly(sql -> hold(sql, now));
    store.standBehindFence(fence);
    boolean holds = fence != Store.NOBODY;
    if (holds) {
      // The copy that worked before has noted times by a clock of its own.
      store.cutFutureTimes(now, !held);
    }
    held = holds;
    return holds;
  }

  /** The copy that held it when {@link #hold} was last refused; empty while this one holds it. */
  public synchronized Optional<Holder> other() {
    return Optional.ofNullable(seen).map(Row::holder);
  }

  public Holder self() {
    return new Holder(me.host(), me.pid(), Instant.ofEpochMilli(me.started()));
  }

  /** Releases the lease, so that another copy can take it at once. */
  public synchronized void release() {
    store.standBehindFence(Store.NOBODY);
    store.writeQuietly(sql -> sql.update(EXPIRE_AT, Instant.EPOCH, id));
  }

  private long hold(Sql sql, Instant now) throws SQLException {
    Optional<Row> row = sql.first(READ, Lease::row);
    if (row.isPresent() && row.get().id().equals(id)) {
      sql.update(EXPIRE_AT, now.plus(LENGTH), id);
      return row.get().fence();
    }
    if (row.isPresent() && !isFree(row.get(), now)) {
      return Store.NOBODY;
    }
    long fence = row.map(Row::fence).orElse(0L) + 1;
    sql.update(
        TAKE, id, me.host(), me.space(), me.pid(), me.started(), fence, now, now.plus(LENGTH));
    seen = null;
    return fence;
  }

  private boolean isFree(Row row, Instant now) {
    if (!row.equals(seen)) {
      seen = row;
      seenAt = nanos.getAsLong();
    }
    return !row.expiresAt().isAfter(now)
        || row.instance().isGone(me)
        || nanos.getAsLong() - seenAt >= LENGTH.toNanos();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("holder"),
        new ProcessIdentity(
            row.getString("host"),
            row.getString("space"),
            row.getLong("pid"),
            row.getLong("started")),
        row.getLong("fence"),
        Instant.parse(row.getString("since")),
        Instant.parse(row.getString("expires_at")));
  }
}
