package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;

/** The archive in SQL. */
final class SqlArchive implements Archive {
  private static final String ENTRY =
      """
      SELECT archive.article_id, title, coalesce(article.language, route_language,
        archive.language) AS language, archive.section, priority, delivery.channel AS channel,
        message_id, source_url, at FROM archive
        CROSS JOIN article ON article.id = archive.article_id
        AND article.state = 'published'
        LEFT JOIN delivery ON delivery.article_id = archive.article_id AND part = 1
        AND delivery.state = 'sent'""";

  private static final String NEWEST_FIRST =
      " ORDER BY rtrim(at, 'Z') DESC, archive.article_id DESC LIMIT ?";

  static final String LATEST = ENTRY + NEWEST_FIRST + " OFFSET ?";

  static final String LATEST_OF_SECTION =
      ENTRY + " WHERE archive.section = ?" + NEWEST_FIRST + " OFFSET ?";

  static final String BETWEEN =
      ENTRY
          + " WHERE rtrim(at, 'Z') >= rtrim(?, 'Z') AND rtrim(at, 'Z') < rtrim(?, 'Z')"
          + NEWEST_FIRST;

  static final String ONE = ENTRY + " WHERE archive.article_id = ?";

  /** Skips from name to name along the index, however many articles each has. */
  static final String SECTIONS =
      """
      WITH RECURSIVE name(section) AS (
        SELECT min(section) FROM archive WHERE section IS NOT NULL UNION ALL
        SELECT (SELECT min(archive.section) FROM archive WHERE archive.section IS NOT NULL
        AND archive.section > name.section) FROM name WHERE name.section IS NOT NULL)
        SELECT section FROM name WHERE section IS NOT NULL""";

  private static final String ORIGINAL =
      "SELECT coalesce(translation_of, id) FROM article WHERE id = ?";

  static final String VERSIONS =
      """
      SELECT id FROM article WHERE id = ? AND state = 'published'
        UNION SELECT id FROM article WHERE translation_of = ? AND state = 'published'
        ORDER BY id LIMIT 10""";

  private static final String FIND = "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE id = ?";

  private final Store store;

  SqlArchive(Store store) {
    this.store = store;
  }

  @Override
  public List<Entry> latest(Set<String> sections, int skip, int limit) {
    if (sections.isEmpty()) {
      return store.read(sql -> sql.list(LATEST, SqlArchive::entry, limit, skip));
    }
    if (sections.size() == 1) {
      return latestOf(sections.iterator().next(), skip, limit);
    }
    List<Entry> all = new ArrayList<>();
    sections.forEach(section -> all.addAll(latestOf(section, 0, skip + limit)));
    return all.stream()
        .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::articleId).reversed())
        .skip(skip)
        .limit(limit)
        .toList();
  }

  private List<Entry> latestOf(String section, int skip, int limit) {
    return store.read(sql -> sql.list(LATEST_OF_SECTION, SqlArchive::entry, section, limit, skip));
  }

  @Override
  public List<Entry> between(Instant from, Instant until, int limit) {
    return store.read(sql -> sql.list(BETWEEN, SqlArchive::entry, from, until, limit));
  }

  @Override
  public List<String> sections() {
    return store.read(sql -> sql.list(SECTIONS, row -> row.getString(1)));
  }

  @Override
  public Optional<Article> article(long id) {
    return store
        .read(sql -> sql.first(FIND, ArticleRows::article, id))
        .filter(article -> article.state() == ArticleState.PUBLISHED);
  }

  @Override
  public Optional<Entry> entry(long id) {
    return store.read(sql -> sql.first(ONE, SqlArchive::entry, id));
  }

  @Override
  public List<Entry> versions(long id) {
    return store.read(
        sql -> {
          long original = sql.number(ORIGINAL, id);
          List<Entry> versions = new ArrayList<>();
          for (long version : sql.list(VERSIONS, row -> row.getLong(1), original, original)) {
            sql.first(ONE, SqlArchive::entry, version).ifPresent(versions::add);
          }
          return versions;
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long messageId = row.getLong("message_id");
    return new Entry(
        row.getLong("article_id"),
        row.getString("title"),
        ArticleRows.language(row, "language"),
        row.getString("section"),
        "breaking".equals(row.getString("priority")),
        messageId == 0 ? null : row.getString("channel"),
        messageId == 0 ? null : messageId,
        row.getString("source_url"),
        ArticleRows.time(row, "at").orElse(Instant.EPOCH));
  }
}
