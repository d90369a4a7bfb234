package kz.zharshy.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.Delivery.PartPlace;
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a part, each guarded by the state that it starts from. A step that comes too late
 * changes nothing.
 */
final class Transitions {
  private static final String IS_PUBLISHING =
      "SELECT 1 FROM article WHERE id = ? AND state = 'publishing'";

  private static final String LAST_PART =
      "SELECT coalesce(max(part), 0) FROM delivery WHERE article_id = ?";

  private static final String PLAN =
      """
      INSERT INTO delivery (article_id, part, parts, channel, method, payload, payload_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?)""";

  /** In order: never before the parts that stand above it are in the channel. */
  private static final String SENDING =
      """
      UPDATE delivery SET state = 'sending', sending_at = ?, highest_before =
        coalesce((SELECT highest_message_id FROM channel WHERE name = delivery.channel), 0)
        WHERE id = ? AND state = 'pending'
        AND EXISTS (SELECT 1 FROM article WHERE article.id = article_id
        AND article.state = 'publishing')
        AND NOT EXISTS (SELECT 1 FROM delivery AS above
        WHERE above.article_id = delivery.article_id AND above.part < delivery.part
        AND above.state <> 'sent')""";

  private static final String NOT_SENT =
      """
      UPDATE delivery SET state = 'pending', error = ?, message_id = NULL,
        last_message_id = NULL WHERE id = ? AND state = 'sending'""";

  private static final String PICTURE_REFUSED =
      """
      UPDATE delivery SET state = 'pending', error = ?, message_id = NULL,
        last_message_id = NULL WHERE id = ? AND state IN ('sending', 'pending')""";

  private static final String REPLACE =
      """
      UPDATE delivery SET state = 'pending', method = ?, payload = ?, payload_hash = ?,
        error = NULL WHERE id = ? AND state IN ('sending', 'pending')""";

  private static final String LAST_LINE =
      "SELECT event, detail FROM history WHERE article_id = ? ORDER BY id DESC LIMIT 1";

  private static final String NOTE_NOT_SENT =
      """
      INSERT INTO history (article_id, at, actor, event, detail)
        SELECT article_id, sending_at, 'bot', 'not sent', ? FROM delivery WHERE id = ?""";

  /** Nothing of the article was begun. */
  private static final String UNTOUCHED =
      """
      SELECT 1 FROM article WHERE id = ? AND state = 'publishing' AND NOT EXISTS
        (SELECT 1 FROM delivery WHERE article_id = article.id
        AND state IN ('sending', 'sent', 'unknown'))""";

  private static final String DROP_PLAN = "DELETE FROM delivery WHERE article_id = ?";

  private static final String QUEUE_AGAIN =
      "UPDATE article SET state = 'queued' WHERE id = ? AND state = 'publishing'";

  private static final String SENT =
      """
      UPDATE delivery SET state = 'sent', message_id = ?, last_message_id = ?, sent_at = ?,
        error = NULL WHERE id = ? AND state <> 'sent'""";

  private static final String SAID_TO_BE_SENT =
      """
      UPDATE delivery SET state = 'sent', message_id = ?, last_message_id = ?, sent_at = ?,
        error = NULL, proven = 0 WHERE id = ? AND state <> 'sent'""";

  private static final String SEEN =
      """
      UPDATE delivery SET message_id = ?, last_message_id = ? WHERE id = ?
        AND state IN ('sending', 'unknown')""";

  private static final String REFUSED =
      """
      UPDATE delivery SET state = 'refused', error = ? WHERE id = ?
        AND state NOT IN ('sent', 'refused')""";

  private static final String UNKNOWN =
      "UPDATE delivery SET state = 'unknown', error = ? WHERE id = ? AND state = 'sending'";

  private static final String SEND_AGAIN =
      """
      UPDATE delivery SET state = 'pending', error = NULL, message_id = NULL,
        last_message_id = NULL WHERE id = ? AND state = 'unknown'
        AND EXISTS (SELECT 1 FROM article WHERE article.id = article_id
        AND article.state = 'held')""";

  private static final String PUBLISHED =
      """
      UPDATE article SET state = 'published', reason = NULL WHERE id = ?
        AND state IN ('publishing', 'held', 'failed') AND NOT EXISTS
        (SELECT 1 FROM delivery WHERE article_id = article.id AND state <> 'sent')""";

  private static final String HELD =
      "UPDATE article SET state = 'held', reason = ? WHERE id = ? AND state = 'publishing'";

  /** Held for a doubt that was the last one. */
  private static final String GO_ON =
      """
      UPDATE article SET state = 'publishing', reason = NULL WHERE id = ? AND state = 'held'
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE article_id = article.id
        AND state = 'unknown')""";

  private static final String FAILED =
      "UPDATE article SET state = 'failed', reason = ? WHERE id = ? AND state = 'publishing'";

  static final String SAW =
      """
      INSERT INTO channel (name, highest_message_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE
        SET highest_message_id = excluded.highest_message_id
        WHERE excluded.highest_message_id > highest_message_id""";

  private static final String PLACE =
      "SELECT article_id, part, parts, channel FROM delivery WHERE id = ?";

