package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Priority;
import kz.zharshy.article.QueueLane;

/**
 * Chooses the next article: by priority, then by time, then by number. An article without {@code
 * publish_at} is due at once, also when the clock was set back after it came.
 */
final class DueArticles {
  private static final String NOT_EXPIRED =
      " AND (expires_at IS NULL OR rtrim(expires_at, 'Z') > rtrim(?, 'Z'))";

  /** Whether the timetable lets this lane publish now. */
  private static final String IS_OPEN = " AND ?";

  private static final String AT_ONCE =
      " FROM article WHERE state = 'queued' AND publish_at IS NULL AND route = ? AND priority = ?";

  private static final String SCHEDULED =
      " FROM article WHERE state = 'queued' AND publish_at IS NOT NULL AND route = ?"
          + " AND priority = ?";

  /** Two scans, each along its own index; a single scan would visit every article not due yet. */
  static final String NEXT =
      "SELECT id FROM (SELECT * FROM (SELECT id, rtrim(created_at, 'Z') AS due"
          + AT_ONCE
          + NOT_EXPIRED
          + IS_OPEN
          + " ORDER BY rtrim(created_at, 'Z'), id LIMIT 1)"
          + " UNION ALL SELECT * FROM (SELECT id, rtrim(publish_at, 'Z') AS due"
          + SCHEDULED
          + " AND rtrim(publish_at, 'Z') <= rtrim(?, 'Z')"
          + NOT_EXPIRED
          + IS_OPEN
          + " ORDER BY rtrim(publish_at, 'Z'), id LIMIT 1))"
          + " ORDER BY due, id LIMIT 1";

  static final String DUE_AT_ONCE =
      "SELECT created_at AS due"
          + AT_ONCE
          + NOT_EXPIRED
          + " ORDER BY rtrim(created_at, 'Z'), id LIMIT 1";

  static final String DUE_SCHEDULED =
      "SELECT publish_at AS due"
          + SCHEDULED
          + NOT_EXPIRED
          + " ORDER BY rtrim(publish_at, 'Z'), id LIMIT 1";

  /** Parts frozen at an earlier try and never sent are frozen anew from the present content. */
  private static final String THAW =
      "DELETE FROM delivery WHERE article_id = ? AND state IN ('pending', 'refused')";

  /** Parts sent at an earlier try show an earlier revision. */
  private static final String TAKE =
      """
      UPDATE article SET state = 'publishing', reason = NULL, posted_revision = CASE WHEN EXISTS
        (SELECT 1 FROM delivery WHERE article_id = article.id) THEN posted_revision
        ELSE revision END WHERE id = ? AND state = 'queued'""";

  Optional<Long> next(Sql sql, String channel, Instant now, Set<QueueLane> open)
      throws SQLException {
    for (Priority priority : Priority.values()) {
      boolean atOnce = open.contains(new QueueLane(priority, false));
      boolean scheduled = open.contains(new QueueLane(priority, true));
      if (atOnce || scheduled) {
        String code = priority.code();
        Optional<Long> id =
            sql.first(
                NEXT,
                row -> row.getLong(1),
                channel,
                code,
                now,
                atOnce,
                channel,
                code,
                now,
                now,
                scheduled);
        if (id.isPresent()) {
          return id;
        }
      }
    }
    return Optional.empty();
  }

  void take(Sql sql, long id) throws SQLException {
    sql.update(THAW, id);
    sql.update(TAKE, id);
  }

  Map<QueueLane, Instant> due(Sql sql, String channel, Instant now) throws SQLException {
    Map<QueueLane, Instant> due = new LinkedHashMap<>();
    for (QueueLane turn : QueueLane.all()) {
      Optional<Instant> first =
          sql.first(
              turn.scheduled() ? DUE_SCHEDULED : DUE_AT_ONCE,
              row -> ArticleRows.time(row, "due").orElse(Instant.EPOCH),
              channel,
              turn.priority().code(),
              now);
      first.ifPresent(at -> due.put(turn, turn.scheduled() ? at : earlier(at, now)));
    }
    return due;
  }

  /** An article added while the clock was ahead is due now. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
