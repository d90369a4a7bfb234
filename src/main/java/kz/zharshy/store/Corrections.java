package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.ArticleChange.Traits;
import kz.zharshy.store.ArticleChange.What;
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of parts that are in the channel already, because their article was corrected
 * or withdrawn, by whatever program. An edit may be repeated, so here nothing is ever in doubt; a
 * part that a correction adds is sent through the {@link Ledger} as any other. Each method is one
 * committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Corrections {
  /**
   * A published article that says something else than its post.
   *
   * @param revision how often it had been changed when it was read
   */
  public record Changed(Article article, int revision) {}

  /**
   * A part that is to become another, or {@link PlannedPart#NOTHING}.
   *
   * @param part the part as it is in the channel now
   * @param number which wish it is; a later wish has a higher one
   * @param tries how many calls ended without anybody knowing how
   * @param links whether only its links to other posts change
   */
  public record Edit(Delivery part, PlannedPart wanted, int number, int tries, boolean links) {}

  /** How a call for an edit ended, for good. */
  public enum End {
    /** The part is as it is wanted, or as near to that as Telegram lets it come. */
    DONE,
    DELETED,
    /** A person has deleted it. */
    GONE,
    REFUSED
  }

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
          + Ledger.COLUMNS
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

  Corrections(Store store) {
    this.store = store;
  }

  /** The next article of a channel that says something else than its post. */
  public Optional<Changed> changed(String channel) {
    return store.read(
        sql ->
            sql.first(
                CHANGED,
                row -> new Changed(ArticleRows.article(row), row.getInt("revision")),
                channel));
  }

  /**
   * Sets what the parts of an article are to become: those there are matched in their order, those
   * too many deleted, and those missing sent once the others are right. Where a person has deleted
   * a part, none is sent: what people took down stays down.
   *
   * @return whether the article was still as it was read; a lost race is no error
   */
  public boolean want(Changed changed, List<PlannedPart> parts, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql -> {
          boolean taken = take(sql, changed);
          if (taken) {
            plan.set(sql, changed.article().id(), parts);
          }
          return taken;
        });
  }

  /** The post stays as it is, for this reason, until the article is changed again. */
  public void giveUp(Changed changed, Reason reason, Instant now) {
    store.writeFenced(
        ArticleQueue.BOT,
        now,
        sql -> {
          boolean taken = take(sql, changed);
          if (taken) {
            ArticleRows.note(sql, changed.article().id(), "not corrected", reason);
          }
          return taken;
        });
  }

  /** The next part of a channel that is to become another; withdrawals first. */
  public Optional<Edit> next(String channel) {
    store.settle();
    return store.read(sql -> sql.first(NEXT, Corrections::edit, channel));
  }

  /** Notes that a call is about to be made. Returns whether the edit is still wanted. */
  public boolean begin(Edit edit, Instant now) {
    return store.writeFenced(
        ArticleQueue.BOT, now, sql -> sql.update(BEGIN, now, edit.part().id(), edit.number()) == 1);
  }

  /** The part is so now; what was wanted takes further calls. */
  public void advanced(Edit edit, PlannedPart there) {
    store.write(sql -> there(sql, edit, there));
  }

  /** Something else is wanted of the part, for this reason. */
  public void instead(Edit edit, PlannedPart other, Reason reason, Instant now) {
    store.write(
        ArticleQueue.BOT,
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

  /** Nobody knows how a call ended; it may be made again. */
  public void unclear(Edit edit, Reason reason) {
    store.write(sql -> sql.update(UNCLEAR, reason, edit.part().id(), edit.number()));
  }

  /**
   * Nothing is left to be done for the part, unless something else was wanted meanwhile.
   *
   * @param there what the part is now
   * @param detail for the history; null where there is nothing to tell
   * @return whether this was the last edit of its article
   */
  public boolean end(Edit edit, End how, PlannedPart there, @Nullable Reason detail, Instant now) {
    return store.write(
        ArticleQueue.BOT,
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
    String method = PlannedPart.NOTHING.method();
    String payload = PlannedPart.NOTHING.payload();
    if (changes.stream().anyMatch(Corrections::withdraws)) {
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
    ArticleRows.note(sql, part.articleId(), event, said);
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
        Ledger.delivery(row),
        new PlannedPart(row.getString("wanted_method"), row.getString("wanted_payload")),
        row.getInt("edit_number"),
        row.getInt("edit_tries"),
        row.getBoolean("links"));
  }
}
