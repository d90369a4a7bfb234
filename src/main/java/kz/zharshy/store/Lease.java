package kz.zharshy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of several copies of the bot publishes. Once a {@link QueueDatabase} was asked for its
 * lease, only the copy that holds it may claim articles and begin calls; the others' attempts fail
 * with {@link QueueException.Kind#LEASE}. Any copy may record the outcome of a call. Safe for use
 * by several threads.
 */
public interface Lease {
  /** How often to call {@link #hold}. */
  Duration RHYTHM = Duration.ofSeconds(3);

  /** A copy that does not renew the lease for this long loses it. */
  Duration LENGTH = Duration.ofSeconds(10);

  /**
   * Another copy of the bot.
   *
   * @param host the name of its machine
   * @param pid its process there
   * @param since when it began to publish
   */
  record Holder(String host, long pid, Instant since) {}

  /**
   * Takes or renews the lease. A copy whose process on this machine has ended is replaced at once,
   * any other once it has not renewed for {@link #LENGTH} by the wall clock or by this process's
   * monotonic clock, so that a clock set back does not keep it alive.
   *
   * @return whether this copy holds it
   * @throws QueueException when the database cannot do what is asked; the holder is then unchanged
   */
  boolean hold(Instant now);

  /** The copy that held it when {@link #hold} was last refused; empty while this one holds it. */
  Optional<Holder> other();

  /** This copy. */
  Holder self();

  /** Releases the lease, so that another copy can take it at once. */
  void release();
}
