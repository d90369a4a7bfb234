package kz.zharshy.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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
  private record Beat(
      Thread worker, String at, @Nullable Reason trouble, long since, Duration bound) {}

  private final String name;
  private final LongSupplier nanos;
  private final Runnable entering;
  private final Consumer<@Nullable Reason> noting;
  private volatile @Nullable Beat beat;

  /**
   * @param entering run by the worker's thread when it begins
   * @param noting is told what people should know of its work
   */
  Heartbeat(String name, LongSupplier nanos, Runnable entering, Consumer<@Nullable Reason> noting) {
    this.name = name;
    this.nanos = nanos;
    this.entering = entering;
    this.noting = noting;
  }

  /** Of a worker that nobody watches. */
  public static Heartbeat unwatched() {
    return new Heartbeat("", () -> 0, () -> {}, reason -> {});
  }

  /** From now on the calling thread is this worker: if it ends without {@link #end}, it died. */
  public void begin() {
    OWN.set(this);
    entering.run();
    step();
  }

  /** A step begins. */
  public void step() {
    beat("", null, USUAL);
  }

  /** Nothing is to be done, for so long at most. */
  public void rest(Duration atMost) {
    beat("", null, atMost.compareTo(LONGEST) < 0 ? atMost.plus(USUAL) : LONGEST);
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
    return within(what, null, atMost, work);
  }

  /** Waits for what should be over by then; if it is not, this is what is wrong. */
  public static <T extends @Nullable Object, X extends Exception> T within(
      Reason trouble, Duration atMost, Work<T, X> work) throws X {
    return within("", trouble, atMost, work);
  }

  private static <T extends @Nullable Object, X extends Exception> T within(
      String what, @Nullable Reason trouble, Duration atMost, Work<T, X> work) throws X {
    Heartbeat own = own();
    Beat before = own == null ? null : own.beat;
    if (own == null || before == null) {
      return work.run();
    }
    own.beat(what, trouble, atMost);
    try {
      return work.run();
    } finally {
      own.beat(before.at(), before.trouble(), before.bound());
    }
  }

  /**
   * Something that people should know of the calling worker's work, although the program does its
   * own; null: no longer.
   */
  public static void note(@Nullable Reason reason) {
    Heartbeat own = own();
    if (own != null) {
      own.noting.accept(reason);
    }
  }

  /** The calling worker; null where nobody watches. */
  static @Nullable Heartbeat own() {
    Heartbeat own = OWN.get();
    return own == null || own.beat == null ? null : own;
  }

  /** Says that the calling worker takes up another task, or has none. */
  static void ofOwn(Consumer<Heartbeat> word) {
    Heartbeat own = OWN.get();
    if (own != null) {
      word.accept(own);
    }
  }

  boolean isDead() {
    Beat last = beat;
    return last != null && !last.worker().isAlive();
  }

  /** What is wrong with the worker. */
  Optional<Reason> complaint() {
    Beat last = beat;
    if (last == null) {
      return Optional.empty();
    }
    if (isDead()) {
      return Optional.of(Reason.of(ReasonCode.WORKER_DEAD, name));
    }
    Duration age = age(last);
    if (age.compareTo(last.bound()) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        last.trouble() != null
            ? last.trouble()
            : Reason.of(ReasonCode.WORKER_STUCK, name, age.toSeconds(), last.at()));
  }

  /** Since when it does what it does. */
  Duration age() {
    Beat last = beat;
    return last == null ? Duration.ZERO : age(last);
  }

  private Duration age(Beat last) {
    return Duration.ofNanos(nanos.getAsLong() - last.since());
  }

  private void beat(String at, @Nullable Reason trouble, Duration bound) {
    beat = new Beat(Thread.currentThread(), at, trouble, nanos.getAsLong(), bound);
  }
}
