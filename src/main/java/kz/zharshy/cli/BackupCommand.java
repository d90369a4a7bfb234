package kz.zharshy.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.zharshy.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the database while the bot runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the database into a file, also while the bot runs, and checks the copy.")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin(name = "common")
  private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "The backup; an older one is replaced.")
  private Path file = Path.of("");

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String database = common.settings(terminal).database().toString();
    terminal.out().println("The backup is " + new Backup(database).to(file) + ".");
    return 0;
  }
}
