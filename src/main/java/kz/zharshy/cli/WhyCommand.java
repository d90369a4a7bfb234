package kz.zharshy.cli;

import java.util.List;
import kz.zharshy.article.ReasonText;
import kz.zharshy.language.Visible;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells an article's history. */
@Command(name = "why", description = "Tells what happened to an article, and why.")
final class WhyCommand extends ConfiguredCommand {
  @Option(names = "--json", description = "As a JSON array.")
  private boolean json;

  @Parameters(paramLabel = "ID", description = "The article's number.")
  private long id;

  @Override
  public Integer call() {
    try (QueueDatabase database = common.parts(terminal).openDatabase()) {
      String title = QueuedArticles.find(database, id).content().title();
      List<HistoryLine> history = database.articles().history(id);
      if (json) {
        terminal.out().println(new ArticleJson().history(history).toPrettyString());
      } else {
        terminal.out().println(id + "  " + Visible.line(title));
        history.forEach(this::print);
      }
    }
    return 0;
  }

  private void print(HistoryLine line) {
    String detail = line.detail() == null ? "" : ": " + ReasonText.forLog(line.detail());
    terminal
        .out()
        .println(
            "%s  %s %s%s".formatted(line.at(), Visible.line(line.actor()), line.event(), detail));
  }
}
