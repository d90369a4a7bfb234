package kz.zharshy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The received updates in SQL. */
final class SqlUpdateInbox implements UpdateInbox {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TRIES = 3;

  /**
   * Telegram keeps an update for 24 hours; ours are kept longer, for editors who look into a case.
   */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String LAST =
      "SELECT update_id + 1 FROM telegram_update ORDER BY seq DESC LIMIT 1";

  private static final String STORE =
      """
      INSERT INTO telegram_update (update_id, received_at, json) VALUES (?, ?, ?)
        ON CONFLICT (update_id) DO NOTHING""";

  private static final String FORGET =
      """
      DELETE FROM telegram_update WHERE seq IN (SELECT seq FROM telegram_update
        WHERE finished_at IS NOT NULL AND rtrim(finished_at, 'Z') < rtrim(?, 'Z')
        AND seq < (SELECT max(seq) FROM telegram_update) LIMIT 1000)""";

  static final String WAITING =
      """
      SELECT update_id, json, tries FROM telegram_update WHERE state = 'waiting'
        ORDER BY seq LIMIT ?""";

  private static final String SET_ASIDE =
      """
      UPDATE telegram_update SET state = 'failed', json = '', error = 'Its handling never ended.'
        WHERE update_id = ? AND state = 'waiting' AND tries >= ?""";

  private static final String TRY =
      "UPDATE telegram_update SET tries = tries + 1 WHERE update_id = ? AND state = 'waiting'";

  private static final String HANDLED =
      "UPDATE telegram_update SET tries = 0 WHERE update_id = ? AND state = 'waiting'";

  /** An answered update loses its content; only its number must be recognised. */
  private static final String DONE =
      """
      UPDATE telegram_update SET state = 'done', finished_at = ?, error = NULL, json = ''
        WHERE update_id = ? AND state = 'waiting'""";

  private static final String FAILED =
      """
      UPDATE telegram_update SET error = ?,
        state = CASE WHEN tries >= ? THEN 'failed' ELSE 'waiting' END,
        finished_at = CASE WHEN tries >= ? THEN ? END,
        json = CASE WHEN tries >= ? THEN '' ELSE json END
        WHERE update_id = ? AND state = 'waiting'""";

  private final Store store;

  SqlUpdateInbox(Store store) {
    this.store = store;
  }

  @Override
  public long nextOffset() {
    return store.read(sql -> sql.number(LAST));
  }

  @Override
  public int store(List<RawUpdate> updates, Instant now) {
    if (updates.isEmpty()) {
      return 0;
    }
    List<RawUpdate> ordered =
        updates.stream().sorted(Comparator.comparingLong(RawUpdate::id)).toList();
    return store.write(
        sql -> {
          int stored = 0;
          for (RawUpdate update : ordered) {
            stored += sql.update(STORE, update.id(), now, update.json());
            ReaderOutbox.saw(sql, privateMessage(update.json()));
          }
          sql.update(FORGET, now.minus(KEPT));
          return stored;
        });
  }

  @Override
  public Optional<StoredUpdate> next(Set<Long> inHand) {
    Optional<StoredUpdate> next = store.read(sql -> oldest(sql, inHand));
    // An update begun so often and never ended has crashed the whole program.
    while (next.isPresent() && next.get().tries() >= TRIES) {
      long hopeless = next.get().id();
      store.write(sql -> sql.update(SET_ASIDE, hopeless, TRIES));
      next = store.read(sql -> oldest(sql, inHand));
    }
    return next;
  }

  @Override
  public void begin(long updateId) {
    store.write(sql -> sql.update(TRY, updateId));
  }

  @Override
  public void handled(long updateId) {
    store.write(sql -> sql.update(HANDLED, updateId));
  }

  @Override
  public void done(long updateId, long messageId, Instant now) {
    store.write(
        sql -> {
          ReaderOutbox.saw(sql, messageId);
          return sql.update(DONE, now, updateId);
        });
  }

  @Override
  public void failed(long updateId, String error, Instant now) {
    store.write(sql -> sql.update(FAILED, error, TRIES, TRIES, now, TRIES, updateId));
  }

  /** The number of a private message to the bot; 0 if the update holds none. */
  private static long privateMessage(String json) {
    try {
      JsonNode message = MAPPER.readTree(json).path("message");
      boolean isPrivate = "private".equals(message.path("chat").path("type").asText());
      return isPrivate ? message.path("message_id").asLong() : 0;
    } catch (JsonProcessingException e) {
      return 0;
    }
  }

  private static Optional<StoredUpdate> oldest(Sql sql, Set<Long> inHand) throws SQLException {
    return sql
        .list(
            WAITING,
            row -> new StoredUpdate(row.getLong(1), row.getString(2), row.getInt(3)),
            inHand.size() + 1)
        .stream()
        .filter(update -> !inHand.contains(update.id()))
        .findFirst();
  }
}
