package kz.zharshy.cli;

import java.io.IOException;
import java.nio.file.Path;
import kz.zharshy.app.Composition;
import kz.zharshy.app.FailedException;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.Indexer;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;

/** Builds the search index anew. */
@Command(
    name = "reindex",
    description =
        "Builds the search index anew; it does so by itself where the index is missing or broken.")
final class ReindexCommand extends ConfiguredCommand {
  @Override
  public Integer call() throws IOException {
    Logging.console(common.debug());
    Composition parts = common.parts(terminal);
    Path folder = parts.indexFolder();
    try (QueueDatabase database = parts.openDatabase()) {
      boolean taken = Indexer.isTaken(folder);
      Indexer.discard(folder);
      if (taken) {
        terminal.out().println("The bot is running and builds the index anew by itself.");
      } else {
        build(parts, database);
        terminal.out().println("The search index is built.");
      }
    }
    return 0;
  }

  private void build(Composition parts, QueueDatabase database) {
    try (ArticleIndex index = parts.openIndex(database);
        Indexer indexer =
            parts.indexer(database, index, done -> terminal.out().println(done + " %"))) {
      while (index.isBuilding()) {
        if (!indexer.step().isZero() && index.isBuilding()) {
          throw new FailedException("The search index cannot be built; see the line above.");
        }
      }
    }
  }
}
