package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The team in SQL. */
final class SqlTeam implements Team {
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

  SqlTeam(Store store) {
    this.store = store;
  }

  @Override
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

  @Override
  public Optional<Rank> rank(long userId) {
    return store.read(
        sql -> sql.first("SELECT role FROM team_member WHERE user_id = ?", SqlTeam::rank, userId));
  }

  @Override
  public boolean change(long userId, Rank rank) {
    return store.write(
        sql ->
            sql.update("UPDATE team_member SET role = ? WHERE user_id = ?", code(rank), userId)
                == 1);
  }

  @Override
  public boolean remove(long userId) {
    return store.write(sql -> sql.update("DELETE FROM team_member WHERE user_id = ?", userId) == 1);
  }

  @Override
  public void invite(String secretHash, Rank rank, long invitedBy, Instant expiresAt) {
    store.write(sql -> sql.update(INVITE, secretHash, code(rank), invitedBy, expiresAt));
  }

  @Override
  public Optional<Rank> join(String secretHash, long userId, String name, Instant now) {
    return store.write(
        sql -> {
          Optional<Rank> rank = sql.first(OPEN, SqlTeam::rank, secretHash, userId, now);
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
