package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Carries out what follows from changes of articles and posts. The schema's triggers list the
 * changes of every writer. Each write of this program drains the list in its own transaction, so a
 * change of the bot's and its consequences are committed together; the changes of other programs
 * are drained by whoever acts upon them next, see {@link Store#settle}.
 *
 * <p>Exactly the rows that were read are deleted, never all up to the highest number: another
 * transaction may commit a lower number later.
 */
final class ChangeList implements Store.Consequences {
  /** Limits how long others wait after a program has written a whole archive at once. */
  private static final int BATCH = 500;

  private static final String IS_OPEN = "SELECT 1 FROM change LIMIT 1";

  private static final String OPEN =
      """
      SELECT seq, article_id, what, is_out, is_repinned,
          was_state, was_story, was_translation_of, was_language
        FROM change ORDER BY seq LIMIT ?""";

  private static final String DONE = "DELETE FROM change WHERE seq = ?";

  private static final String NOW =
      """
      SELECT state, story, translation_of, coalesce(language, route_language) AS language
        FROM article WHERE id = ?""";

  private static final String CAME_OUT =
      "INSERT INTO article_out (article_id) VALUES (?) ON CONFLICT DO NOTHING";

  @Override
  public boolean areDue(Sql sql) throws SQLException {
    return sql.first(IS_OPEN, row -> true).isPresent();
  }

  /** Handles and deletes one batch of the list. */
  @Override
  public void drain(Sql sql) throws SQLException {
    List<ArticleChange> changes = sql.list(OPEN, ChangeList::change, BATCH);
    if (changes.isEmpty()) {
      return;
    }
    // Differs from that of every earlier batch.
    long number = changes.get(changes.size() - 1).seq();
    Map<Long, List<ArticleChange>> byArticle =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    ArticleChange::articleId, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<Long, List<ArticleChange>> article : byArticle.entrySet()) {
      conclude(sql, article.getKey(), article.getValue(), number);
    }
    for (ArticleChange change : changes) {
      sql.update(DONE, change.seq());
    }
  }

  private static void conclude(Sql sql, long articleId, List<ArticleChange> changes, long number)
      throws SQLException {
    Optional<ArticleChange.Traits> now = sql.first(NOW, row -> traits(row, ""), articleId);
    if (changes.stream().anyMatch(ArticleChange::isOut)) {
      sql.update(CAME_OUT, articleId);
    }
    ArchiveChanges.note(sql, articleId, changes, now);
    Corrections.note(sql, articleId, changes, now);
    Pins.note(sql, articleId, changes);
    RelatedPostsStore.note(sql, articleId, changes, now, number);
  }

  private static ArticleChange change(ResultSet row) throws SQLException {
    return new ArticleChange(
        row.getLong("seq"),
        row.getLong("article_id"),
        ArticleChange.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getBoolean("is_out"),
        row.getBoolean("is_repinned"),
        traits(row, "was_"));
  }

  private static ArticleChange.Traits traits(ResultSet row, String prefix) throws SQLException {
    long original = row.getLong(prefix + "translation_of");
    return new ArticleChange.Traits(
        row.getString(prefix + "state"),
        row.getString(prefix + "story"),
        original == 0 ? null : original,
        row.getString(prefix + "language"));
  }
}
