package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the table {@code article}. Any program writes that table, so what cannot be read is read
 * as if it were not there: one odd row must not stop those behind it.
 */
final class ArticleRows {
  /** The columns that a draft fills, in the order of {@link #values}. */
  static final String GIVEN =
      "title, body, body_format, language, section, summary, author, source_url, published_at,"
          + " images, tags, channel, story, translation_of, priority, publish_at, expires_at,"
          + " silent, pin_until";

  static final String PLACES = "?" + ", ?".repeat(GIVEN.split(",").length - 1);

  static final String COLUMNS =
      GIVEN + ", id, external_id, state, route, route_language, reason, created_at, updated_at";

  private static final String FIND = "SELECT " + COLUMNS + " FROM article WHERE id = ?";

  private static final String NOTE =
      "INSERT INTO history (article_id, event, detail) VALUES (?, ?, ?)";

  private ArticleRows() {}

  static Optional<Article> find(Sql sql, long id) throws SQLException {
    return sql.first(FIND, ArticleRows::article, id);
  }

  static void note(Sql sql, long articleId, String event, @Nullable Reason detail)
      throws SQLException {
    sql.update(NOTE, articleId, event, detail);
  }

  static @Nullable Object[] values(Content content, Plan plan) {
    return new @Nullable Object[] {
      content.title(),
      content.body(),
      content.bodyFormat().code(),
      content.language() == null ? null : content.language().code(),
      content.section(),
      content.summary(),
      content.author(),
      content.sourceUrl(),
      content.publishedAt(),
      JsonColumns.ofPictures(content.media()),
      JsonColumns.ofWords(content.tags()),
      plan.channel(),
      plan.story(),
      plan.translationOf(),
      plan.priority().code(),
      plan.publishAt(),
      plan.expiresAt(),
      plan.silent(),
      plan.pinUntil()
    };
  }

  /** The draft's values with others before and behind them. */
  static @Nullable Object[] around(
      List<@Nullable Object> before, @Nullable Object[] values, List<@Nullable Object> behind) {
    List<@Nullable Object> all = new ArrayList<>(before);
    all.addAll(Arrays.asList(values));
    all.addAll(behind);
    return all.toArray();
  }

  /** The article, in the language that its source gave or that the bot recognised. */
  static Article article(ResultSet row) throws SQLException {
    Language given = language(row, "language");
    Content content = content(row, given == null ? language(row, "route_language") : given);
    return new Article(
        row.getLong("id"),
        row.getString("external_id"),
        content,
        plan(row),
        new Article.Standing(
            code(row, "state", ArticleState::ofCode).orElse(ArticleState.HELD),
            row.getString("route"),
            Reason.readNullable(row.getString("reason"))),
        time(row, "created_at").orElse(Instant.EPOCH),
        time(row, "updated_at").orElse(Instant.EPOCH));
  }

  static Content content(ResultSet row) throws SQLException {
    return content(row, language(row, "language"));
  }

  static Plan plan(ResultSet row) throws SQLException {
    long original = row.getLong("translation_of");
    return new Plan(
        text(row, "channel"),
        text(row, "story"),
        original == 0 ? null : original,
        code(row, "priority", Priority::ofCode).orElse(Priority.NORMAL),
        new Plan.Window(time(row, "publish_at").orElse(null), time(row, "expires_at").orElse(null)),
        row.getBoolean("silent"),
        time(row, "pin_until").orElse(null));
  }

  static @Nullable Language language(ResultSet row, String column) throws SQLException {
    String code = text(row, column);
    return code == null ? null : Language.ofCode(code).orElse(null);
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    String text = text(row, column);
    try {
      return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Content content(ResultSet row, @Nullable Language language) throws SQLException {
    String title = text(row, "title");
    String body = row.getString("body");
    return Content.builder(title == null ? "?" : title, body == null ? "" : body)
        .bodyFormat(code(row, "body_format", BodyFormat::ofCode).orElse(BodyFormat.TEXT))
        .language(language)
        .section(text(row, "section"))
        .summary(text(row, "summary"))
        .author(text(row, "author"))
        .sourceUrl(text(row, "source_url"))
        .publishedAt(time(row, "published_at").orElse(null))
        .media(JsonColumns.pictures(row.getString("images")))
        .tags(JsonColumns.words(row.getString("tags")))
        .build();
  }

  private static @Nullable String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null || text.isBlank() ? null : text;
  }

  private static <E> Optional<E> code(ResultSet row, String column, Function<String, E> reader)
      throws SQLException {
    String code = text(row, column);
    try {
      return code == null ? Optional.empty() : Optional.of(reader.apply(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
