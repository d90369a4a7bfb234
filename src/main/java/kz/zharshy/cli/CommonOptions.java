package kz.zharshy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.app.Composition;
import kz.zharshy.config.Secret;
import kz.zharshy.config.Settings;
import kz.zharshy.config.SettingsReader;
import kz.zharshy.config.SettingsTable;
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

  /**
   * The parts of the program, as the settings want them.
   *
   * @throws kz.zharshy.config.ConfigurationException with all that is wrong with the settings
   */
  Composition parts(Terminal terminal) {
    return new Composition(settings(terminal), terminal.clock());
  }

  /** The file that is read, or null where there is none. */
  @Nullable Path file() {
    return config == null && Files.exists(USUAL) ? USUAL : config;
  }

  /** The settings file, if the token stands in it. */
  Optional<Path> fileWithToken(Settings settings) {
    Path file = file();
    Secret token = settings.bot().token();
    try {
      return file != null && token != null && Files.readString(file).contains(token.revealed())
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static SettingsTable table() {
    return Composition.settingsTable();
  }
}
