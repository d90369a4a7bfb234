package kz.zharshy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** A time from now: days of the calendar, then hours and minutes that really pass. */
record Offset(Period days, Duration time) {
  static final Offset NONE = new Offset(Period.ZERO, Duration.ZERO);

  /** Whether it is told in days, weeks and months alone, so that a clock time may follow. */
  boolean isOfDays() {
    return time.isZero();
  }

  Offset plus(Offset other) {
    return new Offset(days.plus(other.days), time.plus(other.time));
  }

  Instant from(Instant now, ZoneId zone) {
    return now.atZone(zone).plus(days).toInstant().plus(time);
  }
}
