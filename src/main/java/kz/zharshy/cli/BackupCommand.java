package kz.zharshy.cli;

import java.nio.file.Path;
import kz.zharshy.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the database while the bot runs. */
@Command(
    name = "backup",
    description = "Copies the database into a file, also while the bot runs, and checks the copy.")
final class BackupCommand extends ConfiguredCommand {
  @Parameters(paramLabel = "FILE", description = "The backup; an older one is replaced.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    String database = common.settings(terminal).database().toString();
    terminal.out().println("The backup is " + new Backup(database).to(file) + ".");
    return 0;
  }
}
