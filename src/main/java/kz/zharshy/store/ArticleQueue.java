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
import java.util.TreeMap;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The articles and their states. Every change is one committed transaction with a line in the
 * article's history; what a change entails, the schema's triggers do, whoever changes a row. Safe
 * for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ArticleQueue {
  /** The bot itself, as the actor of a step in the history. */
  public static final String BOT = "bot";

  /** The article that a draft became, and how. */
  public record Added(Article article, Addition addition) {}

  /** One line of an article's history. */
  public record HistoryLine(Instant at, String actor, String event, @Nullable Reason detail) {}

  /** Something that went wrong with an article, as its history tells it. */
  public record Mishap(long articleId, HistoryLine line) {}

  private static final String NAMED = "SELECT " + COLUMNS + " FROM article WHERE external_id = ?";

  private static final String KNOWN =
      "SELECT " + COLUMNS + " FROM article WHERE external_id = ? OR source_url = ?";

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

  private final Store store;
  private final ArticleUpsert upsert = new ArticleUpsert();
  private final DueArticles dueArticles = new DueArticles();
  private final ArticleEdits edits = new ArticleEdits();

  ArticleQueue(Store store) {
    this.store = store;
  }

  /**
   * Takes in what came through the gate; where its name is known, that article is changed instead,
   * if the gate lets it.
   *
   * @param actor who does it, for the history: {@code cli}, {@code inbox}, or {@code
   *     telegram:12345}
   */
  public Added add(Gate.Entry entry, String actor, Instant now) {
    return store.write(
        actor,
        now,
        sql -> {
          ArticleUpsert.Result result = upsert.add(sql, entry, false, now);
          return new Added(get(sql, result.id()), result.addition());
        });
  }

  /** Takes a draft in as if its actor had written it into the database. */
  public Added add(Draft draft, String actor, Instant now) {
    return add(Gate.database(draft, actor), actor, now);
  }

  public Optional<Article> find(long id) {
    return store.read(sql -> ArticleRows.find(sql, id));
  }

  /** The article of an {@code external_id}. */
  public Optional<Article> named(String externalId) {
    return store.read(sql -> sql.first(NAMED, ArticleRows::article, externalId));
  }

  /** Articles that have one of these names, or are of one of these addresses, oldest first. */
  public List<Article> known(List<String> names) {
    return store.read(
        sql -> {
          Map<Long, Article> known = new TreeMap<>();
          for (String name : names) {
            sql.list(KNOWN, ArticleRows::article, name, name)
                .forEach(article -> known.put(article.id(), article));
          }
          return List.copyOf(known.values());
        });
  }

  /** Articles that are being published, then those that wait, in the order of going out. */
  public List<Article> waiting(int limit) {
    return store.read(
        sql -> {
          List<Article> all =
              sql.list(PUBLISHING + " ORDER BY id LIMIT ?", ArticleRows::article, limit);
          all.addAll(byPriority(sql, WAITING, limit - all.size()));
          return all;
        });
  }

  public int count(ArticleState state) {
    return store.read(
        sql ->
            (int)
                (state == ArticleState.QUEUED
                    ? sql.number(COUNT_QUEUED)
                    : sql.number(COUNT, state.code())));
  }

  /** The newest articles in a state other than {@code QUEUED}, newest first. */
  public List<Article> newest(ArticleState state, int limit) {
    return store.read(sql -> sql.list(NEWEST, ArticleRows::article, state.code(), limit));
  }

  /** Queued articles for which no channel has been chosen yet, in the order of going out. */
  public List<Article> unrouted(int limit) {
    return store.read(sql -> byPriority(sql, UNROUTED, limit));
  }

  /**
   * Notes the channel and the language of a queued article.
   *
   * @return whether the article was still as it is given here; a lost race is no error
   */
  public boolean route(Article article, String channel, Language language) {
    return store.write(
        sql -> {
          Optional<Article> current = ArticleRows.find(sql, article.id());
          if (current.isEmpty() || !current.get().equals(article)) {
            return false;
          }
          return sql.update(ROUTE, channel, language.code(), article.id()) == 1;
        });
  }

  /** The article that is being published in a channel, for example after a restart. */
  public Optional<Article> publishing(String channel) {
    return store.read(
        sql ->
            sql.first(
                PUBLISHING + " AND route = ? ORDER BY id LIMIT 1", ArticleRows::article, channel));
  }

  /** Claims the next due article of a channel: it is {@code PUBLISHING} from then on. */
  public Optional<Article> claim(String channel, Instant now) {
    return claim(channel, now, Set.copyOf(QueueLane.all()));
  }

  /** The same, but only of these lines. */
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
          return ArticleRows.find(sql, next.get());
        });
  }

  /**
   * When the first of each line of a channel is due, where one waits that has not expired; may be
   * past.
   */
  public Map<QueueLane, Instant> due(String channel, Instant now) {
    store.cutFutureTimes(now);
    return store.read(sql -> dueArticles.due(sql, channel, now));
  }

  /** Makes {@code FAILED} those that wait although their {@code expires_at} has passed. */
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

  /**
   * Moves an article from one state to another.
   *
   * @return whether it was in the expected state; a lost race is no error
   */
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
                && ArticleRows.find(sql, id).filter(article -> article.state() == to).isPresent());
  }

  /**
   * Changes an article as an editor decided who had it before them.
   *
   * @param read the article as it was read
   * @return whether it was still so; a lost race is no error
   */
  public boolean revise(
      Article read, Content content, Plan plan, ArticleState to, String actor, Instant now) {
    return store.write(actor, now, sql -> edits.revise(sql, read, content, plan, to, now));
  }

  /**
   * Lets two queued articles change places: each gets the other's time, or turn.
   *
   * @return whether both wait in one line; a lost race is no error
   */
  public boolean swap(long one, long other, String actor, Instant now) {
    return store.write(actor, now, sql -> edits.swap(sql, one, other));
  }

  /** The last thing of late that went wrong with an article. */
  public Optional<Mishap> lastMishap() {
    return store.read(
        sql ->
            sql.first(
                MISHAP, row -> new Mishap(row.getLong("article_id"), ArticleQueue.line(row))));
  }

  /** What happened to an article, oldest first. */
  public List<HistoryLine> history(long id) {
    return store.read(
        sql ->
            sql.list(
                "SELECT at, actor, event, detail FROM history WHERE article_id = ? ORDER BY id",
                ArticleQueue::line,
                id));
  }

  private static HistoryLine line(ResultSet row) throws SQLException {
    return new HistoryLine(
        ArticleRows.time(row, "at").orElse(Instant.EPOCH),
        row.getString("actor"),
        row.getString("event"),
        Reason.readNullable(row.getString("detail")));
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

  private static Article get(Sql sql, long id) throws SQLException {
    return ArticleRows.find(sql, id).orElseThrow();
  }
}
