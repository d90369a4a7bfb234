package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The members of the newsroom besides the owners, and how to become one. Safe for use by several
 * threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Team {
  /** What a member may do. */
  public enum Rank {
    EDITOR,
    AUTHOR
  }

  /** A member, with the person's Telegram number and name. */
  public record Member(long userId, String name, Rank rank, Instant since) {}

  private static final String OPEN =
      """
      SELECT role FROM invitation WHERE secret_hash = ?
        AND (taken_by = ? OR (taken_by IS NULL AND rtrim(expires_at, 'Z') > rtrim(?, 'Z')))""";

  private static final String INVITE =
      """
      INSERT INTO invitation (secret_hash, role, invited_by, expires_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING""";

  private static final String TAKE =
      "UPDATE invitation SET taken_by = ? WHERE secret_hash = ? AND taken_by IS NULL";

  private static final String ADD =
      """
      INSERT INTO team_member (user_id, name, role, since) VALUES (?, ?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, role = excluded.role""";

  private final Store store;

  Team(Store store) {
    this.store = store;
  }

  /** All members, editors first. */
  public List<Member> members() {
    return store.read(
        sql ->
            sql.list(
                "SELECT user_id, name, role, since FROM team_member ORDER BY role DESC, name, user_id",
                row ->
                    new Member(
                        row.getLong("user_id"),
                        row.getString("name"),
                        rank(row),
                        ArticleRows.time(row, "since").orElse(Instant.EPOCH))));
  }

  /** A member's rank; empty for everybody else. */
  public Optional<Rank> rank(long userId) {
    return store.read(
        sql -> sql.first("SELECT role FROM team_member WHERE user_id = ?", Team::rank, userId));
  }

  /** Gives a member another rank. Returns whether there is such a member. */
  public boolean change(long userId, Rank rank) {
    return store.write(
        sql ->
            sql.update("UPDATE team_member SET role = ? WHERE user_id = ?", code(rank), userId)
                == 1);
  }

  /** Removes a member. Returns whether there was one. */
  public boolean remove(long userId) {
    return store.write(sql -> sql.update("DELETE FROM team_member WHERE user_id = ?", userId) == 1);
  }

  /** Stores an invitation; of its secret only the hash is kept. */
  public void invite(String secretHash, Rank rank, long invitedBy, Instant expiresAt) {
    store.write(sql -> sql.update(INVITE, secretHash, code(rank), invitedBy, expiresAt));
  }

  /**
   * Accepts an invitation, which makes the person a member. It can be accepted once only; the same
   * person may ask again after a crash and gets the same answer.
   *
   * @return the rank; empty if the invitation is unknown, taken by another, or has expired
   */
  public Optional<Rank> join(String secretHash, long userId, String name, Instant now) {
    return store.write(
        sql -> {
          Optional<Rank> rank = sql.first(OPEN, Team::rank, secretHash, userId, now);
          if (rank.isPresent() && sql.update(TAKE, userId, secretHash) == 1) {
            sql.update(ADD, userId, name, code(rank.get()), now);
          }
          return rank;
        });
  }

  private static Rank rank(ResultSet row) throws SQLException {
    return Rank.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
  }

  private static String code(Rank rank) {
    return rank.name().toLowerCase(Locale.ROOT);
  }
}
