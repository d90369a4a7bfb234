package kz.zharshy.store;

import static kz.zharshy.store.ArticleRows.COLUMNS;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/** The articles in SQL. What a change entails, the schema's triggers do, whoever changes a row. */
final class SqlArticleQueue implements ArticleQueue {
  private static final String FIND = "SELECT " + COLUMNS + " FROM article WHERE id = ?";

  private static final String NAMED = "SELECT " + COLUMNS + " FROM article WHERE external_id = ?";

  static final String PUBLISHING =
      "SELECT " + COLUMNS + " FROM article WHERE state = 'publishing' AND state <> 'queued'";

  static final String COUNT_QUEUED = "SELECT count(*) FROM article WHERE state = 'queued'";

  /** The last condition says that the index of the other states will do. */
  static final String COUNT = "SELECT count(*) FROM article WHERE state = ? AND state <> 'queued'";

  /** Each priority by itself, so that an index gives the order. */
  static final String WAITING =
      "SELECT "
          + COLUMNS
          + " FROM article WHERE state = 'queued' AND priority = ?"
          + " ORDER BY rtrim(coalesce(publish_at, created_at), 'Z'), id LIMIT ?";

  static final String UNROUTED =
      "SELECT "
          + COLUMNS
          + " FROM article WHERE state = 'queued' AND route IS NULL AND priority = ?"
          + " ORDER BY rtrim(coalesce(publish_at, created_at), 'Z'), id LIMIT ?";

  private static final String ROUTE =
      "UPDATE article SET route = ?, route_language = ? WHERE id = ? AND state = 'queued'";

  static final String EXPIRING =
      """
      SELECT id FROM article WHERE state = 'queued' AND expires_at IS NOT NULL
        AND rtrim(expires_at, 'Z') <= rtrim(?, 'Z') ORDER BY rtrim(expires_at, 'Z'), id""";

  private static final String EXPIRE =
      """
      UPDATE article SET state = 'failed',
        reason = json_array('expired', expires_at) WHERE id = ?""";

  static final String NEWEST =
      "SELECT "
          + COLUMNS
          + " FROM article WHERE state = ? AND state <> 'queued' ORDER BY id DESC LIMIT ?";

  /** Of what is so long ago nobody asks for the last. */
  static final String MISHAP =
      """
      SELECT article_id, at, actor, event, detail FROM history
        WHERE id > (SELECT max(id) - 20000 FROM history)
        AND event IN ('failed', 'unknown', 'not corrected') ORDER BY id DESC LIMIT 1""";

  private static final String MOVE =
      "UPDATE article SET state = ?, reason = ? WHERE id = ? AND state = ?";

  private static final String NOTE =
      "INSERT INTO history (article_id, event, detail) VALUES (?, ?, ?)";

  private final Store store;
  private final ArticleUpsert upsert = new ArticleUpsert();
  private final DueArticles dueArticles = new DueArticles();
  private final ArticleEdits edits = new ArticleEdits();

  SqlArticleQueue(Store store) {
    this.store = store;
  }

  @Override
  public Added add(Draft draft, String actor, Instant now) {
    return store.write(
        actor,
        now,
        sql -> {
          ArticleUpsert.Result result = upsert.add(sql, draft, now);
          return new Added(get(sql, result.id()), result.addition());
        });
  }

  @Override
  public Optional<Article> find(long id) {
    return store.read(sql -> find(sql, id));
  }

  @Override
  public Optional<Article> named(String externalId) {
    return store.read(sql -> sql.first(NAMED, ArticleRows::article, externalId));
  }

  @Override
  public List<Article> waiting(int limit) {
    return store.read(
        sql -> {
          List<Article> all =
              sql.list(PUBLISHING + " ORDER BY id LIMIT ?", ArticleRows::article, limit);
          all.addAll(byPriority(sql, WAITING, limit - all.size()));
          return all;
        });
  }

  @Override
  public int count(ArticleState state) {
    return store.read(
        sql ->
            (int)
                (state == ArticleState.QUEUED
                    ? sql.number(COUNT_QUEUED)
                    : sql.number(COUNT, state.code())));
  }

  @Override
  public List<Article> newest(ArticleState state, int limit) {
    return store.read(sql -> sql.list(NEWEST, ArticleRows::article, state.code(), limit));
  }

