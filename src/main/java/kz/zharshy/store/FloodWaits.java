package kz.zharshy.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long Telegram asked us to wait before writing to a chat; survives a restart. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class FloodWaits {
  private static final String NOTE =
      """
      INSERT INTO flood_wait (chat, until, noted_at) VALUES (?, ?, ?)
        ON CONFLICT (chat) DO UPDATE SET until = excluded.until, noted_at = excluded.noted_at""";

  private static final String FORGET =
      "DELETE FROM flood_wait WHERE rtrim(until, 'Z') <= rtrim(?, 'Z')";

  private static final String OPEN =
      "SELECT chat, until FROM flood_wait WHERE rtrim(until, 'Z') > rtrim(?, 'Z')";

  private final Store store;

  FloodWaits(Store store) {
    this.store = store;
  }

  /** Sets until when nothing may be sent to a chat, replacing what was set before. */
  public void note(String chat, Instant until, Instant now) {
    store.writeQuietly(
        sql -> {
          sql.update(FORGET, now);
          return sql.update(NOTE, chat, until, now);
        });
  }

  /** The chats that must still wait, and until when. */
  public Map<String, Instant> open(Instant now) {
    store.cutFutureTimes(now);
    return store.read(
        sql -> {
          Map<String, Instant> open = new TreeMap<>();
          sql.list(
              OPEN,
              row -> open.put(row.getString("chat"), Instant.parse(row.getString("until"))),
              now);
          return open;
        });
  }
}
