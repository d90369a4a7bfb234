package kz.zharshy.chat;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Buckets of tokens, one for each number, full at first; a token that was taken comes back after
 * its time. Only buckets that are not full are remembered, and no more than {@link #MOST}. For one
 * thread at a time.
 */
final class Buckets {
  /** Some megabytes. Beyond that the one that was asked longest ago is taken for full. */
  static final int MOST = 50_000;

  /** What becomes of the wish for a token. */
  enum Taken {
    YES,
    /** None is left. */
    NO,
    /** The bucket was closed and is not full again yet. */
    CLOSED
  }

  private static final class Bucket {
    /** Every token that is taken puts it off. */
    long fullAt;

    boolean closed;
  }

  private final int size;
  private final long each;
  private final LongSupplier nanos;

  /** The one that was asked last is the last. */
  private final Map<Long, Bucket> used = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param size how many tokens a bucket holds
   * @param each how long until a token comes back
   * @param nanos a monotonic clock
   */
  Buckets(int size, Duration each, LongSupplier nanos) {
    this.size = size;
    this.each = each.toNanos();
    this.nanos = nanos;
  }

  /** Takes a token out of a bucket. */
  Taken take(long number) {
    long now = nanos.getAsLong();
    forgetFull(now);
    Bucket bucket = used.computeIfAbsent(number, any -> new Bucket());
    long missing = Math.max(0, bucket.fullAt - now);
    if (missing == 0) {
      bucket.fullAt = now;
      bucket.closed = false;
    }
    if (bucket.closed) {
      return Taken.CLOSED;
    }
    if (missing > (size - 1) * each) {
      return Taken.NO;
    }
    bucket.fullAt += each;
    return Taken.YES;
  }

  /** Gives nothing out of a bucket any more until it is full again. */
  void close(long number) {
    used.computeIfAbsent(number, any -> new Bucket()).closed = true;
  }

  int remembered() {
    return used.size();
  }

  /** Whoever asked longest ago is the likeliest to be full. */
  private void forgetFull(long now) {
    Iterator<Bucket> eldest = used.values().iterator();
    while (eldest.hasNext()) {
      boolean full = eldest.next().fullAt - now <= 0;
      if (!full && used.size() < MOST) {
        return;
      }
      eldest.remove();
    }
  }
}
