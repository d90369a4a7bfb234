package kz.zharshy.chat.editor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Some days in a row of which statistics are told, by the newsroom's calendar: each day begins when
 * it begins there, so that one on which the clocks change has 23 or 25 hours.
 *
 * @param back how many times its length it lies behind the one that ends today
 */
record StatsPeriod(Length length, int back, LocalDate first, LocalDate last) {
  /** How long it is. */
  enum Length {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Length(int days) {
      this.days = days;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static StatsPeriod of(Length length, int back, LocalDate today) {
    LocalDate last = today.minusDays((long) back * length.days);
    return new StatsPeriod(length, back, last.minusDays(length.days - 1L), last);
  }

  Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  Instant until(ZoneId zone) {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  int days() {
    return length.days;
  }
}
