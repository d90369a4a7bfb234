package kz.zharshy.cli;

import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.QueueDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what waits. */
@Command(name = "queue", description = "Lists the articles that wait, in the order of going out.")
final class QueueCommand extends ConfiguredCommand {
  @Option(names = "--json", description = "As a JSON array; the keys are the queue's columns.")
  private boolean json;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Override
  public Integer call() {
    try (QueueDatabase database = common.parts(terminal).openDatabase()) {
      List<Article> waiting = database.articles().waiting(limit);
      if (json) {
        terminal.out().println(new ArticleJson().articles(waiting).toPrettyString());
      } else {
        waiting.forEach(article -> terminal.out().println(ArticleLines.line(article)));
        terminal.out().println(summary(database.articles()));
      }
    }
    return 0;
  }

  private static String summary(ArticleQueue articles) {
    return "%d waiting, %d being published, %d held, %d failed, %d published"
        .formatted(
            articles.count(ArticleState.QUEUED),
            articles.count(ArticleState.PUBLISHING),
            articles.count(ArticleState.HELD),
            articles.count(ArticleState.FAILED),
            articles.count(ArticleState.PUBLISHED));
  }
}
