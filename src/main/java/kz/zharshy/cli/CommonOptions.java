package kz.zharshy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.config.Settings;
import kz.zharshy.config.SettingsReader;
import kz.zharshy.config.SettingsTable;
import kz.zharshy.language.Language;
import kz.zharshy.schedule.TimetableParser;
import kz.zharshy.source.SubscribeFooter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
  private static final Path USUAL = Path.of("config", "zharshy.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings; default: config/zharshy.yaml, where it exists.")
  private @Nullable Path config;

  @Option(names = "--debug", description = "Log more, and show where an error came from.")
  private boolean debug;

  boolean debug() {
    return debug;
  }

  /**
   * The settings from the file and the environment.
   *
   * @throws kz.zharshy.config.ConfigurationException with all that is wrong with them
   */
  Settings settings(Terminal terminal) {
    return settings(terminal.environment());
  }

  Settings settings(Map<String, String> environment) {
    return new SettingsReader(table()).read(file(), environment);
  }

  /** The file that is read, or null where there is none. */
  @Nullable Path file() {
    return config == null && Files.exists(USUAL) ? USUAL : config;
  }

  static SettingsTable table() {
    return new SettingsTable(
        SubscribeFooter::channelsIn,
        Arrays.stream(Language.values()).map(Language::code).toList(),
        CommonOptions::timetableProblem);
  }

  private static Optional<String> timetableProblem(String timetable) {
    try {
      TimetableParser.read(timetable);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
