package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.ArticleChange.Traits;
import kz.zharshy.store.ArticleChange.What;
import kz.zharshy.store.Ledger.PlannedPart;
import org.jspecify.annotations.Nullable;

/** The corrections in SQL. */
final class SqlCorrections implements Corrections {
  static final String CHANGED =
      "SELECT "
          + ArticleRows.COLUMNS
          + ", revision FROM article WHERE state = 'published' AND revision > posted_revision"
          + " AND route = ? AND EXISTS (SELECT 1 FROM delivery WHERE article_id = article.id"
          + " AND delivery.state = 'sent') ORDER BY id LIMIT 1";

  private static final String TAKE =
      """
      UPDATE article SET posted_revision = revision
        WHERE id = ? AND revision = ? AND state = 'published'""";

  static final String NEXT =
      "SELECT "
          + SqlLedger.COLUMNS
          + ", wanted_method, wanted_payload, edit_number, edit_tries,"
          + " edit_links AND wanted_method <> 'nothing' AS links FROM delivery"
          + " WHERE edit_state = 'pending' AND channel = ?"
          + " ORDER BY wanted_method <> 'nothing', id LIMIT 1";

  /** What changes a part is guarded by the wish that it was made for. */
  private static final String STILL_WANTED =
      " WHERE id = ? AND edit_number = ? AND edit_state = 'pending'";

  private static final String BEGIN = "UPDATE delivery SET edit_begun_at = ?" + STILL_WANTED;

  private static final String UNCLEAR =
      "UPDATE delivery SET edit_tries = edit_tries + 1, edit_error = ?" + STILL_WANTED;

  private static final String INSTEAD =
      "UPDATE delivery SET wanted_method = ?, wanted_payload = ?, edit_tries = 0,"
          + " edit_links = 0"
          + STILL_WANTED;

  private static final String THERE =
      "UPDATE delivery SET method = ?, payload = ?, payload_hash = ? WHERE id = ?";

  private static final String END =
      "UPDATE delivery SET edit_state = ?, edit_error = ?, wanted_method = NULL,"
          + " wanted_payload = NULL, edit_tries = 0, edit_links = 0"
          + STILL_WANTED;

  private static final String DELETE =
      """
      UPDATE delivery SET edit_state = 'pending', wanted_method = ?, wanted_payload = ?,
          edit_number = edit_number + 1, edit_tries = 0, edit_error = NULL
        WHERE article_id = ? AND state = 'sent'""";

  private static final String DELETE_ALL =
      DELETE
          + """
           AND edit_state NOT IN ('gone', 'deleted')
            AND NOT (edit_state = 'pending' AND wanted_method = ?)""";

  private static final String DELETE_NEW = DELETE + " AND edit_state = 'none'";

  private static final String NONE_LEFT =
      "SELECT NOT EXISTS (SELECT 1 FROM delivery WHERE article_id = ? AND edit_state = 'pending')";

  private final Store store;
  private final CorrectionPlan plan = new CorrectionPlan();

