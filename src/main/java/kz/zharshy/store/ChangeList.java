package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.zharshy.article.ArticleState;
import org.jspecify.annotations.Nullable;

/**
 * Draws the conclusions from what happened to articles and posts: the schema's triggers note it,
 * whoever did it. What they note is drained in the transaction of each write of this program, so
 * that nobody sees what the bot did without its consequences, and one commit does for both; what
 * another program did is drained by whoever acts upon it next, see {@link Store#settle}.
 *
 * <p>The rows are deleted by the numbers that were read, never up to the highest: another
 * transaction may commit a lower number later.
 */
final class ChangeList {
  /** A program that writes a whole archive at once keeps nobody waiting for long. */
  private static final int BATCH = 500;

  static final String IS_OPEN = "SELECT 1 FROM change LIMIT 1";

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

  /** What happened. */
  enum What {
    ADDED,
    CHANGED,
    REMOVED,
    SENT,
    MOVED
  }

  /** What an article is or was, as far as it matters to others than itself. */
  record Traits(
      @Nullable String state,
      @Nullable String story,
      @Nullable Long translationOf,
      @Nullable String language) {
    boolean isWithdrawn() {
      return ArticleState.WITHDRAWN.code().equals(state);
    }
  }

  /**
   * One row of the list.
   *
   * @param before of a row that was changed or removed
   */
  record Change(
      long seq, long articleId, What what, boolean isOut, boolean isRepinned, Traits before) {
    boolean is(What one) {
      return what == one;
    }
  }

  private ChangeList() {}

  /** Takes a batch from the list. */
  static void drain(Sql sql) throws SQLException {
    List<Change> changes = sql.list(OPEN, ChangeList::change, BATCH);
    if (changes.isEmpty()) {
      return;
    }
    // Unlike that of any earlier batch.
    long number = changes.get(changes.size() - 1).seq();
    Map<Long, List<Change>> byArticle =
        changes.stream()
            .collect(
                Collectors.groupingBy(Change::articleId, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<Long, List<Change>> article : byArticle.entrySet()) {
      conclude(sql, article.getKey(), article.getValue(), number);
    }
    for (Change change : changes) {
      sql.update(DONE, change.seq());
    }
  }

  private static void conclude(Sql sql, long articleId, List<Change> changes, long number)
      throws SQLException {
    Optional<Traits> now = sql.first(NOW, row -> traits(row, ""), articleId);
    if (changes.stream().anyMatch(Change::isOut)) {
      sql.update(CAME_OUT, articleId);
    }
    SqlArchiveChanges.note(sql, articleId, changes, now);
    SqlCorrections.note(sql, articleId, changes, now);
    SqlPins.note(sql, articleId, changes);
    SqlRelatedPosts.note(sql, articleId, changes, now, number);
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("seq"),
        row.getLong("article_id"),
        What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getBoolean("is_out"),
        row.getBoolean("is_repinned"),
        traits(row, "was_"));
  }

  private static Traits traits(ResultSet row, String prefix) throws SQLException {
    long original = row.getLong(prefix + "translation_of");
    return new Traits(
        row.getString(prefix + "state"),
        row.getString(prefix + "story"),
        original == 0 ? null : original,
        row.getString(prefix + "language"));
  }
}
