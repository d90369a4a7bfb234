package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The received updates in SQL. */
final class SqlUpdateInbox implements UpdateInbox {
  private static final Logger log = LoggerFactory.getLogger(SqlUpdateInbox.class);
  private static final int TRIES = 3;

  /**
   * Telegram keeps an update for 24 hours; ours are kept longer, for editors who look into a case.
   */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String LAST =
      "SELECT update_id + 1 FROM telegram_update ORDER BY seq DESC LIMIT 1";

  static final String STORE =
      """
      INSERT INTO telegram_update (update_id, received_at, json, line, rank)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (update_id) DO NOTHING""";

  static final String FULL =
      "SELECT 1 FROM telegram_update WHERE state = 'waiting' AND line = ? LIMIT 1 OFFSET "
          + (MOST_IN_LINE - 1);

  private static final String FORGET =
      """
      DELETE FROM telegram_update WHERE seq IN (SELECT seq FROM telegram_update
        WHERE finished_at IS NOT NULL AND rtrim(finished_at, 'Z') < rtrim(?, 'Z')
        AND seq < (SELECT max(seq) FROM telegram_update) LIMIT 1000)""";

  static final String TURNS =
      """
      SELECT seq, line FROM telegram_update WHERE turn IS NOT NULL
        ORDER BY rank, turn LIMIT ?""";

  static final String ONE =
      "SELECT update_id, json, tries, line, rank FROM telegram_update WHERE seq = ?";

  /** An answered update loses its content; only its number must be recognised. */
  static final String DONE =
      """
      UPDATE telegram_update SET state = 'done', finished_at = ?, error = NULL, json = ''
        WHERE update_id = ? AND state = 'waiting'""";

  private static final String FAILED =
      """
      UPDATE telegram_update SET error = ?, tries = tries + 1,
        state = CASE WHEN tries + 1 >= ? THEN 'failed' ELSE 'waiting' END,
        finished_at = CASE WHEN tries + 1 >= ? THEN ? END,
        json = CASE WHEN tries + 1 >= ? THEN '' ELSE json END
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
            ReaderOutbox.saw(sql, update.privateMessage());
            stored += store(sql, update, now);
          }
          sql.update(FORGET, now.minus(KEPT));
          return stored;
        });
  }

  @Override
  public Optional<StoredUpdate> next(Set<Long> inHand) {
    return store.read(sql -> byTurn(sql, inHand));
  }

  @Override
  public void done(long updateId, long messageId, Instant now) {
    store.writeQuietly(
        sql -> {
          ReaderOutbox.saw(sql, messageId);
          return sql.update(DONE, now, updateId);
        });
  }

  @Override
  public void failed(long updateId, String error, Instant now) {
    store.writeQuietly(sql -> sql.update(FAILED, error, TRIES, TRIES, now, TRIES, updateId));
  }

  private static int store(Sql sql, RawUpdate update, Instant now) throws SQLException {
    boolean bounded = !update.newsroom() && update.line() != NO_LINE;
    if (bounded && sql.first(FULL, row -> true, update.line()).isPresent()) {
      log.info("A chat writes faster than it can be answered: passed over one");
      return 0;
    }
    return sql.update(
        STORE, update.id(), now, update.json(), update.line(), update.newsroom() ? 0 : 1);
  }

  private static Optional<StoredUpdate> byTurn(Sql sql, Set<Long> inHand) throws SQLException {
    Optional<Long> seq =
        sql
            .list(TURNS, row -> Map.entry(row.getLong(1), row.getLong(2)), inHand.size() + 1)
            .stream()
            .filter(first -> !inHand.contains(first.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    return seq.isEmpty()
        ? Optional.empty()
        : sql.first(
            ONE,
            row ->
                new StoredUpdate(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getInt(5) == 0),
            seq.get());
  }
}
