package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Articles made late by an outage: they are {@code HELD} until somebody decides what to do with
 * them. Each method is one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class OverdueArticles {
  /** What to do with them. */
  public enum Choice {
    /** All are published, spaced in time. */
    ALL,
    /** The newest three are published, spaced in time; the others are withdrawn. */
    NEWEST,
    /** One post names them all. */
    DIGEST,
    /** None is published. */
    DROP;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Choice> ofCode(String code) {
      return List.of(values()).stream().filter(choice -> choice.code().equals(code)).findFirst();
    }
  }

  /**
   * Articles of a channel that were found late together.
   *
   * @param decideBy when the default choice is made, unless somebody has decided before
   */
  public record Batch(long id, String channel, Instant decideBy) {}

  private static final int NEWEST = 3;

  /** Of articles that were never begun; others would not be let out of their hold. */
  private static final String UNTOUCHED =
      " AND priority IN ('breaking', 'normal', 'low')"
          + " AND NOT EXISTS (SELECT 1 FROM delivery WHERE article_id = article.id)";

  private static final String AT_ONCE =
      " FROM article WHERE state = 'queued' AND route IS ? AND publish_at IS NULL"
          + " AND rtrim(created_at, 'Z') <= rtrim(?, 'Z')"
          + UNTOUCHED;

  private static final String SCHEDULED =
      " FROM article WHERE state = 'queued' AND route IS ? AND publish_at IS NOT NULL"
          + " AND rtrim(publish_at, 'Z') <= rtrim(?, 'Z')"
          + UNTOUCHED;

  static final String COUNT =
      "SELECT count(*) FROM (SELECT * FROM (SELECT 1"
          + AT_ONCE
          + " LIMIT ?) UNION ALL SELECT * FROM (SELECT 1"
          + SCHEDULED
          + " LIMIT ?))";

  static final String SINCE =
      """
      SELECT 1 FROM delivery WHERE channel = ? AND state = 'sent'
        AND rtrim(sending_at, 'Z') >= rtrim(?, 'Z') LIMIT 1""";

  private static final String OPEN =
      "SELECT id, channel, decide_by FROM overdue WHERE choice IS NULL";

  private static final String FIND = "SELECT id, channel, decide_by FROM overdue WHERE id = ?";

  private static final String ADD =
      "INSERT INTO overdue (channel, found_at, decide_by) VALUES (?, ?, ?) RETURNING id";

  private static final String JOIN =
      """
      INSERT INTO overdue_article (overdue_id, article_id, due)
        SELECT ?, id, coalesce(publish_at, created_at)""";

  private static final String OR_RENEW =
      " ON CONFLICT (overdue_id, article_id) DO UPDATE SET due = excluded.due";

  private static final String HOLD =
      """
      UPDATE article SET state = 'held', reason = json_array('late',
        coalesce(publish_at, created_at)) WHERE state = 'queued'
        AND id IN (SELECT article_id FROM overdue_article WHERE overdue_id = ?)""";

  private static final String ARTICLES =
      """
      SELECT %s
        FROM article JOIN overdue_article ON article_id = id
        WHERE overdue_id = ? AND state = 'held' ORDER BY rtrim(due, 'Z'), id"""
          .formatted(ArticleRows.COLUMNS);

  private static final String CHOOSE =
      "UPDATE overdue SET choice = ?, decided_at = ? WHERE id = ? AND choice IS NULL";

  /** What ends before its new time goes out at once. */
  private static final String RELEASE =
      """
      UPDATE article SET publish_at = CASE WHEN expires_at IS NULL
        OR rtrim(expires_at, 'Z') > rtrim(?, 'Z') THEN ? ELSE publish_at END,
        state = 'queued', reason = NULL WHERE id = ? AND state = 'held'""";

  private static final String DROP =
      "UPDATE article SET state = 'withdrawn', reason = ? WHERE id = ? AND state = 'held'";

  private final Store store;
  private final ArticleUpsert upsert = new ArticleUpsert();

  OverdueArticles(Store store) {
    this.store = store;
  }

  /**
   * How many queued articles of a channel, or of none yet, are due since before a moment.
   *
   * @param most stop counting here
   */
  public int count(String channel, Instant cutoff, int most) {
    return late(channel, cutoff, most) + late(null, cutoff, most);
  }

  /** Whether one of them has no channel yet. */
  public boolean hasUnrouted(Instant cutoff) {
    return late(null, cutoff, 1) > 0;
  }

  private int late(@Nullable String route, Instant cutoff, int most) {
    return store.read(sql -> (int) sql.number(COUNT, route, cutoff, most, route, cutoff, most));
  }

  /** Whether anything has been published in a channel since a moment. */
  public boolean isAlive(String channel, Instant since) {
    return store.read(sql -> sql.first(SINCE, row -> true, channel, since).isPresent());
  }

  /** Holds all queued articles of a channel that were due before {@code cutoff}. */
  public Batch setAside(String channel, Instant cutoff, Instant decideBy, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql -> {
          Optional<Batch> open =
              sql.first(OPEN + " AND channel = ? LIMIT 1", OverdueArticles::batch, channel);
          Batch batch =
              open.isPresent()
                  ? open.get()
                  : new Batch(sql.insert(ADD, channel, now, decideBy), channel, decideBy);
          sql.update(JOIN + AT_ONCE + OR_RENEW, batch.id(), channel, cutoff);
          sql.update(JOIN + SCHEDULED + OR_RENEW, batch.id(), channel, cutoff);
          sql.update(HOLD, batch.id());
          return batch;
        });
  }

  /** The batches nobody has decided about yet, of all channels. */
  public List<Batch> undecided() {
    return store.read(sql -> sql.list(OPEN + " ORDER BY id", OverdueArticles::batch));
  }

  public Optional<Batch> find(long batch) {
    return store.read(sql -> sql.first(FIND, OverdueArticles::batch, batch));
  }

  /** The articles of a batch that are still held, in the order they were due. */
  public List<Article> articles(long batch) {
    return store.read(sql -> articles(sql, batch));
  }

  /**
   * Makes a choice, once.
   *
   * @param spacing the time between two articles that are published
   * @param digest the post that names them all, for {@link Choice#DIGEST}
   * @return false if somebody had decided before, which is no error
   */
  public boolean decide(
      long batch,
      Choice choice,
      Duration spacing,
      @Nullable Draft digest,
      String actor,
      Instant now) {
    return store.write(
        actor,
        now,
        sql -> {
          if (sql.update(CHOOSE, choice.code(), now, batch) == 0) {
            return false;
          }
          carryOut(sql, choice, articles(sql, batch), spacing, digest, now);
          return true;
        });
  }

  private void carryOut(
      Sql sql,
      Choice choice,
      List<Article> late,
      Duration spacing,
      @Nullable Draft digest,
      Instant now)
      throws SQLException {
    int dropped =
        switch (choice) {
          case ALL -> 0;
          case NEWEST -> Math.max(0, late.size() - NEWEST);
          case DIGEST, DROP -> late.size();
        };
    Reason reason = Reason.of(ReasonCode.LATE_DROPPED);
    if (digest != null) {
      long number = upsert.add(sql, Gate.database(digest, ArticleQueue.BOT), false, now).id();
      reason = Reason.of(ReasonCode.LATE_IN_DIGEST, number);
    }
    for (Article article : late.subList(0, dropped)) {
      sql.update(DROP, reason, article.id());
    }
    Instant at = now;
    for (Article article : late.subList(dropped, late.size())) {
      sql.update(RELEASE, at, at, article.id());
      at = at.plus(spacing);
    }
  }

  private static List<Article> articles(Sql sql, long batch) throws SQLException {
    return sql.list(ARTICLES, ArticleRows::article, batch);
  }

  private static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong("id"),
        row.getString("channel"),
        ArticleRows.time(row, "decide_by").orElse(Instant.EPOCH));
  }
}
