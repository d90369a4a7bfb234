package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which times in the database cannot be: what has happened cannot lie in the future, and no
 * wait can begin there. The clock was ahead when they were noted, and whoever waits by them would
 * wait for as long. They are cut to now, in the database itself and with a line in the log, before
 * the first look at a database and whenever the clock was set back. What people plan, such as when
 * an article goes out or ends, is never touched. Safe for use by several threads.
 */
final class FutureTimes {
  private static final Logger log = LoggerFactory.getLogger(FutureTimes.class);

  /** Clocks are put right by fractions of a second all the time. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * A kind of time.
   *
   * @param what for the log, in the plural
   * @param find how many there are and the latest of them, after a moment
   * @param cut cuts them to that moment
   */
  private record Kind(String what, String find, String cut) {
    /** What has happened. */
    static Kind event(String what, String table, String column, String where) {
      String from = "FROM %s WHERE rtrim(%s, 'Z') > rtrim(?1, 'Z')".formatted(where, column);
      return new Kind(
          what,
          "SELECT count(*), max(rtrim(%s, 'Z')) %s".formatted(column, from),
          "UPDATE %1$s SET %2$s = ?1 WHERE rowid IN (SELECT rowid %3$s)"
              .formatted(table, column, from));
    }

    /**
     * A wait that begins now instead, and is as long as it was; over where nobody noted its begin.
     */
    static Kind waiting(String what, String table, String begin, String end) {
      String where = "WHERE rtrim(coalesce(%s, %s), 'Z') > rtrim(?1, 'Z')".formatted(begin, end);
      return new Kind(
          what,
          "SELECT count(*), max(%s) FROM %s %s".formatted(end, table, where),
          """
          UPDATE %s SET %s = ?1, %s = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ',
            julianday(?1) + max(0, julianday(%3$s) - julianday(coalesce(%2$s, %3$s)))) %s"""
              .formatted(table, begin, end, where));
    }
  }

  /** A day may have 25 hours. */
  private static final String DIGEST_TOO_LATE =
      """
      FROM reader WHERE digest_at IS NOT NULL AND julianday(digest_at) - julianday(?1)
        > CASE digest WHEN 'weekly' THEN 7 ELSE 1 END + 0.1""";

  private static final String LET_OUT =
      """
      FROM overdue JOIN overdue_article ON overdue_id = overdue.id
        JOIN article AS let_out ON let_out.id = article_id AND let_out.state = 'queued'
        WHERE rtrim(decided_at, 'Z') > rtrim(?1, 'Z')
        AND rtrim(let_out.publish_at, 'Z') >= rtrim(decided_at, 'Z')""";

  private static final List<Kind> KINDS =
      List.of(
          Kind.event(
              "begins of calls", "delivery", "sending_at", "delivery INDEXED BY delivery_begun"),
          Kind.event(
              "posts",
              "delivery",
              "sent_at",
              "(SELECT rowid, sent_at FROM delivery WHERE part = 1 AND state = 'sent')"),
          Kind.event(
              "begins of edits",
              "delivery",
              "edit_begun_at",
              "(SELECT rowid, edit_begun_at FROM delivery WHERE edit_begun_at IS NOT NULL)"),
          Kind.event(
              "begins of pins",
              "pin",
              "begun_at",
              "(SELECT rowid, begun_at FROM pin WHERE begun_at IS NOT NULL)"),
          Kind.waiting("waits for Telegram", "flood_wait", "noted_at", "until"),
          Kind.waiting("polls of feeds", "feed", "polled_at", "next_poll_at"),
          Kind.waiting("choices about late articles", "overdue", "found_at", "decide_by"),
          new Kind(
              "articles let out after an outage",
              "SELECT count(*), max(let_out.publish_at) " + LET_OUT,
              """
              UPDATE article SET publish_at = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', julianday(publish_at)
                - (SELECT max(julianday(decided_at)) - julianday(?1) %1$s
                  AND let_out.id = article.id))
                WHERE id IN (SELECT let_out.id %1$s)"""
                  .formatted(LET_OUT)),
          Kind.event("choices made about late articles", "overdue", "decided_at", "overdue"),
          Kind.waiting("waits of readers", "reader", "tell_set_at", "tell_at"),
          new Kind(
              "digests",
              "SELECT count(*), max(digest_at) " + DIGEST_TOO_LATE,
              """
              UPDATE reader SET digest_at = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', julianday(digest_at)
                - CASE digest WHEN 'weekly' THEN 7 ELSE 1 END
                * CAST((julianday(digest_at) - julianday(?1))
                  / CASE digest WHEN 'weekly' THEN 7 ELSE 1 END AS INTEGER))
                WHERE user_id IN (SELECT user_id %s)"""
                  .formatted(DIGEST_TOO_LATE)));

  private @Nullable Instant seen;

  /** Whether the clock may have been ahead before. */
  synchronized boolean isDue(Instant now) {
    Instant last = seen;
    boolean due = last == null || now.isBefore(last.minus(SLACK));
    if (due || now.isAfter(last)) {
      seen = now;
    }
    return due;
  }

  /** The next look is the first again. */
  synchronized void forget() {
    seen = null;
  }

  boolean areAny(Sql sql, Instant now) throws SQLException {
    for (Kind kind : KINDS) {
      if (sql.number(kind.find(), now) > 0) {
        return true;
      }
    }
    return false;
  }

  void cut(Sql sql, Instant now) throws SQLException {
    for (Kind kind : KINDS) {
      String latest =
          sql.first(kind.find(), row -> row.getInt(1) == 0 ? "" : row.getString(2), now).orElse("");
      if (!latest.isEmpty()) {
        int rows = sql.update(kind.cut(), now);
        log.warn(
            "The clock was ahead: {} {} lay in the future, the latest at {}; now they count from"
                + " {}.",
            rows,
            kind.what(),
            latest,
            now);
      }
    }
  }
}
