package kz.zharshy.source.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.IsoTime;
import kz.zharshy.source.MonthNames;
import org.jspecify.annotations.Nullable;

/** Dates of feeds: ISO 8601, or RFC 822 and its usual misspellings. */
final class FeedDate {
  private static final Pattern RFC_822 =
      Pattern.compile(
          "(?:\\p{L}{2,12}\\.?,?\\s+)?(\\d{1,2})[\\s-](\\p{L}{3,12})\\.?[\\s-](\\d{4}|\\d{2})"
              + "(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*([A-Z]{1,5}|[+-]\\d{1,2}:?\\d{2})?"
              + ".{0,12}");
  private static final Map<String, Integer> ZONES =
      Map.of(
          "GMT", 0, "UTC", 0, "UT", 0, "Z", 0, "EST", -5, "EDT", -4, "MSK", 3, "ALMT", 5, "CET", 1);

  private FeedDate() {}

  /** The moment; empty if the text is no date. A date without an offset is the zone's. */
  static Optional<Instant> parse(String text, ZoneId zone) {
    String line = CleanText.line(text);
    try {
      return Optional.of(IsoTime.parse(line, zone));
    } catch (DateTimeException notIso) {
      return rfc822(line, zone);
    }
  }

  private static Optional<Instant> rfc822(String line, ZoneId zone) {
    Matcher found = RFC_822.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(found.group(3));
      LocalDateTime local =
          LocalDateTime.of(
              year < 100 ? year + (year < 70 ? 2000 : 1900) : year,
              MonthNames.of(found.group(2)),
              Integer.parseInt(found.group(1)),
              number(found, 4),
              number(found, 5),
              number(found, 6));
      return Optional.of(local.atZone(zoneOf(found.group(7), zone)).toInstant());
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static ZoneId zoneOf(@Nullable String name, ZoneId otherwise) {
    if (name == null) {
      return otherwise;
    }
    if (Character.isLetter(name.charAt(0))) {
      Integer hours = ZONES.get(name);
      return hours == null ? otherwise : ZoneOffset.ofHours(hours);
    }
    String digits = name.substring(1).replace(":", "");
    int minutes = Integer.parseInt(digits) / 100 * 60 + Integer.parseInt(digits) % 100;
    return ZoneOffset.ofTotalSeconds(60 * (name.charAt(0) == '-' ? -minutes : minutes));
  }

  private static int number(Matcher found, int group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }
}
