package kz.zharshy.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a time expression and resolves them to a {@link ParsedTime}. */
final class ParsedTimeFields {
  /** A date without a year that is longer ago than this means next year. */
  private static final long NEXT_YEAR_AFTER_DAYS = 183;

  private static final int END_OF_DAY = 24;
  private static final int MINUTES = 60;

  @Nullable Integer daysFromToday;
  @Nullable DayOfWeek weekday;
  boolean ofNextWeek;
  @Nullable Integer dayOfMonth;
  int month;
  @Nullable Integer year;
  @Nullable Integer hour;
  int minute;
  @Nullable DayPart part;
  @Nullable Offset span;
  boolean rightNow;

  boolean hasDay() {
    return daysFromToday != null || weekday != null || dayOfMonth != null || span != null;
  }

  /** Whether a date may follow that the day of the week belongs to. */
  boolean hasWeekdayOnly() {
    return weekday != null
        && !ofNextWeek
        && daysFromToday == null
        && dayOfMonth == null
        && span == null;
  }

  boolean hasTime() {
    return hour != null;
  }

  ParsedTime meaning(Instant now, ZoneId zone) {
    if (rightNow) {
      return hasDay() || hasTime() ? new ParsedTime.Unclear() : new ParsedTime.At(now);
    }
    Offset later = span;
    if (later != null && !(later.isOfDays() && (hasTime() || part != null))) {
      boolean alone = daysFromToday == null && weekday == null && dayOfMonth == null;
      return alone && !hasTime() && part == null
          ? new ParsedTime.At(later.from(now, zone))
          : new ParsedTime.Unclear();
    }
    try {
      return onClock(now, zone);
    } catch (DateTimeException e) {
      return new ParsedTime.NoSuchTime();
    }
  }

  private ParsedTime onClock(Instant now, ZoneId zone) {
    int named = (daysFromToday == null ? 0 : 1) + (weekday == null ? 0 : 1);
    named += (dayOfMonth == null ? 0 : 1) + (span == null ? 0 : 1);
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    if ((named > 1 && !agree(local.toLocalDate(), named)) || (ofNextWeek && weekday == null)) {
      return new ParsedTime.Unclear();
    }
    if (!hasTime() && part == null) {
      return named == 0 ? new ParsedTime.Unclear() : new ParsedTime.DayOnly(day(local, null));
    }
    int hours = hours();
    if (hours > END_OF_DAY || minute >= MINUTES || (hours == END_OF_DAY && minute > 0)) {
      return new ParsedTime.NoSuchTime();
    }
    // The end of a day is the first moment of the next.
    LocalTime time = LocalTime.of(hours % END_OF_DAY, minute);
    LocalDate day = day(local, hours == END_OF_DAY ? LocalTime.MAX : time);
    return at(day.plusDays(hours / END_OF_DAY).atTime(time), now, zone);
  }

  private int hours() {
    DayPart named = part;
    Integer given = hour;
    if (named == null) {
      return given == null ? 0 : given;
    }
    return given == null ? named.usualHour() : named.hour(given);
  }

  /** For "Friday, 27 November": whether both name the same day. */
  private boolean agree(LocalDate today, int named) {
    Integer ofMonth = dayOfMonth;
    Integer days = daysFromToday;
    if (named > 2 || weekday == null || (ofMonth == null && days == null)) {
      return false;
    }
    LocalDate day =
        ofMonth == null ? today.plusDays(days == null ? 0 : days) : date(ofMonth, today);
    return day.getDayOfWeek() == weekday;
  }

  private LocalDate day(LocalDateTime now, @Nullable LocalTime time) {
    LocalDate today = now.toLocalDate();
    Offset later = span;
    if (later != null) {
      return today.plus(later.days());
    }
    Integer ofMonth = dayOfMonth;
    if (ofMonth != null) {
      return date(ofMonth, today);
    }
    Integer days = daysFromToday;
    DayOfWeek named = weekday;
    if (days == null && named != null) {
      return onWeekday(named, now, time);
    }
    return today.plusDays(days == null ? 0 : days);
  }

  /** Today is meant only if its time is still in the future. */
  private LocalDate onWeekday(DayOfWeek named, LocalDateTime now, @Nullable LocalTime time) {
    LocalDate today = now.toLocalDate();
    if (ofNextWeek) {
      LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      return monday.with(TemporalAdjusters.nextOrSame(named));
    }
    boolean over = time != null && time.isBefore(now.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    return today.with(over ? TemporalAdjusters.next(named) : TemporalAdjusters.nextOrSame(named));
  }

  private LocalDate date(int ofMonth, LocalDate today) {
    Integer named = year;
    if (named != null) {
      return LocalDate.of(named, month, ofMonth);
    }
    if (month == 2 && ofMonth == 29) {
      return today.isLeapYear()
          ? LocalDate.of(today.getYear(), month, ofMonth)
          : LocalDate.of(today.getYear() + 1, 2, 29);
    }
    LocalDate thisYear = LocalDate.of(today.getYear(), month, ofMonth);
    boolean longAgo = ChronoUnit.DAYS.between(thisYear, today) > NEXT_YEAR_AFTER_DAYS;
    return longAgo ? thisYear.plusYears(1) : thisYear;
  }

  /**
   * The moment of a clock time. Where the clocks are put back and it comes twice, it is the first
   * of the two that is not over.
   */
  private ParsedTime at(LocalDateTime written, Instant now, ZoneId zone) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(written);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = zone.getRules().getTransition(written);
      return new ParsedTime.Skipped(written, gap.getInstant());
    }
    for (ZoneOffset offset : offsets) {
      Instant moment = written.toInstant(offset);
      if (!moment.isBefore(minute)) {
        return new ParsedTime.At(moment.isBefore(now) ? now : moment);
      }
    }
    return new ParsedTime.Past(written, next(written.toLocalTime(), minute, zone));
  }

  private static Instant next(LocalTime time, Instant minute, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(minute, zone);
    Instant moment = today.atTime(time).atZone(zone).toInstant();
    return moment.isBefore(minute)
        ? today.plusDays(1).atTime(time).atZone(zone).toInstant()
        : moment;
  }
}
