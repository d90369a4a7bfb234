package kz.zharshy.cli;

import kz.zharshy.app.FailedException;
import kz.zharshy.article.Article;
import kz.zharshy.store.QueueDatabase;

/** Finds the articles that a user names by their numbers. */
final class QueuedArticles {
  private QueuedArticles() {}

  /** The article of a number. Throws {@link FailedException} if there is none. */
  static Article find(QueueDatabase database, long id) {
    return database
        .articles()
        .find(id)
        .orElseThrow(
            () ->
                new FailedException(
                    "There is no article %d. The numbers are shown by: queue".formatted(id)));
  }
}
