package kz.zharshy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of several copies of the bot publishes. Once a {@link QueueDatabase} was asked for its
 * lease, only the copy that holds it may claim articles and begin calls; the others' attempts fail
 * with {@link QueueException.Kind#LEASE}. What a call came to may be recorded by any copy. Safe for
 * use by several threads.
 */
public interface Lease {
  /** How often {@link #hold} is to be called. */
  Duration RHYTHM = Duration.ofSeconds(3);

  /** A copy that does not come back for so long has lost the lease. */
  Duration LENGTH = Duration.ofSeconds(10);

  /**
   * Another copy of the bot.
   *
   * @param host the name of its machine
   * @param pid its process there
   * @param since since when it publishes
   */
  record Holder(String host, long pid, Instant since) {}

  /**
   * Takes the lease, or keeps it. A copy whose process is gone from this machine is followed at
   * once, any other when it has not come back for {@link #LENGTH}, by the wall clock or by this
   * process's own, so that a clock that was set back does not keep it alive.
   *
   * @return whether this copy holds it
   * @throws QueueException when the database cannot do what is asked; who holds the lease is then
   *     as before
   */
  boolean hold(Instant now);

  /** The copy that held it when {@link #hold} was last refused; empty while this one holds it. */
  Optional<Holder> other();

  /** This copy. */
  Holder self();

  /** Gives it back, so that another copy can take it at once. */
  void release();
}
