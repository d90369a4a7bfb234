package kz.zharshy.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** A moment as people and programs write it after ISO 8601. */
public final class IsoTime {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm")
          .appendPattern("[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[' ']")
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private IsoTime() {}

  /**
   * The moment of a date, a date and a time, or these with an offset. Without an offset it is the
   * zone's; a date alone is its first moment.
   *
   * @throws DateTimeException if the text is none of these
   */
  public static Instant parse(String text, ZoneId zone) {
    TemporalAccessor parsed =
        FORMAT.parseBest(
            text.toUpperCase(Locale.ROOT),
            OffsetDateTime::from,
            LocalDateTime::from,
            LocalDate::from);
    if (parsed instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    return parsed instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
  }
}
