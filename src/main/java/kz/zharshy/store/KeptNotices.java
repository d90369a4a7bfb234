package kz.zharshy.store;

import java.time.Instant;
import java.util.List;

/**
 * What the newsroom has to hear and could not be told yet; survives a restart. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class KeptNotices {
  /** Of more the oldest are dropped: they are in the log, and the newest say how things stand. */
  public static final int MOST = 200;

  /**
   * A notice.
   *
   * @param question whether it is for those who may decide
   * @param message the message as the chat wrote it down
   */
  public record Kept(long id, boolean question, String message) {}

  private static final String KEEP =
      "INSERT INTO kept_notice (at, question, message) VALUES (?, ?, ?) RETURNING id";

  private static final String BOUND =
      "DELETE FROM kept_notice WHERE id <= (SELECT max(id) FROM kept_notice) - " + MOST;

  private static final String ALL = "SELECT id, question, message FROM kept_notice ORDER BY id";

  private final Store store;

  KeptNotices(Store store) {
    this.store = store;
  }

  /** Keeps a notice; gives its number. */
  public long keep(boolean question, String message, Instant now) {
    return store.write(
        sql -> {
          long id = sql.insert(KEEP, now, question, message);
          sql.update(BOUND);
          sql.takeChanged();
          return id;
        });
  }

  /** Those that wait, the oldest first. */
  public List<Kept> all() {
    return store.read(
        sql -> sql.list(ALL, row -> new Kept(row.getLong(1), row.getBoolean(2), row.getString(3))));
  }

  /** A notice was heard. */
  public void remove(long id) {
    store.writeQuietly(sql -> sql.update("DELETE FROM kept_notice WHERE id = ?", id));
  }
}
