package kz.zharshy.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The groups that became supergroups, by their old numbers; survives a restart. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ChatMoves {
  private static final String NOTE =
      """
      INSERT INTO moved_chat (chat, moved_to, at) VALUES (?, ?, ?)
        ON CONFLICT (chat) DO UPDATE SET moved_to = excluded.moved_to, at = excluded.at""";

  private final Store store;

  ChatMoves(Store store) {
    this.store = store;
  }

  /** A chat has another number now. */
  public void note(long from, long to, Instant now) {
    store.writeQuietly(sql -> sql.update(NOTE, from, to, now));
  }

  /** Each chat that moved, and where to. */
  public Map<Long, Long> all() {
    return store.read(
        sql -> {
          Map<Long, Long> all = new TreeMap<>();
          sql.list(
              "SELECT chat, moved_to FROM moved_chat",
              row -> all.put(row.getLong(1), row.getLong(2)));
          return all;
        });
  }
}