  /** A line of an article's history. */
  private record Line(String event, @Nullable Reason detail) {
    boolean isNotSent() {
      return event.equals("not sent");
    }
  }

  void plan(Sql sql, long articleId, String channel, List<PlannedPart> parts) throws SQLException {
    if (sql.first(IS_PUBLISHING, row -> true, articleId).isEmpty()) {
      return;
    }
    int frozen = (int) sql.number(LAST_PART, articleId);
    for (int part = frozen + 1; part <= parts.size(); part++) {
      PlannedPart planned = parts.get(part - 1);
      String hash = hash(planned);
      sql.update(
          PLAN, articleId, part, parts.size(), channel, planned.method(), planned.payload(), hash);
    }
    if (frozen > 0) {
      sql.update(PUBLISHED, articleId);
    }
  }

  boolean sending(Sql sql, long id, Instant now) throws SQLException {
    if (sql.update(SENDING, now, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    if (!lastLine(sql, place).isNotSent()) {
      note(sql, place, "sending", null);
    }
    return true;
  }

  boolean notSent(Sql sql, long id, Reason reason) throws SQLException {
    if (sql.update(NOT_SENT, reason, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    Reason detail = place.said(reason);
    if (!lastLine(sql, place).equals(new Line("not sent", detail))) {
      sql.update(NOTE_NOT_SENT, detail, id);
    }
    if (sql.first(UNTOUCHED, row -> true, place.articleId()).isPresent()) {
      sql.update(DROP_PLAN, place.articleId());
      sql.update(QUEUE_AGAIN, place.articleId());
    }
    return true;
  }

  boolean richRefused(Sql sql, long id, Reason reason) throws SQLException {
    PartPlace place = place(sql, id);
    boolean done = notSent(sql, id, reason);
    if (done) {
      ArticleRows.note(sql, place.articleId(), "split", reason);
    }
    return done;
  }

  boolean pictureRefused(Sql sql, long id, Reason reason) throws SQLException {
    return sql.update(PICTURE_REFUSED, reason, id) == 1;
  }

  boolean replace(Sql sql, long id, PlannedPart other, Reason reason) throws SQLException {
    if (sql.update(REPLACE, other.method(), other.payload(), hash(other), id) == 0) {
      return false;
    }
    note(sql, place(sql, id), "another way", reason);
    return true;
  }

  boolean sent(Sql sql, long id, long messageId, long lastMessageId, Instant now)
      throws SQLException {
    if (sql.update(SENT, messageId, lastMessageId, now, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    sql.update(SAW, place.channel(), Math.max(messageId, lastMessageId));
    note(sql, place, "sent", Reason.of(ReasonCode.MESSAGE, messageId, place.channel()));
    goOn(sql, place);
    return true;
  }

  /** A guess raises no number: a part in doubt would be looked for above it only. */
  boolean saidToBeSent(Sql sql, long id, long guess, Instant now) throws SQLException {
    if (sql.update(SAID_TO_BE_SENT, guess, guess, now, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    note(sql, place, "sent", Reason.of(ReasonCode.MESSAGE_UNKNOWN));
    goOn(sql, place);
    return true;
  }

  boolean seen(Sql sql, long id, long messageId) throws SQLException {
    return sql.update(SEEN, messageId, messageId, id) == 1;
  }

  boolean refused(Sql sql, long id, Reason reason) throws SQLException {
    if (sql.update(REFUSED, reason, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    note(sql, place, "refused", reason);
    sql.update(FAILED, reason, place.articleId());
    return true;
  }

  boolean unknown(Sql sql, long id, Reason reason, Reason held) throws SQLException {
    if (sql.update(UNKNOWN, reason, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    note(sql, place, "unknown", reason);
    sql.update(HELD, held, place.articleId());
    return true;
  }

  boolean sendAgain(Sql sql, long id) throws SQLException {
    if (sql.update(SEND_AGAIN, id) == 0) {
      return false;
    }
    PartPlace place = place(sql, id);
    note(sql, place, "send again", null);
    sql.update(GO_ON, place.articleId());
    return true;
  }

  private static void goOn(Sql sql, PartPlace place) throws SQLException {
    if (sql.update(PUBLISHED, place.articleId()) == 0) {
      sql.update(GO_ON, place.articleId());
    }
  }

  private static Line lastLine(Sql sql, PartPlace place) throws SQLException {
    return sql.first(
            LAST_LINE,
            row -> new Line(row.getString(1), Reason.readNullable(row.getString(2))),
            place.articleId())
        .orElseThrow();
  }

  private static void note(Sql sql, PartPlace place, String event, @Nullable Reason more)
      throws SQLException {
    ArticleRows.note(sql, place.articleId(), event, more == null ? place.said() : place.said(more));
  }

  private static PartPlace place(Sql sql, long id) throws SQLException {
    Optional<PartPlace> place =
        sql.first(
            PLACE,
            row -> new PartPlace(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4)),
            id);
    return place.orElseThrow();
  }

  static String hash(PlannedPart part) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((part.method() + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(part.payload().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java has SHA-256.", e);
    }
  }
}
