package kz.zharshy.source.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.source.MonthNames;
import org.jspecify.annotations.Nullable;

/**
 * The line of a page that says when it was published and how often it was read: {@code 30.12.2019
 * 11:34 1132}. The time or the views may be missing.
 *
 * @param at null where the digits are no date of the calendar
 * @param exact whether a time or a view count stands beside the date, which a date in running text
 *     seldom has
 * @param counted whether the views are in it
 */
record DateLine(@Nullable LocalDateTime at, boolean exact, boolean counted) {
  private static final String DATE =
      "(?:(?<d>\\d{1,2})[./](?<m>\\d{1,2})[./](?<y>\\d{4})"
          + "|(?<d1>\\d{1,2})\\s+(?<m1>\\p{L}{3,})[.,]?\\s+(?<y1>\\d{4})"
          + "|(?<y2>\\d{4})\\s*(?:жылғы|жылы|ж\\.)\\s*(?<d2>\\d{1,2})\\s+(?<m2>\\p{L}{3,})"
          + "|(?<m3>\\p{L}{3,})\\.?\\s+(?<d3>\\d{1,2}),?\\s+(?<y3>\\d{4})"
          + "|(?<y4>\\d{4})-(?<m4>\\d{2})-(?<d4>\\d{2}))(?:\\s*(?:г\\.?|ж\\.?|года|жыл))?";
  private static final List<String> NOTATIONS = List.of("", "1", "2", "3", "4");
  private static final String LABEL =
      "(?:[\\p{So}\\uFE0F\\s]|views?|просмотр\\p{L}*|прочтени\\p{L}*|қарал\\p{L}*|оқыл\\p{L}*"
          + "|рет|көрілім\\p{L}*|:)";
  private static final String VIEWS =
      LABEL + "*+\\d{1,3}(?:[\\s.,]?\\d{3})*+\\d*+(?:[.,]\\d)?\\s*[kкKК]?" + LABEL + "*+";
  private static final String GAP = "[\\s,|·•–—-]*+";
  private static final Pattern LINE =
      Pattern.compile(
          "[\\p{So}\\uFE0F\\s]*+(?:(?<t0>\\d{1,2}:\\d{2})"
              + GAP
              + ")?"
              + DATE
              + "(?:"
              + GAP
              + "(?:(?:в|at|сағат)\\s+)?(?<t>\\d{1,2}:\\d{2})(?::\\d{2})?)?(?<views>"
              + GAP
              + VIEWS
              + ")?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TIME_OR_VIEWS =
      Pattern.compile(
          "(?<t>\\d{1,2}:\\d{2})(?::\\d{2})?(?:" + GAP + VIEWS + ")?|" + VIEWS,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TODAY =
      Pattern.compile(
          "(?:сегодня|вчера|бүгін|кеше|today|yesterday)"
              + "(?:,?\\s+(?:(?:в|at|сағат)\\s+)?\\d{1,2}:\\d{2})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int LONGEST = 80;

  /** Whether a line says nothing but that something was published today or yesterday. */
  static boolean isToday(String line) {
    return TODAY.matcher(line).matches();
  }

  /** What a line that holds nothing but date, time and views says. */
  static Optional<DateLine> of(String line) {
    Matcher found = LINE.matcher(line);
    if (line.length() > LONGEST || !found.matches() || isOtherWord(found)) {
      return Optional.empty();
    }
    String time = found.group("t") == null ? found.group("t0") : found.group("t");
    boolean counted = found.group("views") != null;
    return Optional.of(new DateLine(moment(found, time), time != null || counted, counted));
  }

  /** Whether a line holds nothing but a time of day or a view count. */
  static boolean isTimeOrViews(String line) {
    return line.length() <= LONGEST && TIME_OR_VIEWS.matcher(line).matches();
  }

  /** Whether a line holds a view count that says so: {@code Просмотров: 1 132}. */
  static boolean isLabelledViews(String line) {
    return isTimeOrViews(line) && line.codePoints().anyMatch(Character::isLetter);
  }

  /** With the time of a line of its own below the date. */
  DateLine joined(String line) {
    Matcher found = TIME_OR_VIEWS.matcher(line);
    LocalDateTime day = at;
    if (day == null || !found.matches() || found.group("t") == null) {
      return this;
    }
    return new DateLine(day.toLocalDate().atTime(time(found.group("t"))), true, counted);
  }

  private static @Nullable LocalDateTime moment(Matcher found, @Nullable String time) {
    try {
      return day(found).atTime(time == null ? LocalTime.MIDNIGHT : time(time));
    } catch (DateTimeException notInTheCalendar) {
      return null;
    }
  }

  private static LocalDate day(Matcher found) {
    String notation = notation(found);
    return LocalDate.of(
        Integer.parseInt(found.group("y" + notation)),
        month(found.group("m" + notation)),
        Integer.parseInt(found.group("d" + notation)));
  }

  /** Between two numbers may stand any word. */
  private static boolean isOtherWord(Matcher found) {
    String month = found.group("m" + notation(found));
    return !Character.isDigit(month.charAt(0)) && month(month) == 0;
  }

  private static String notation(Matcher found) {
    return NOTATIONS.stream().filter(n -> found.group("d" + n) != null).findFirst().orElse("");
  }

  /** By its number or its name; 0 if it is none. */
  private static int month(String text) {
    return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : MonthNames.of(text);
  }

  private static LocalTime time(String text) {
    int colon = text.indexOf(':');
    return LocalTime.of(
        Integer.parseInt(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }
}
