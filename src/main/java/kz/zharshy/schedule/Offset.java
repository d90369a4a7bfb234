package kz.zharshy.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** A distance from now: calendar days, then hours and minutes of elapsed time. */
record Offset(Period days, Duration time) {
  static final Offset NONE = new Offset(Period.ZERO, Duration.ZERO);

  /** Whether it consists of days, weeks and months only, so that a clock time may follow. */
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
