package kz.zharshy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command with the terminal that it was typed at. */
@Command(mixinStandardHelpOptions = true)
abstract class TerminalCommand implements Callable<Integer> {
  /** Set before the command is called. */
  @SuppressWarnings("NullAway.Init")
  Terminal terminal;
}
