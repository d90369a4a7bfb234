package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who did what, and who tried to. The schema refuses to change or delete anything in it. Safe for
 * use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Audit {
  /**
   * One line. Who tried something and does not belong to the newsroom may ask to be forgotten; the
   * attempt then stays without the person.
   *
   * @param who the person's name in Telegram at that time
   * @param role what the person could do then
   * @param deed the command as it could have been typed
   * @param done whether it was allowed; otherwise it was an attempt
   */
  public record Line(Instant at, long userId, String who, String role, String deed, boolean done) {
    private static final String STRANGER = "reader";

    /** Whether it is what a reader tried; of that only the command stays for ever. */
    public boolean isAttempt() {
      return role.equals(STRANGER);
    }

    /** Whether whoever tried it was forgotten. */
    public boolean isNameless() {
      return userId == 0;
    }
  }

  private static final String NOTE =
      """
      INSERT INTO audit_line (update_id, at, user_id, who, role, deed, done)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (update_id) DO NOTHING RETURNING id""";

  private static final String ATTEMPT =
      "INSERT INTO attempt (line_id, user_id, who, deed) VALUES (?, ?, ?, ?)";

  /** Nothing can be deleted here, so that a stranger must not fill the disk. */
  private static final int MOST_A_DAY = 500;

  private static final String SO_MANY_AGO =
      "SELECT at FROM attempt JOIN audit_line ON audit_line.id = line_id WHERE attempt.user_id = ?"
          + " ORDER BY line_id DESC LIMIT 1 OFFSET "
          + (MOST_A_DAY - 1);

  private static final long NOBODY = 0;

  private final Store store;

  Audit(Store store) {
    this.store = store;
  }

  /** Adds a line. One update adds one line, however often it is handled. */
  public void note(long updateId, Line line) {
    store.writeQuietly(
        sql -> line.isAttempt() ? attempt(sql, updateId, line) : insert(sql, updateId, line));
  }

  /** What names a stranger stands apart, where it can be erased. */
  private static long attempt(Sql sql, long updateId, Line line) throws SQLException {
    Instant soManyAgo =
        sql.first(SO_MANY_AGO, row -> Instant.parse(row.getString(1)), line.userId())
            .orElse(Instant.EPOCH);
    if (soManyAgo.isAfter(line.at().minus(Duration.ofDays(1)))) {
      return 0;
    }
    String command = line.deed().split("\\s", 2)[0];
    Line nameless = new Line(line.at(), NOBODY, "", line.role(), command, line.done());
    long id = insert(sql, updateId, nameless);
    return id == 0 ? 0 : sql.update(ATTEMPT, id, line.userId(), line.who(), line.deed());
  }

  /** The line's number; 0 where the update has left one before. */
  private static long insert(Sql sql, long updateId, Line line) throws SQLException {
    return sql.insert(
        NOTE,
        updateId,
        line.at(),
        line.userId(),
        line.who(),
        line.role(),
        line.deed(),
        line.done());
  }

  /** The newest lines, newest first. */
  public List<Line> latest(int limit) {
    return store.read(
        sql ->
            sql.list(
                "SELECT at, user_id, who, role, deed, done FROM audit ORDER BY id DESC LIMIT ?",
                row ->
                    new Line(
                        ArticleRows.time(row, "at").orElse(Instant.EPOCH),
                        row.getLong("user_id"),
                        row.getString("who"),
                        row.getString("role"),
                        row.getString("deed"),
                        row.getBoolean("done")),
                limit));
  }
}
