package kz.zharshy.cli;

import kz.zharshy.app.Composition;
import kz.zharshy.config.Settings;
import picocli.CommandLine.Command;

/** About the settings. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Checks the settings: config check.",
    subcommands = ConfigCommand.Check.class)
final class ConfigCommand {
  /** Reads the settings and tells all that is wrong with them. */
  @Command(
      name = "check",
      description = "Tells all that is wrong with the settings, with file, line and column.")
  static final class Check extends ConfiguredCommand {
    @Override
    public Integer call() {
      Settings settings = common.settings(terminal);
      Composition parts = new Composition(settings, terminal.clock());
      parts.channels();
      parts.posts();
      String source =
          common.file() == null ? "The environment" : common.file() + " and the environment";
      terminal.out().println(source + ": the settings are right.");
      settings
          .channels()
          .forEach(channel -> terminal.out().println("Articles go to @" + channel.name() + "."));
      parts.templateNotes().forEach(terminal.out()::println);
      if (settings.bot().token() == null) {
        terminal.out().println("No token is set (bot.token, ZHARSHY_BOT_TOKEN): run needs one.");
      }
      return 0;
    }
  }
}
