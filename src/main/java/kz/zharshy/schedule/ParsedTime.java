package kz.zharshy.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What words about a time mean. Only {@link At} may be acted on; all others are asked back. */
public sealed interface ParsedTime {
  /** A moment, which is now or to come. */
  record At(Instant moment) implements ParsedTime {}

  /**
   * A moment that is over.
   *
   * @param next the same clock time on the next day on which it is still to come
   */
  record Past(LocalDateTime written, Instant next) implements ParsedTime {}

  /**
   * A clock time that the zone leaves out on that day, because the clocks are put forward.
   *
   * @param next the first moment after the gap
   */
  record Skipped(LocalDateTime written, Instant next) implements ParsedTime {}

  /** A day without a time. */
  record DayOnly(LocalDate day) implements ParsedTime {}

  /** A date or a clock time that no calendar has, such as 31.11 or 25:00. */
  record NoSuchTime() implements ParsedTime {}

  /** Other words than a time. */
  record Unclear() implements ParsedTime {}
}
