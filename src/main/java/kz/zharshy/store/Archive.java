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
import kz.zharshy.article.RelatedPosts.Place;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The published articles, as readers ask for them. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Archive {
  /**
   * A published article in a list.
   *
   * @param language null until the bot has recognised it
   * @param at when it was published
   */
  public record Entry(
      long articleId,
      String title,
      @Nullable Language language,
      @Nullable String section,
      boolean breaking,
      Where where,
      Instant at) {}

  /**
   * Where a published article can be read outside the chat.
   *
   * @param post the first part of the bot's post; null if it never posted it
   * @param page at the newsroom's site
   */
  public record Where(@Nullable Place post, @Nullable String page) {
    /** The post, else the page. */
    public @Nullable String address() {
      return post == null ? page : post.address();
    }
  }

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

  Archive(Store store) {
    this.store = store;
  }

  /**
   * The newest articles.
   *
   * @param sections to choose from; empty for all
   * @param skip how many of the newest to skip
   */
  public List<Entry> latest(Set<String> sections, int skip, int limit) {
    if (sections.isEmpty()) {
      return store.read(sql -> sql.list(LATEST, Archive::entry, limit, skip));
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
    return store.read(sql -> sql.list(LATEST_OF_SECTION, Archive::entry, section, limit, skip));
  }

  /** The articles published in this period, newest first. */
  public List<Entry> between(Instant from, Instant until, int limit) {
    return store.read(sql -> sql.list(BETWEEN, Archive::entry, from, until, limit));
  }

  public List<String> sections() {
    return store.read(sql -> sql.list(SECTIONS, row -> row.getString(1)));
  }

  /** A published article; empty if there is none with this number. */
  public Optional<Article> article(long id) {
    return store
        .read(sql -> sql.first(FIND, ArticleRows::article, id))
        .filter(article -> article.state() == ArticleState.PUBLISHED);
  }

  /** The same article as an entry of a list. */
  public Optional<Entry> entry(long id) {
    return store.read(sql -> sql.first(ONE, Archive::entry, id));
  }

  /** The published versions of an article in all languages, including itself, ordered by number. */
  public List<Entry> versions(long id) {
    return store.read(
        sql -> {
          long original = sql.number(ORIGINAL, id);
          List<Entry> versions = new ArrayList<>();
          for (long version : sql.list(VERSIONS, row -> row.getLong(1), original, original)) {
            sql.first(ONE, Archive::entry, version).ifPresent(versions::add);
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
        new Where(
            messageId == 0 ? null : new Place(row.getString("channel"), messageId),
            row.getString("source_url")),
        ArticleRows.time(row, "at").orElse(Instant.EPOCH));
  }
}
