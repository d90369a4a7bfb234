package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.ArticleChange.What;
import org.jspecify.annotations.Nullable;

/**
 * Which posts are pinned in their channel, and until when they are to be. That a call is about to
 * be made is committed before it is, and each call may be made again without harm. Each method is
 * one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Pins {
  /** The end of what is pinned without an end. */
  public static final Instant FOREVER = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A call to be made.
   *
   * @param isUp whether the post is to be pinned; else it is to be taken down
   * @param until the end as it was read; null is not to be pinned
   * @param tries how many calls ended without anybody knowing how
   */
  public record Task(
      long articleId,
      boolean isUp,
      String channel,
      long message,
      @Nullable String until,
      int tries) {
    /** The call that takes the same post down. */
    Task down() {
      return new Task(articleId, false, channel, message, until, tries);
    }
  }

  static final String OPEN =
      """
      SELECT pin.article_id, pin.state, until, pin.channel AS pinned_channel,
        pin.message_id AS pinned_message, tries, article.state AS article_state,
        delivery.channel, delivery.message_id, delivery.state = 'sent'
        AND edit_state NOT IN ('gone', 'deleted') AND proven = 1 AS there FROM pin
        LEFT JOIN article ON article.id = pin.article_id
        LEFT JOIN delivery ON delivery.article_id = pin.article_id AND part = 1
        WHERE (until IS NOT NULL OR pin.state <> 'off')
        AND coalesce(pin.channel, delivery.channel, ?) = ?""";

  private static final String NEXT_END =
      """
      SELECT min(until) FROM pin WHERE (until IS NOT NULL OR state <> 'off')
        AND state <> 'off' AND channel = ?""";

  private static final String FORGET =
      "DELETE FROM pin WHERE article_id = ? AND state = ? AND until IS ?";

  private static final String BEGIN =
      """
      UPDATE pin SET state = ?, channel = ?, message_id = ?, begun_at = ?
        WHERE article_id = ? AND until IS ?""";

  private static final String DONE =
      "UPDATE pin SET state = ?, tries = 0 WHERE article_id = ? AND state = ?";

  private static final String REFUSED =
      """
      UPDATE pin SET state = 'off', tries = 0,
        until = CASE WHEN until IS ? THEN NULL ELSE until END
        WHERE article_id = ? AND state = ?""";

  private static final String UNCLEAR =
      "UPDATE pin SET tries = tries + 1 WHERE article_id = ? AND state = ?";

  /** What the article's source says now is known to whoever decides otherwise. */
  private static final String WANT =
      """
      INSERT INTO pin (article_id, site, until)
        VALUES (?, (SELECT pin_until FROM article WHERE id = ?), ?)
        ON CONFLICT (article_id) DO UPDATE
          SET site = coalesce(excluded.site, site), until = excluded.until, tries = 0""";

  private static final String SITE_PINS =
      """
      INSERT INTO pin (article_id, site, until)
        SELECT id, pin_until, pin_until FROM article WHERE id = ? AND pin_until IS NOT NULL
        ON CONFLICT (article_id) DO UPDATE
          SET site = excluded.site, until = excluded.until, tries = 0
          WHERE site IS DISTINCT FROM excluded.site""";

  private static final String SITE_UNPINS =
      """
      UPDATE pin SET site = NULL, until = NULL, tries = 0
        WHERE article_id = ? AND site IS NOT NULL AND EXISTS
          (SELECT 1 FROM article WHERE id = pin.article_id AND pin_until IS NULL)""";

  private final Store store;

  Pins(Store store) {
    this.store = store;
  }

  /** A pin with what has become of its post. */
  private record Row(Task up, String state, @Nullable String articleState, boolean there) {
    boolean isWanted(Instant now) {
      Instant end = end();
      return end != null && end.isAfter(now) && there && "published".equals(articleState);
    }

    boolean isUp() {
      return !state.equals("off");
    }

    /** Nothing is left to do, now or later. */
    boolean isOver(Instant now) {
      Instant end = end();
      boolean past = end == null || !end.isAfter(now);
      boolean nowhere = articleState == null || articleState.equals("withdrawn");
      return isUp() ? !there && up.message() > 0 && !isWanted(now) : past || nowhere;
    }

    @Nullable Instant end() {
      return up.until() == null ? null : Instant.parse(up.until());
    }
  }

  /** The next call for a channel. What has settled itself, as the post is gone, is forgotten. */
  public Optional<Task> next(String channel, Instant now) {
    store.settle();
    List<Row> open = store.read(sql -> sql.list(OPEN, Pins::row, channel, channel));
    Optional<Task> next = Optional.empty();
    for (Row row : open) {
      if (row.isOver(now)) {
        store.write(sql -> sql.update(FORGET, row.up().articleId(), row.state(), row.up().until()));
      } else if (next.isEmpty() && row.isWanted(now) && !row.state().equals("pinned")) {
        next = Optional.of(row.up());
      } else if (next.isEmpty() && row.isUp() && !row.isWanted(now)) {
        next = Optional.of(row.up().down());
      }
    }
    return next;
  }

  /** When the next of a channel's pinned posts is to be taken down. */
  public Optional<Instant> nextEnd(String channel) {
    return store
        .read(sql -> sql.first(NEXT_END, row -> Optional.ofNullable(row.getString(1)), channel))
        .flatMap(end -> end)
        .map(Instant::parse);
  }

  /** Notes that a call is about to be made. Returns whether it is still wanted. */
  public boolean begin(Task task, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql ->
            sql.update(
                    BEGIN,
                    begun(task),
                    task.channel(),
                    task.message(),
                    now,
                    task.articleId(),
                    task.until())
                == 1);
  }

  public void done(Task task, Instant now) {
    store.write(
        ArticleQueue.BOT,
        now,
        sql -> {
          int rows =
              sql.update(DONE, task.isUp() ? "pinned" : "off", task.articleId(), begun(task));
          if (rows == 1) {
            note(
                sql,
                task.articleId(),
                task.isUp() ? "pinned" : "unpinned",
                task.isUp() ? task.until() : null);
          }
          return rows;
        });
  }

  /** Telegram said no: it is not asked again until somebody wants it anew. */
  public void refused(Task task, Reason reason, Instant now) {
    store.write(
        ArticleQueue.BOT,
        now,
        sql -> {
          String event = task.isUp() ? "not pinned" : "not unpinned";
          ArticleRows.note(sql, task.articleId(), event, reason);
          return sql.update(REFUSED, task.until(), task.articleId(), begun(task));
        });
  }

  /** Nobody knows how a call ended; it may be made again. */
  public void unclear(Task task) {
    store.write(sql -> sql.update(UNCLEAR, task.articleId(), begun(task)));
  }

  /** Until when the article's post is to be pinned; empty where it is not to be. */
  public Optional<Instant> until(long articleId) {
    store.settle();
    return store
        .read(
            sql ->
                sql.first(
                    "SELECT until FROM pin WHERE article_id = ?",
                    row -> ArticleRows.time(row, "until"),
                    articleId))
        .flatMap(until -> until);
  }

  /** Pins the article's post, once it is out, until then. */
  public void pin(long articleId, Instant until, String actor, Instant now) {
    store.write(
        actor,
        now,
        sql -> {
          note(sql, articleId, "pin", until.toString());
          return sql.update(WANT, articleId, articleId, until);
        });
  }

  public void unpin(long articleId, String actor, Instant now) {
    store.write(
        actor,
        now,
        sql -> {
          note(sql, articleId, "unpin", null);
          return sql.update(WANT, articleId, articleId, null);
        });
  }

  /** Takes over what an article's source says. A row that replaces another may keep silent. */
  static void note(Sql sql, long articleId, List<ArticleChange> changes) throws SQLException {
    if (changes.stream().anyMatch(change -> change.is(What.ADDED) || change.isRepinned())) {
      sql.update(SITE_PINS, articleId);
    }
    if (changes.stream().anyMatch(ArticleChange::isRepinned)) {
      sql.update(SITE_UNPINS, articleId);
    }
  }

  private static void note(Sql sql, long articleId, String event, @Nullable String until)
      throws SQLException {
    boolean ends = until != null && !until.equals(FOREVER.toString());
    ArticleRows.note(
        sql, articleId, event, ends ? Reason.of(ReasonCode.UNTIL, Instant.parse(until)) : null);
  }

  private static String begun(Task task) {
    return task.isUp() ? "pinning" : "unpinning";
  }

  private static Row row(ResultSet row) throws SQLException {
    boolean up = !row.getString("state").equals("off");
    String channel = row.getString(up ? "pinned_channel" : "channel");
    return new Row(
        new Task(
            row.getLong("article_id"),
            true,
            channel == null ? "" : channel,
            row.getLong(up ? "pinned_message" : "message_id"),
            row.getString("until"),
            row.getInt("tries")),
        row.getString("state"),
        row.getString("article_state"),
        row.getBoolean("there"));
  }
}
