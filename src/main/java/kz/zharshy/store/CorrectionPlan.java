package kz.zharshy.store;

import java.sql.SQLException;
import java.util.List;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.Delivery.PlannedPart;

/** Matches the parts that are in the channel to those that an article has now. */
final class CorrectionPlan {
  /** What was added and never left is added anew, from what the article says now. */
  private static final String DROP_ADDED =
      "DELETE FROM delivery WHERE article_id = ? AND state = 'pending'";

  private static final String WANT =
      """
      UPDATE delivery SET edit_state = 'pending', wanted_method = ?, wanted_payload = ?,
        edit_number = edit_number + 1, edit_tries = 0, edit_error = NULL, edit_links = 0,
        parts = CASE WHEN part > ? THEN part ELSE ? END
        WHERE id = ?""";

  /** Its number is taken by a part that the bot deleted, or by none. */
  private static final String ADD =
      """
      INSERT INTO delivery (article_id, part, parts, channel, method, payload, payload_hash, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (article_id, part) DO UPDATE SET
        state = 'pending', parts = excluded.parts, method = excluded.method,
        payload = excluded.payload, payload_hash = excluded.payload_hash, message_id = NULL,
        last_message_id = NULL, sending_at = NULL, sent_at = NULL, edit_state = 'none',
        added = 1""";

  private static final String IS_INCOMPLETE =
      "SELECT 1 FROM delivery WHERE article_id = ? AND state = 'pending'";

  private static final String SOMETHING_IS_GONE =
      "SELECT 1 FROM delivery WHERE article_id = ? AND edit_state = 'gone'";

  private static final String SEND_ADDED =
      "UPDATE article SET state = 'publishing' WHERE id = ? AND state = 'published'";

  void set(Sql sql, long articleId, List<PlannedPart> parts) throws SQLException {
    sql.update(DROP_ADDED, articleId);
    List<Delivery> known = Ledger.parts(sql, articleId);
    for (Delivery part : known) {
      if (part.isThere()) {
        want(sql, part, parts);
      }
    }
    boolean takenDown = known.stream().anyMatch(part -> part.message().edit() == EditState.GONE);
    if (!takenDown) {
      add(sql, known, parts);
    }
    ArticleRows.note(
        sql,
        articleId,
        "correcting",
        takenDown ? Reason.of(ReasonCode.PARTS_DELETED_BY_HAND) : null);
  }

  /** The edits have ended: what was added goes out, unless people have taken the post down. */
  void complete(Sql sql, long articleId) throws SQLException {
    if (sql.first(IS_INCOMPLETE, row -> true, articleId).isEmpty()) {
      return;
    }
    if (sql.first(SOMETHING_IS_GONE, row -> true, articleId).isPresent()) {
      sql.update(DROP_ADDED, articleId);
    } else {
      sql.update(SEND_ADDED, articleId);
    }
  }

  private static void want(Sql sql, Delivery part, List<PlannedPart> parts) throws SQLException {
    boolean needed = part.part() <= parts.size();
    PlannedPart wanted = needed ? parts.get(part.part() - 1) : PlannedPart.NOTHING;
    sql.update(WANT, wanted.method(), wanted.payload(), parts.size(), parts.size(), part.id());
  }

  private static void add(Sql sql, List<Delivery> known, List<PlannedPart> parts)
      throws SQLException {
    int there = (int) known.stream().filter(Delivery::isThere).count();
    String channel = known.get(0).channel();
    long articleId = known.get(0).articleId();
    for (int number = there + 1; number <= parts.size(); number++) {
      PlannedPart part = parts.get(number - 1);
      sql.update(
          ADD,
          articleId,
          number,
          parts.size(),
          channel,
          part.method(),
          part.payload(),
          Transitions.hash(part));
    }
  }
}
