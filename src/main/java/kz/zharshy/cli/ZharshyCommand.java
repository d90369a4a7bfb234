package kz.zharshy.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import kz.zharshy.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line: which commands there are, and how a command ends. */
@Command(
    name = "zharshy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Publishes a newsroom's articles in its Telegram channel.",
    subcommands = {
      RunCommand.class,
      AddCommand.class,
      QueueCommand.class,
      ShowCommand.class,
      PreviewCommand.class,
      WhyCommand.class,
      ConfigCommand.class,
      DoctorCommand.class,
      SandboxCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ReindexCommand.class
    },
    footer = {
      "",
      "Try it without Telegram, a token or a channel:",
      "  java -jar target/zharshy.jar run --sandbox",
      "",
      "Exit codes: 0 fine, 1 failed, 2 wrong use or configuration, 70 an error: start it again."
    })
final class ZharshyCommand {
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  /** Runs a command line to its end and returns the exit code. */
  static int execute(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(ZharshyCommand.class, new Factory(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, result) -> fail(terminal, command, e));
    return line.execute(args);
  }

  private static int fail(Terminal terminal, CommandLine command, Exception e) {
    String message = e.getMessage();
    terminal.err().println(message == null ? "It failed: " + e : message);
    CommandSpec common = command.getCommandSpec().mixins().get("common");
    if (common != null && ((CommonOptions) common.userObject()).debug()) {
      e.printStackTrace(terminal.err());
    }
    return e instanceof ConfigurationException ? WRONG_USE : FAILED;
  }

  /** Gives each command the terminal. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      K made = CommandLine.defaultFactory().create(type);
      if (made instanceof TerminalCommand command) {
        command.terminal = terminal;
      }
      return made;
    }
  }
}