  SqlCorrections(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Changed> changed(String channel) {
    return store.read(
        sql ->
            sql.first(
                CHANGED,
                row -> new Changed(ArticleRows.article(row), row.getInt("revision")),
                channel));
  }

  @Override
  public boolean want(Changed changed, List<PlannedPart> parts, Instant now) {
    return store.writeFenced(
        SqlArticleQueue.BOT,
        now,
        sql -> {
          boolean taken = take(sql, changed);
          if (taken) {
            plan.set(sql, changed.article().id(), parts);
          }
          return taken;
        });
  }

  @Override
  public void giveUp(Changed changed, Reason reason, Instant now) {
    store.writeFenced(
        SqlArticleQueue.BOT,
        now,
        sql -> {
          boolean taken = take(sql, changed);
          if (taken) {
            SqlArticleQueue.note(sql, changed.article().id(), "not corrected", reason);
          }
          return taken;
        });
  }

  @Override
  public Optional<Edit> next(String channel) {
    store.settle();
    return store.read(sql -> sql.first(NEXT, SqlCorrections::edit, channel));
  }

  @Override
  public boolean begin(Edit edit, Instant now) {
    return store.writeFenced(
        SqlArticleQueue.BOT,
        now,
        sql -> sql.update(BEGIN, now, edit.part().id(), edit.number()) == 1);
  }

  @Override
  public void advanced(Edit edit, PlannedPart there) {
    store.write(sql -> there(sql, edit, there));
  }

  @Override
  public void instead(Edit edit, PlannedPart other, Reason reason, Instant now) {
    store.write(
        SqlArticleQueue.BOT,
        now,
        sql -> {
          int rows =
              sql.update(INSTEAD, other.method(), other.payload(), edit.part().id(), edit.number());
          if (rows == 1) {
            note(sql, edit, "another way", reason);
          }
          return rows;
        });
  }

  @Override
  public void unclear(Edit edit, Reason reason) {
    store.write(sql -> sql.update(UNCLEAR, reason, edit.part().id(), edit.number()));
  }

  @Override
  public boolean end(Edit edit, End how, PlannedPart there, @Nullable Reason detail, Instant now) {
    return store.write(
        SqlArticleQueue.BOT,
        now,
        sql -> {
          there(sql, edit, there);
          if (detail != null) {
            note(sql, edit, event(edit, how), detail);
          }
          Reason error = how == End.REFUSED ? detail : null;
          int rows = sql.update(END, state(how).code(), error, edit.part().id(), edit.number());
          boolean last = rows == 1 && sql.number(NONE_LEFT, edit.part().articleId()) == 1;
          if (last) {
            plan.complete(sql, edit.part().articleId());
          }
          return last;
        });
  }

  /** The parts of an article that was withdrawn leave the channel, whoever withdrew it. */
  static void note(Sql sql, long articleId, List<ArticleChange> changes, Optional<Traits> now)
      throws SQLException {
    if (now.filter(Traits::isWithdrawn).isEmpty()) {
      return;
    }
    String method = NOTHING.method();
    String payload = NOTHING.payload();
    if (changes.stream().anyMatch(SqlCorrections::withdraws)) {
      sql.update(DELETE_ALL, method, payload, articleId, method);
    } else if (changes.stream().anyMatch(change -> change.is(What.SENT))) {
      // It was on its way meanwhile.
      sql.update(DELETE_NEW, method, payload, articleId);
    }
  }

  /** A row that is replaced may come as withdrawn already. */
  private static boolean withdraws(ArticleChange change) {
    return change.is(What.ADDED) || (change.is(What.CHANGED) && !change.before().isWithdrawn());
  }

  private static boolean take(Sql sql, Changed changed) throws SQLException {
    return sql.update(TAKE, changed.article().id(), changed.revision()) == 1;
  }

  /** What is there is so whatever is wanted by now. */
  private static int there(Sql sql, Edit edit, PlannedPart there) throws SQLException {
    return sql.update(
        THERE, there.method(), there.payload(), Transitions.hash(there), edit.part().id());
  }

  private static void note(Sql sql, Edit edit, String event, Reason detail) throws SQLException {
    Delivery part = edit.part();
    Reason said = Reason.of(ReasonCode.PART_MORE, part.part(), part.parts(), detail);
    SqlArticleQueue.note(sql, part.articleId(), event, said);
  }

  private static String event(Edit edit, End how) {
    return switch (how) {
      case DONE -> edit.links() ? "linked" : "corrected";
      case DELETED -> "deleted";
      case GONE -> "gone";
      case REFUSED -> edit.links() ? "not linked" : "not corrected";
    };
  }

  private static EditState state(End how) {
    return switch (how) {
      case DONE -> EditState.DONE;
      case DELETED -> EditState.DELETED;
      case GONE -> EditState.GONE;
      case REFUSED -> EditState.REFUSED;
    };
  }

  private static Edit edit(ResultSet row) throws SQLException {
    return new Edit(
        SqlLedger.delivery(row),
        new PlannedPart(row.getString("wanted_method"), row.getString("wanted_payload")),
        row.getInt("edit_number"),
        row.getInt("edit_tries"),
        row.getBoolean("links"));
  }
}
