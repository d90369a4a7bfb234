package kz.zharshy.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The meaning of a time expression. Only {@link At} may be acted on; about all others the person is
 * asked.
 */
public sealed interface ParsedTime {
  /** A moment that is now or in the future. */
  record At(Instant moment) implements ParsedTime {}

  /**
   * A moment in the past.
   *
   * @param next the next future occurrence of the same clock time
   */
  record Past(LocalDateTime written, Instant next) implements ParsedTime {}

  /**
   * A clock time that does not exist on that day, because the clocks go forward.
   *
   * @param next the first moment after the gap
   */
  record Skipped(LocalDateTime written, Instant next) implements ParsedTime {}

  /** A day without a time. */
  record DayOnly(LocalDate day) implements ParsedTime {}

  /** A date or clock time that does not exist, such as 31.11 or 25:00. */
  record NoSuchTime() implements ParsedTime {}

  /** Not a time at all. */
  record Unclear() implements ParsedTime {}
}
