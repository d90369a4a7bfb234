package kz.zharshy.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.Priority;
import kz.zharshy.article.ReasonCode;

/**
 * A channel's rules as people write them: {@code mon-fri 9:00 12:30 18:00; sat 11:00; spacing 10;
 * quiet 23:00-7:00; quiet low 20:00-9:00; burst 60}. The spacing is in minutes, the burst in
 * seconds; quiet hours without a priority apply to normal and low. Weekdays may be Kazakh, Russian
 * or English; {@code daily} is all of them.
 */
public final class TimetableParser {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String EXAMPLE = "mon-fri 9:00 18:00; spacing 10; quiet 23:00-7:00";
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern AMOUNT =
      Pattern.compile("(spacing|burst) (\\d{1,4}) ?(?:m|min|s|sec)?");
  private static final Pattern QUIET =
      Pattern.compile("quiet (?:(normal|low) )?(\\d{1,2}:\\d{2}) ?- ?(\\d{1,2}:\\d{2})");
  private static final Pattern SLOTS =
      Pattern.compile("([\\p{L}\\p{M}]+(?: ?[-,] ?[\\p{L}\\p{M}]+){0,20}) (\\d[\\d: ,]*)");

  private TimetableParser() {}

  /**
   * The rules in a text; an empty text has none.
   *
   * @throws TimetableException with the reason, if the text is not a valid timetable
   */
  public static Rules read(String text) {
    Map<DayOfWeek, List<LocalTime>> slots = new EnumMap<>(DayOfWeek.class);
    Map<Priority, QuietHours> quiet = new EnumMap<>(Priority.class);
    Map<String, Integer> amounts = new LinkedHashMap<>();
    for (String part : text.toLowerCase(Locale.ROOT).replace('–', '-').split("[;\\n]", -1)) {
      String clause = part.strip().replaceAll("\\s+", " ");
      if (!clause.isEmpty()) {
        read(clause, slots, quiet, amounts);
      }
    }
    return new Rules(
        new Slots(slots),
        Duration.ofMinutes(amounts.getOrDefault("spacing", 0)),
        quiet,
        Duration.ofSeconds(amounts.getOrDefault("burst", 0)));
  }

  /** The rules as {@link #read} understands them. */
  public static String write(Rules rules) {
    List<String> clauses = new ArrayList<>();
    Map<List<LocalTime>, List<DayOfWeek>> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<LocalTime> times = rules.slots().times().getOrDefault(day, List.of());
      if (!times.isEmpty()) {
        days.computeIfAbsent(times, any -> new ArrayList<>()).add(day);
      }
    }
    days.forEach(
        (times, on) ->
            clauses.add(
                written(on) + " " + String.join(" ", times.stream().map(CLOCK::format).toList())));
    if (!rules.spacing().isZero()) {
      clauses.add("spacing " + rules.spacing().toMinutes());
    }
    QuietHours normal = rules.quiet().get(Priority.NORMAL);
    QuietHours low = rules.quiet().get(Priority.LOW);
    if (normal != null && normal.equals(low)) {
      clauses.add("quiet " + written(normal));
    } else {
      if (normal != null) {
        clauses.add("quiet normal " + written(normal));
      }
      if (low != null) {
        clauses.add("quiet low " + written(low));
      }
    }
    if (!rules.burst().isZero()) {
      clauses.add("burst " + rules.burst().toSeconds());
    }
    return String.join("; ", clauses);
  }

  /** {@code mon-fri}, {@code sat,sun}. */
  private static String written(List<DayOfWeek> days) {
    DayOfWeek first = days.get(0);
    DayOfWeek last = days.get(days.size() - 1);
    boolean inARow = last.getValue() - first.getValue() == days.size() - 1;
    if (inARow && days.size() > 2) {
      return name(first) + "-" + name(last);
    }
    return String.join(",", days.stream().map(TimetableParser::name).toList());
  }

  private static String name(DayOfWeek day) {
    return DAYS.get(day.getValue() - 1);
  }

  private static String written(QuietHours hours) {
    return CLOCK.format(hours.from()) + "-" + CLOCK.format(hours.to());
  }

  private static void read(
      String clause,
      Map<DayOfWeek, List<LocalTime>> slots,
      Map<Priority, QuietHours> quiet,
      Map<String, Integer> amounts) {
    Matcher amount = AMOUNT.matcher(clause);
    Matcher hours = QUIET.matcher(clause);
    Matcher times = SLOTS.matcher(clause);
    if (amount.matches()) {
      amounts.put(amount.group(1), Integer.parseInt(amount.group(2)));
    } else if (hours.matches()) {
      QuietHours read = new QuietHours(time(hours.group(2)), time(hours.group(3)));
      String priority = hours.group(1);
      if (priority != null) {
        quiet.put(Priority.ofCode(priority), read);
      } else {
        quiet.put(Priority.NORMAL, read);
        quiet.put(Priority.LOW, read);
      }
    } else if (times.matches()) {
      List<LocalTime> all = new ArrayList<>();
      for (String word : times.group(2).strip().split("[ ,]+", -1)) {
        all.add(time(word));
      }
      days(times.group(1))
          .forEach(day -> slots.computeIfAbsent(day, any -> new ArrayList<>()).addAll(all));
    } else {
      throw new TimetableException(ReasonCode.NO_RULE, clause, EXAMPLE);
    }
  }

  private static List<DayOfWeek> days(String words) {
    if (words.equals("daily")) {
      return List.of(DayOfWeek.values());
    }
    List<DayOfWeek> all = new ArrayList<>();
    for (String range : words.split(" ?, ?", -1)) {
      String[] ends = range.split(" ?- ?", 2);
      DayOfWeek day = day(ends[0]);
      DayOfWeek last = ends.length == 1 ? day : day(ends[1]);
      for (; day != last; day = day.plus(1)) {
        all.add(day);
      }
      all.add(last);
    }
    return all;
  }

  private static DayOfWeek day(String word) {
    return Vocabulary.WEEKDAYS.entrySet().stream()
        .filter(entry -> word.matches(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new TimetableException(ReasonCode.NO_DAY, word));
  }

  private static LocalTime time(String word) {
    try {
      String[] parts = word.split(":", 2);
      return LocalTime.of(
          Integer.parseInt(parts[0]), parts.length < 2 ? 0 : Integer.parseInt(parts[1]));
    } catch (NumberFormatException | DateTimeException e) {
      throw new TimetableException(e, ReasonCode.NO_TIME_OF_DAY, word);
    }
  }
}
