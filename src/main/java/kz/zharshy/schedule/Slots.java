package kz.zharshy.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times of the week at which an article waiting in turn may go out, one at each. No slots at
 * all means that it may go out at any time.
 *
 * @param times by day of the week, sorted
 */
public record Slots(Map<DayOfWeek, List<LocalTime>> times) {
  /** How long a slot stays open for an article that could not go out at its first moment. */
  static final Duration OPEN = Duration.ofMinutes(5);

  /** Any time. */
  public static final Slots ANY = new Slots(Map.of());

  private static final int DAYS = 8;

  public Slots {
    Map<DayOfWeek, List<LocalTime>> sorted = new EnumMap<>(DayOfWeek.class);
    times.forEach(
        (day, list) -> {
          if (!list.isEmpty()) {
            sorted.put(day, List.copyOf(new TreeSet<>(list)));
          }
        });
    times = Map.copyOf(sorted);
  }

  public boolean isAny() {
    return times.isEmpty();
  }

  /**
   * The first moment, from the given one on, at which a slot is open.
   *
   * @param last when something last went out; the slot that it used is closed
   */
  Instant next(Instant from, @Nullable Instant last, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(from.minus(OPEN), zone);
    Optional<Instant> next =
        Stream.iterate(day, date -> date.plusDays(1))
            .limit(DAYS)
            .flatMap(date -> on(date, zone))
            .filter(slot -> slot.plus(OPEN).isAfter(from))
            .filter(slot -> last == null || last.isBefore(slot))
            .findFirst();
    return next.map(slot -> slot.isBefore(from) ? from : slot)
        .orElseThrow(() -> new IllegalStateException("A week has no slot: " + times));
  }

  private Stream<Instant> on(LocalDate date, ZoneId zone) {
    return times.getOrDefault(date.getDayOfWeek(), List.of()).stream()
        .map(time -> moment(date.atTime(time), zone))
        .distinct();
  }

  /**
   * The moment of a clock time. A time that the clocks skip becomes the first moment after the gap;
   * of a time that occurs twice, the first counts.
   */
  private static Instant moment(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }
}
