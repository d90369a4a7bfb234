package kz.zharshy.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kz.zharshy.article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the program from its work just now: troubles that its parts report, and workers that
 * are stuck or dead. Nothing here waits for a lock, a file or the network. Safe for use by several
 * threads.
 */
public final class Health {
  /**
   * Something that is wrong.
   *
   * @param about a worker's name, or what it is about, such as {@code polling}; never translated
   */
  public record Trouble(String about, Instant since, Reason reason) {}

  /**
   * A trouble as it was reported.
   *
   * @param patience for so long it may pass by itself
   * @param grave whether the program cannot do its work
   */
  private record Report(Trouble trouble, long begun, Duration patience, boolean grave) {
    boolean stands(long now) {
      return now - begun >= patience.toNanos();
    }
  }

  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, Report> reports = new ConcurrentSkipListMap<>();
  private final Map<String, Heartbeat> workers = new ConcurrentSkipListMap<>();
  private final AtomicInteger places = new AtomicInteger();
  private final AtWork atWork = new AtWork();

  /**
   * @param clock the time of day, for people
   * @param nanos a monotonic clock such as {@code System::nanoTime}
   */
  public Health(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** The heartbeat of a worker that is about to begin; a name that is taken gets a number. */
  public Heartbeat worker(String name) {
    int place = places.getAndIncrement();
    for (int number = 1; ; number++) {
      String free = number == 1 ? name : name + "-" + number;
      Heartbeat heartbeat =
          new Heartbeat(free, nanos, () -> atWork.enter(place), reason -> note(free, reason));
      if (workers.putIfAbsent(free, heartbeat) == null) {
        return heartbeat;
      }
    }
  }

  /** What the workers are at work on. */
  public AtWork atWork() {
    return atWork;
  }

  /** Something keeps the program from its work, until {@link #well} is said of the same. */
  public void trouble(String about, Reason reason) {
    trouble(about, reason, Duration.ZERO);
  }

  /** The same of what often passes by itself: it counts once it has stood for so long. */
  public void trouble(String about, Reason reason, Duration patience) {
    report(about, reason, patience, true);
  }

  /** Something that people should know of although the program does its work; null: it is over. */
  public void note(String about, @Nullable Reason reason) {
    if (reason == null) {
      well(about);
    } else {
      report(about, reason, Duration.ZERO, false);
    }
  }

  /** What was reported is over; nothing happens where nothing was. */
  public void well(String about) {
    reports.remove(about);
  }

  /** What keeps the program from its work; empty if nothing does. */
  public List<Trouble> troubles() {
    Stream<Trouble> ofWorkers =
        workers.entrySet().stream().flatMap(worker -> of(worker.getKey(), worker.getValue()));
    return Stream.concat(reported(true), ofWorkers).toList();
  }

  /** What else people should know of. */
  public List<Trouble> notes() {
    return reported(false).toList();
  }

  /** What keeps the program from its work, without when and where. */
  public List<Reason> problems() {
    return troubles().stream().map(Trouble::reason).toList();
  }

  /** Whether a worker ended without saying so. */
  boolean someoneDied() {
    return workers.values().stream().anyMatch(Heartbeat::isDead);
  }

  private void report(String about, Reason reason, Duration patience, boolean grave) {
    Instant now = clock.instant();
    long begun = nanos.getAsLong();
    reports.compute(
        about,
        (name, last) ->
            last == null || last.grave() != grave
                ? new Report(new Trouble(about, now, reason), begun, patience, grave)
                : new Report(
                    new Trouble(about, last.trouble().since(), reason),
                    last.begun(),
                    patience,
                    grave));
  }

  private Stream<Trouble> reported(boolean grave) {
    long now = nanos.getAsLong();
    return reports.values().stream()
        .filter(report -> report.grave() == grave && report.stands(now))
        .map(Report::trouble);
  }

  private Stream<Trouble> of(String name, Heartbeat worker) {
    Instant now = clock.instant();
    Optional<Reason> complaint = worker.complaint();
    return complaint.map(reason -> new Trouble(name, now.minus(worker.age()), reason)).stream();
  }
}
