package kz.zharshy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts when the waiting articles of a channel go out by simulating the publisher: in the same
 * order, by the same timetable, and no faster than Telegram allows.
 */
public final class ScheduleForecast {
  /** The flood limit counts the posts of a minute. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * A waiting article.
   *
   * @param due its own time, or else when it was added
   */
  public record Waiting(long id, QueueLane lane, Instant due) {}

  private static final Comparator<Waiting> ORDER =
      Comparator.<Waiting, Priority>comparing(waiting -> waiting.lane().priority())
          .thenComparing(Waiting::due)
          .thenComparing(Waiting::id);

  private final Timetable timetable;
  private final int postsAMinute;

  public ScheduleForecast(Timetable timetable, int postsAMinute) {
    this.timetable = timetable;
    this.postsAMinute = postsAMinute;
  }

  /**
   * When each goes out, in the order of going out.
   *
   * @param last when the channel's last post went out, or null
   */
  public Map<Long, Instant> of(List<Waiting> waiting, @Nullable Instant last, Instant now) {
    Map<QueueLane, Deque<Waiting>> lines = lines(waiting);
    Map<Long, Instant> promised = new LinkedHashMap<>();
    List<Instant> times = new ArrayList<>();
    Instant before = last;
    Instant at = now;
    while (promised.size() < waiting.size()) {
      at = latest(at, unlimited(times));
      Waiting next = null;
      Instant when = at;
      for (Deque<Waiting> line : lines.values()) {
        Waiting first = line.peekFirst();
        if (first != null) {
          Instant time = earliest(first, before, at);
          if (next == null || time.isBefore(when)) {
            next = first;
            when = time;
          } else if (time.equals(when) && ORDER.compare(first, next) < 0) {
            next = first;
          }
        }
      }
      if (next == null) {
        break;
      }
      lines.getOrDefault(next.lane(), new ArrayDeque<>()).removeFirst();
      promised.put(next.id(), when);
      times.add(when);
      before = when;
      at = when;
    }
    return promised;
  }

  /**
   * Only the first of each lane can be next, which keeps a long queue from taking quadratic time.
   */
  private static Map<QueueLane, Deque<Waiting>> lines(List<Waiting> waiting) {
    Map<QueueLane, Deque<Waiting>> lines = new LinkedHashMap<>();
    waiting.stream()
        .sorted(ORDER)
        .forEach(
            entry -> lines.computeIfAbsent(entry.lane(), any -> new ArrayDeque<>()).add(entry));
    return lines;
  }

  private Instant earliest(Waiting waiting, @Nullable Instant last, Instant at) {
    Instant from = waiting.lane().scheduled() ? latest(at, waiting.due()) : at;
    return timetable.earliest(waiting.lane(), last, from);
  }

  /** Until this moment the flood limit of the last minute is used up. */
  private Instant unlimited(List<Instant> times) {
    return times.size() < postsAMinute
        ? Instant.MIN
        : times.get(times.size() - postsAMinute).plus(MINUTE);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
