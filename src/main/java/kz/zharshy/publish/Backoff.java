package kz.zharshy.publish;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A wait that grows with every failure and is measured by a monotonic clock. Not thread-safe: one
 * thread owns it.
 */
final class Backoff {
  private final LongSupplier nanos;
  private final Duration first;
  private final Duration longest;
  private long until;
  private int failures;

  Backoff(LongSupplier nanos, Duration first, Duration longest) {
    this.nanos = nanos;
    this.first = first;
    this.longest = longest;
  }

  /** Starts the next wait, twice as long as the one before, and says how long it is. */
  Duration failed() {
    Duration wait = first.multipliedBy(1L << Math.min(failures, 20));
    if (wait.compareTo(longest) > 0) {
      wait = longest;
    }
    failures++;
    until = nanos.getAsLong() + wait.toNanos();
    return wait;
  }

  /** Ends the wait; says whether there was any failure since the last success. */
  boolean succeeded() {
    boolean had = failures > 0;
    failures = 0;
    return had;
  }

  /** Whether the last attempt failed. */
  boolean failing() {
    return failures > 0;
  }

  /** How long is still to be waited; zero where nothing is. */
  Duration remaining() {
    return failures == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, until - nanos.getAsLong()));
  }
}
