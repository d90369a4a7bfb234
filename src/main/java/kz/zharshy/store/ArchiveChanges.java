package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArticleChange.Traits;
import kz.zharshy.store.ArticleChange.What;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the archive, for an index outside the database that follows it. Versions grow in
 * the order of the commits, so an index that has read everything up to a version has missed nothing
 * below it. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ArchiveChanges {
  /**
   * The present form of an article that entered the archive, changed or left.
   *
   * @param version an article is listed under its newest one only
   * @param article null if it is no longer in the archive
   * @param at when it was published
   */
  public record Change(long version, long articleId, @Nullable Article article, Instant at) {}

  /**
   * Every writer updates this one row, so each transaction waits here for the one before it and
   * versions are committed in order.
   */
  private static final String NEXT_VERSION =
      "UPDATE archive_state SET version = version + 1 RETURNING version";

  /** An article that returns gets a new publication time. */
  private static final String PUT =
      """
      INSERT INTO archive (article_id, at, section, language, version)
        SELECT id, coalesce((SELECT sent_at FROM delivery WHERE article_id = article.id
            AND part = 1), published_at, created_at), section, ?, ?
          FROM article WHERE id = ?
        ON CONFLICT (article_id) DO UPDATE SET
          at = CASE WHEN gone = 1 THEN excluded.at ELSE archive.at END,
          section = excluded.section, language = excluded.language, version = excluded.version,
          gone = 0""";

  private static final String IS_IN = "SELECT 1 FROM archive WHERE article_id = ? AND gone = 0";

  private static final String TAKE_OUT =
      """
      UPDATE archive SET section = NULL, language = NULL, gone = 1, version = ?
        WHERE article_id = ?""";

  private static final String SINCE =
      "SELECT version, article_id, at FROM archive WHERE version > ? ORDER BY version LIMIT ?";

  private final Store store;

  ArchiveChanges(Store store) {
    this.store = store;
  }

  /** Identifies this archive; a restored backup gets a new identifier. */
  public String archiveId() {
    return store
        .read(sql -> sql.first("SELECT archive_id FROM archive_state", row -> row.getString(1)))
        .orElseThrow();
  }

  /** The highest version in the archive; 0 while it is empty. */
  public long newestVersion() {
    return store.read(sql -> sql.number("SELECT version FROM archive_state"));
  }

  /** The articles with a higher version, oldest change first. */
  public List<Change> since(long version, int limit) {
    store.settle();
    return store.read(
        sql -> {
          List<Change> changes = new ArrayList<>();
          for (Change bare : sql.list(SINCE, ArchiveChanges::bare, version, limit)) {
            Optional<Article> article =
                ArticleRows.find(sql, bare.articleId())
                    .filter(found -> found.state() == ArticleState.PUBLISHED);
            changes.add(
                new Change(bare.version(), bare.articleId(), article.orElse(null), bare.at()));
          }
          return changes;
        });
  }

  /** Brings the archive's row of an article up to date. */
  static void note(Sql sql, long articleId, List<ArticleChange> changes, Optional<Traits> now)
      throws SQLException {
    if (changes.stream().allMatch(change -> change.is(What.SENT) || change.is(What.MOVED))) {
      return;
    }
    boolean published =
        now.filter(it -> ArticleState.PUBLISHED.code().equals(it.state())).isPresent();
    if (published) {
      String language = now.get().language();
      sql.update(
          PUT,
          language == null ? recognised(sql, articleId) : language,
          sql.number(NEXT_VERSION),
          articleId);
    } else if (sql.first(IS_IN, row -> true, articleId).isPresent()) {
      sql.update(TAKE_OUT, sql.number(NEXT_VERSION), articleId);
    }
  }

  private static @Nullable String recognised(Sql sql, long articleId) throws SQLException {
    return ArticleRows.find(sql, articleId)
        .map(article -> article.content().spokenLanguage())
        .map(Language::code)
        .orElse(null);
  }

  private static Change bare(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("version"),
        row.getLong("article_id"),
        null,
        ArticleRows.time(row, "at").orElse(Instant.EPOCH));
  }
}
