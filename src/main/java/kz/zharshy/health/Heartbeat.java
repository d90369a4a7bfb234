package kz.zharshy.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a worker lives and gets on. Whoever is at work says so with each step, and who may be
 * busy or wait for longer than some seconds says how long at most. The worker's own thread calls
 * all of it; {@link Health} looks from others.
 */
public final class Heartbeat {
  /** Without a word nobody is busy for longer. */
  private static final Duration USUAL = Duration.ofSeconds(10);

  private static final Duration LONGEST = Duration.ofDays(10_000);
  private static final ThreadLocal<@Nullable Heartbeat> OWN = new ThreadLocal<>();

  /** Something that takes its time. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, X extends Exception> {
    T run() throws X;
  }

  /** What a worker does since when, and for how long at most. */
  private record Beat(Thread worker, String at, long since, Duration bound) {}

  private final LongSupplier nanos;
  private volatile @Nullable Beat beat;

  Heartbeat(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** From now on the calling thread is this worker: if it ends without {@link #end}, it died. */
  public void begin() {
    OWN.set(this);
    step();
  }

  /** A step begins. */
  public void step() {
    beat("", USUAL);
  }

  /** Nothing is to be done, for so long at most. */
  public void rest(Duration atMost) {
    beat("", atMost.compareTo(LONGEST) < 0 ? atMost.plus(USUAL) : LONGEST);
  }

  /** Nothing is to be done until somebody brings work. */
  public void rest() {
    rest(LONGEST);
  }

  /** The worker ends as it should. */
  public void end() {
    beat = null;
    OWN.remove();
  }

  /**
   * Does what takes its time. A thread that nobody watches does just that.
   *
   * @param what a few words for the engineer on call, without secrets
   * @param atMost so long nobody has to worry
   */
  public static <T extends @Nullable Object, X extends Exception> T within(
      String what, Duration atMost, Work<T, X> work) throws X {
    Heartbeat own = OWN.get();
    Beat before = own == null ? null : own.beat;
    if (own == null || before == null) {
      return work.run();
    }
    own.beat(what, atMost);
    try {
      return work.run();
    } finally {
      own.beat(before.at(), before.bound());
    }
  }

  /** What is wrong with the worker of this name. */
  Optional<Reason> complaint(String name) {
    Beat last = beat;
    if (last == null) {
      return Optional.empty();
    }
    if (!last.worker().isAlive()) {
      return Optional.of(Reason.of(ReasonCode.WORKER_DEAD, name));
    }
    Duration age = age(last);
    return age.compareTo(last.bound()) <= 0
        ? Optional.empty()
        : Optional.of(Reason.of(ReasonCode.WORKER_STUCK, name, age.toSeconds(), last.at()));
  }

  /** Since when it does what it does. */
  Duration age() {
    Beat last = beat;
    return last == null ? Duration.ZERO : age(last);
  }

  private Duration age(Beat last) {
    return Duration.ofNanos(nanos.getAsLong() - last.since());
  }

  private void beat(String at, Duration bound) {
    beat = new Beat(Thread.currentThread(), at, nanos.getAsLong(), bound);
  }
}
