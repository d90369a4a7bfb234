package kz.zharshy.chat.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import kz.zharshy.store.Readers.Digest;

/** When digests are due, on their readers' clocks. */
public final class DigestTimes {
  private static final LocalTime NIGHT = LocalTime.of(22, 0);
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private DigestTimes() {}

  /** The next digest after a moment; empty where none is wanted. */
  public static Optional<Instant> next(Digest digest, ZoneId zone, Instant after) {
    LocalDate today = LocalDate.ofInstant(after, zone);
    return switch (digest.rhythm()) {
      case OFF -> Optional.empty();
      case DAILY -> Optional.of(first(today, 1, digest.hour(), zone, after));
      case WEEKLY -> {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield Optional.of(first(monday, 7, digest.hour(), zone, after));
      }
    };
  }

  /** A clock that skips an hour in spring rings at the hour's end. */
  private static Instant first(LocalDate from, int days, int hour, ZoneId zone, Instant after) {
    LocalDate day = from;
    while (true) {
      Instant at = ZonedDateTime.of(day, LocalTime.of(hour, 0), zone).toInstant();
      if (at.isAfter(after)) {
        return at;
      }
      day = day.plusDays(days);
    }
  }

  /** The same moment, or the next morning where it is night. */
  public static Instant byDay(Instant moment, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    if (!there.toLocalTime().isBefore(NIGHT)) {
      return ZonedDateTime.of(there.toLocalDate().plusDays(1), MORNING, zone).toInstant();
    }
    return there.toLocalTime().isBefore(MORNING)
        ? ZonedDateTime.of(there.toLocalDate(), MORNING, zone).toInstant()
        : moment;
  }
}