  @Override
  public List<Article> unrouted(int limit) {
    return store.read(sql -> byPriority(sql, UNROUTED, limit));
  }

  @Override
  public boolean route(Article article, String channel, Language language) {
    return store.write(
        sql -> {
          Optional<Article> current = find(sql, article.id());
          if (current.isEmpty() || !current.get().equals(article)) {
            return false;
          }
          return sql.update(ROUTE, channel, language.code(), article.id()) == 1;
        });
  }

  @Override
  public Optional<Article> publishing(String channel) {
    return store.read(
        sql ->
            sql.first(
                PUBLISHING + " AND route = ? ORDER BY id LIMIT 1", ArticleRows::article, channel));
  }

  @Override
  public Optional<Article> claim(String channel, Instant now, Set<QueueLane> open) {
    if (store.read(sql -> dueArticles.next(sql, channel, now, open)).isEmpty()) {
      return Optional.empty();
    }
    return store.writeFenced(
        BOT,
        now,
        sql -> {
          Optional<Long> next = dueArticles.next(sql, channel, now, open);
          if (next.isEmpty()) {
            return Optional.empty();
          }
          dueArticles.take(sql, next.get());
          return find(sql, next.get());
        });
  }

  @Override
  public Map<QueueLane, Instant> due(String channel, Instant now) {
    return store.read(sql -> dueArticles.due(sql, channel, now));
  }

  @Override
  public List<Article> expire(Instant now) {
    if (store.read(sql -> sql.first(EXPIRING, row -> true, now)).isEmpty()) {
      return List.of();
    }
    return store.write(
        BOT,
        now,
        sql -> {
          List<Article> expired = new ArrayList<>();
          for (long id : sql.list(EXPIRING, row -> row.getLong(1), now)) {
            sql.update(EXPIRE, id);
            expired.add(get(sql, id));
          }
          return expired;
        });
  }

  @Override
  public boolean move(
      long id,
      ArticleState from,
      ArticleState to,
      @Nullable Reason reason,
      String actor,
      Instant now) {
    return store.write(
        actor,
        now,
        sql ->
            sql.update(MOVE, to.code(), reason, id, from.code()) == 1
                // The schema keeps what has been in the channel from waiting again.
                && find(sql, id).filter(article -> article.state() == to).isPresent());
  }

  @Override
  public boolean revise(
      Article read, Content content, Plan plan, ArticleState to, String actor, Instant now) {
    return store.write(actor, now, sql -> edits.revise(sql, read, content, plan, to, now));
  }

  @Override
  public boolean swap(long one, long other, String actor, Instant now) {
    return store.write(actor, now, sql -> edits.swap(sql, one, other));
  }

  @Override
  public Optional<Mishap> lastMishap() {
    return store.read(
        sql ->
            sql.first(
                MISHAP, row -> new Mishap(row.getLong("article_id"), SqlArticleQueue.line(row))));
  }

  @Override
  public List<HistoryLine> history(long id) {
    return store.read(
        sql ->
            sql.list(
                "SELECT at, actor, event, detail FROM history WHERE article_id = ? ORDER BY id",
                SqlArticleQueue::line,
                id));
  }

  private static HistoryLine line(ResultSet row) throws SQLException {
    return new HistoryLine(
        ArticleRows.time(row, "at").orElse(Instant.EPOCH),
        row.getString("actor"),
        row.getString("event"),
        Reason.readNullable(row.getString("detail")));
  }

  /** Adds a line to an article's history. */
  static void note(Sql sql, long articleId, String event, @Nullable Reason detail)
      throws SQLException {
    sql.update(NOTE, articleId, event, detail);
  }

  private static List<Article> byPriority(Sql sql, String query, int limit) throws SQLException {
    List<Article> all = new ArrayList<>();
    for (Priority priority : Priority.values()) {
      int left = limit - all.size();
      if (left > 0) {
        all.addAll(sql.list(query, ArticleRows::article, priority.code(), left));
      }
    }
    return all;
  }

  static Optional<Article> find(Sql sql, long id) throws SQLException {
    return sql.first(FIND, ArticleRows::article, id);
  }

  private static Article get(Sql sql, long id) throws SQLException {
    return find(sql, id).orElseThrow();
  }
}
