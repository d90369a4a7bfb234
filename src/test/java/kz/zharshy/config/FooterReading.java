package kz.zharshy.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The settings' table with a simple reading of footers: {@code t.me/NAME}. */
final class FooterReading {
  private static final Pattern LINK = Pattern.compile("t\\.me/(\\w+)");

  private FooterReading() {}

  static SettingsTable table() {
    return new SettingsTable(
        FooterReading::channelsIn, List.of("kk", "ru", "en"), FooterReading::timetableProblem);
  }

  private static List<String> channelsIn(String footer) {
    return LINK.matcher(footer).results().map((MatchResult link) -> link.group(1)).toList();
  }

  /** A stand-in for the newsroom's own reading, which this room does not know. */
  private static Optional<String> timetableProblem(String timetable) {
    return timetable.contains("noon") ? Optional.of("noon is no time.") : Optional.empty();
  }
}
