package kz.zharshy.queue;

import java.time.Instant;
import java.util.List;

/** The audit in SQL. */
final class SqlAudit implements Audit {
  private static final String NOTE =
      "INSERT OR IGNORE INTO audit (update_id, at, user_id, who, role, deed, done)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private final Store store;

  SqlAudit(Store store) {
    this.store = store;
  }

  @Override
  public void note(long updateId, Line line) {
    store.writeQuietly(
        sql ->
            sql.update(
                NOTE,
                updateId,
                line.at(),
                line.userId(),
                line.who(),
                line.role(),
                line.deed(),
                line.done()));
  }

  @Override
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
