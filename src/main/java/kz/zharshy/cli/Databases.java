package kz.zharshy.cli;

import kz.zharshy.article.Article;
import kz.zharshy.config.Settings;
import kz.zharshy.store.QueueDatabase;

/** Opening the database that the settings name, and finding what a user named. */
final class Databases {
  private Databases() {}

  static QueueDatabase open(Settings settings) {
    return QueueDatabase.open(settings.database().toString());
  }

  /**
   * The article of a number.
   *
   * @throws FailedException if there is none
   */
  static Article article(QueueDatabase database, long id) {
    return database
        .articles()
        .find(id)
        .orElseThrow(
            () ->
                new FailedException(
                    "There is no article %d. The numbers are shown by: queue".formatted(id)));
  }
}
