package kz.zharshy.language;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Dates as readers write them. The month names come from the bundles, because those of the JDK
 * change with its version. Safe for use by several threads.
 */
public final class DateWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Phrases phrases = Phrases.of("language");

  /** A day with its year, for example {@code 30 December 2019}. */
  public String date(Language language, LocalDate date) {
    List<String> months = List.of(phrases.get(language, "months").split(",", -1));
    String month = months.get(date.getMonthValue() - 1);
    return phrases.get(language, "date", date.getDayOfMonth(), month, date.getYear());
  }

  /** A day with its year and the time, for example {@code 30 December 2019, 11:34}. */
  public String dateTime(Language language, LocalDateTime moment) {
    return phrases.get(
        language, "date-time", date(language, moment.toLocalDate()), CLOCK.format(moment));
  }

  /** A moment as people call it on that day: {@code today, 11:34}, or the date. */
  public String spoken(Language language, LocalDateTime moment, LocalDate today) {
    LocalDate date = moment.toLocalDate();
    if (date.equals(today)) {
      return phrases.get(language, "today", CLOCK.format(moment));
    }
    if (date.equals(today.minusDays(1))) {
      return phrases.get(language, "yesterday", CLOCK.format(moment));
    }
    return date(language, date);
  }
}
