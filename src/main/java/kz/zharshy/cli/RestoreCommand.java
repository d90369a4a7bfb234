package kz.zharshy.cli;

import java.nio.file.Path;
import kz.zharshy.store.Restore;
import kz.zharshy.store.Restore.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup into the database's place. */
@Command(
    name = "restore",
    description =
        "Checks a backup and puts it into the database's place. Stop the bot first; what was there"
            + " is kept.")
final class RestoreCommand extends ConfiguredCommand {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    String database = common.settings(terminal).database().toString();
    Restored restored = new Restore(database).from(file, terminal.clock().instant());
    terminal.out().println(restored.database() + " is restored.");
    restored
        .former()
        .ifPresent(former -> terminal.out().println("What was there before is " + former + "."));
    if (restored.held() > 0) {
      terminal
          .out()
          .println(
              "Articles that waited when the backup was made are held, %d of them: they may have"
                      .formatted(restored.held())
                  + " gone out since then. Look into the channel before you queue them again.");
    }
    return 0;
  }
}
