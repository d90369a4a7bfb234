package kz.zharshy.schedule;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a time expression into its parts, from left to right. Used for one text. */
final class TimeTokenizer {
  private static final int LONGEST = 100;
  private static final String UNIT =
      "(?:(?<minutes>%s)|(?<hours>%s)|(?<days>%s)|(?<weeks>%s)|(?<months>%s))(?!\\p{L})"
          .formatted(
              Vocabulary.MINUTE,
              Vocabulary.HOUR,
              Vocabulary.DAY,
              Vocabulary.WEEK,
              Vocabulary.MONTH);

  /** One amount of an offset; a group name can occur only once, so a loop matches several. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "\\s*(?:and |и |және )?(?:(?<half>%s)(?!\\p{L})|(?:(?<number>\\d{1,4})(?<point>[.]5)?|(?<more>%s)|an?)? ?%s)"
              .formatted(Vocabulary.HALF_HOUR, Vocabulary.ONE_AND_A_HALF, UNIT));

  private static final Pattern IN = Pattern.compile("(?:\\+|(?:" + Vocabulary.IN + ") )");
  private static final Pattern LATER = Pattern.compile(" ?" + Vocabulary.word(Vocabulary.LATER));
  private static final Pattern FILLER = Pattern.compile(Vocabulary.FILLER);
  private static final Pattern A_TIME = Pattern.compile("\\d[:.]\\d\\d");
  private static final Pattern TIME_FOLLOWS = Pattern.compile(Vocabulary.TIME_FOLLOWS);

  private final String text;
  private final ParsedTimeFields said = new ParsedTimeFields();
  private final Map<Pattern, Predicate<Matcher>> rules = new LinkedHashMap<>();
  private int at;
  private boolean timeFollows;

  TimeTokenizer(String words) {
    text = words.length() > LONGEST ? "" : TimeTextNormalizer.of(words);
    days();
    times();
  }

  /** The parts; empty if something in the text is not about a time. */
  Optional<ParsedTimeFields> read() {
    boolean any = false;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
      } else if (span() || piece()) {
        any = true;
      } else if (!filler()) {
        return Optional.empty();
      }
    }
    return any ? Optional.of(said) : Optional.empty();
  }

  private boolean piece() {
    for (Map.Entry<Pattern, Predicate<Matcher>> rule : rules.entrySet()) {
      Matcher matcher = here(rule.getKey());
      if (matcher.lookingAt() && rule.getValue().test(matcher)) {
        at = matcher.end();
        timeFollows = false;
        return true;
      }
    }
    return false;
  }

  private boolean filler() {
    Matcher matcher = here(FILLER);
    if (!matcher.lookingAt()) {
      return false;
    }
    timeFollows = here(TIME_FOLLOWS).lookingAt();
    at = matcher.end();
    return true;
  }

  private Matcher here(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    matcher.region(at, text.length());
    matcher.useTransparentBounds(true);
    return matcher;
  }

  /** {@code in 2 hours}, {@code +1h 30m}, {@code 2 сағаттан кейін}. */
  private boolean span() {
    Matcher in = here(IN);
    boolean begun = in.lookingAt();
    int before = at;
    at = begun ? in.end() : at;
    Offset all = Offset.NONE;
    int amounts = 0;
    for (Matcher next = here(AMOUNT); next.lookingAt() && next.end() > at; next = here(AMOUNT)) {
      all = all.plus(amount(next));
      at = next.end();
      amounts++;
    }
    Matcher later = here(LATER);
    boolean ended = later.lookingAt();
    if (amounts == 0 || begun == ended || said.span != null) {
      at = before;
      return false;
    }
    at = ended ? later.end() : at;
    said.span = all;
    return true;
  }

  private static Offset amount(Matcher matcher) {
    if (matcher.group("half") != null) {
      return new Offset(Period.ZERO, Duration.ofMinutes(30));
    }
    boolean half = matcher.group("more") != null;
    int whole = matcher.group("number") == null ? 1 : Integer.parseInt(matcher.group("number"));
    long minutes = 60L * whole + (half || matcher.group("point") != null ? 30 : 0);
    if (matcher.group("hours") != null) {
      return new Offset(Period.ZERO, Duration.ofMinutes(minutes));
    }
    if (matcher.group("minutes") != null) {
      return new Offset(Period.ZERO, Duration.ofSeconds(minutes));
    }
    Period period =
        matcher.group("days") != null
            ? Period.ofDays(whole)
            : matcher.group("weeks") != null ? Period.ofWeeks(whole) : Period.ofMonths(whole);
    return new Offset(period, Duration.ZERO);
  }

  private void days() {
    rule(Vocabulary.NOW, matcher -> said.rightNow = true);
    rule(
        Vocabulary.TONIGHT,
        matcher -> {
          said.daysFromToday = 0;
          said.part = DayPart.EVENING;
        });
    Vocabulary.DAYS.forEach((word, days) -> rule(word, matcher -> said.daysFromToday = days));
    rule(Vocabulary.NEXT_WEEK, matcher -> said.ofNextWeek = true);
    rule(
        Vocabulary.NEXT + "(?= (?:" + String.join("|", Vocabulary.WEEKDAYS.keySet()) + "))",
        matcher -> said.ofNextWeek = true);
    Vocabulary.WEEKDAYS.forEach((word, day) -> rule(word, matcher -> said.weekday = day));
    Vocabulary.PARTS.forEach((word, part) -> rule(word, matcher -> said.part = part));
    dates();
  }

  private void dates() {
    when(
        "(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?!\\d)",
        matcher -> date(matcher.group(4), matcher.group(3), matcher.group(1)));
    when(
        "(\\d{1,2})-(\\d{1,2})-(\\d{4})(?!\\d)",
        matcher -> date(matcher.group(1), matcher.group(2), matcher.group(3)));
    when(
        "(\\d{1,2})([./])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?\\.?(?![\\d:])",
        matcher -> isDate(matcher) && date(matcher.group(1), matcher.group(3), matcher.group(4)));
    String year = "(?: (\\d{4})(?: ?(?:жыл[ғдыа-я]*|года?|г\\.?))?(?![\\d:]))?";
    Vocabulary.MONTHS.forEach(
        (word, month) -> {
          String number = Integer.toString(month);
          when(
              "(\\d{4}) жыл\\p{L}* (\\d{1,2}) " + word,
              matcher -> date(matcher.group(2), number, matcher.group(1)));
          when(
              "(\\d{1,2}) (?:of )?" + word + "\\.?" + year,
              matcher -> date(matcher.group(1), number, matcher.group(2)));
          when(
              word + "\\.? (\\d{1,2})(?![\\d:.])(?! ?[ap]m)" + year,
              matcher -> date(matcher.group(1), number, matcher.group(2)));
        });
  }

  /** {@code 18.30} is a time, {@code 10.12} a date, unless a day is known or a time announced. */
  private boolean isDate(Matcher matcher) {
    boolean slash = matcher.group(2).equals("/");
    boolean year = matcher.group(4) != null;
    boolean timeToCome = A_TIME.matcher(text).region(matcher.end(), text.length()).find();
    return slash
        || year
        || (!timeFollows
            && Integer.parseInt(matcher.group(3)) <= 12
            && (said.weekday == null || timeToCome));
  }

  private boolean date(String day, String month, String year) {
    if (said.hasDay() && !said.hasWeekdayOnly()) {
      return false;
    }
    said.dayOfMonth = Integer.parseInt(day);
    said.month = Integer.parseInt(month);
    if (year != null) {
      said.year = year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
    }
    return true;
  }

  private void times() {
    List<String> shapes = new ArrayList<>();
    shapes.add("(?<h>\\d{1,2})[:.](?<m>\\d{2})(?::\\d{2})?(?![\\d:.])(?: ?(?<half>[ap]m))?");
    shapes.add(
        "(?<h>\\d{1,2}) ?(?:h|ч|час(?:а|ов)?|сағат)\\.? ?(?<m>\\d{2})(?!\\d)(?: ?(?:минут[аы]?|мин|м)(?!\\p{L}))?(?<half>)?");
    shapes.add("(?<h>1[3-9]|2[0-4]) ?(?:h|ч)(?!\\p{L})(?<m>)?(?<half>)?");
    shapes.add("(?<h>\\d{1,2}) ?(?<half>[ap]m)(?!\\p{L})(?<m>)?");
    shapes.add("(?<h>\\d{1,2}) (?<m>[0-5]\\d)(?! ?[:.\\d\\p{L}])(?<half>)?");
    shapes.add("(?<h>\\d{1,2})-(?<m>[0-5]\\d)(?!\\d)(?<half>)?");
    shapes.add("(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d)(?!\\d)(?<half>)?");
    shapes.add("(?<h>\\d{1,2})(?![\\d:.])(?<m>)?(?<half>)?");
    shapes.forEach(shape -> when(shape + "(?![-/\\d])", this::time));
  }

  private boolean time(Matcher matcher) {
    if (said.hasTime()) {
      return false;
    }
    int hour = Integer.parseInt(matcher.group("h"));
    String half = matcher.group("half");
    if (half != null && !half.isEmpty()) {
      if (hour < 1 || hour > 12) {
        return false;
      }
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    String minute = matcher.group("m");
    said.hour = hour;
    said.minute = minute == null || minute.isEmpty() ? 0 : Integer.parseInt(minute);
    return true;
  }

  private void rule(String pattern, Consumer<Matcher> action) {
    when(
        pattern,
        matcher -> {
          action.accept(matcher);
          return true;
        });
  }

  private void when(String pattern, Predicate<Matcher> action) {
    rules.put(Pattern.compile(pattern), action);
  }
}
