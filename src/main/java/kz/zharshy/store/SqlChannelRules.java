package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/** The rules in SQL. */
final class SqlChannelRules implements ChannelRules {
  private static final String SET =
      """
      INSERT INTO channel_rule (channel, timetable, changed_at) VALUES (?, ?, ?)
        ON CONFLICT (channel) DO UPDATE
        SET timetable = excluded.timetable, changed_at = excluded.changed_at""";

  private static final String PAUSE =
      """
      INSERT INTO channel_rule (channel, paused, changed_at) VALUES (?, ?, ?)
        ON CONFLICT (channel) DO UPDATE
        SET paused = excluded.paused, changed_at = excluded.changed_at
        WHERE paused <> excluded.paused""";

  private final Store store;

  SqlChannelRules(Store store) {
    this.store = store;
  }

  @Override
  public Optional<String> timetable(String channel) {
    return store.read(
        sql ->
            sql.first(
                "SELECT timetable FROM channel_rule WHERE channel = ? AND timetable IS NOT NULL",
                row -> row.getString(1),
                channel));
  }

  @Override
  public void setTimetable(String channel, String timetable, Instant now) {
    store.write(sql -> sql.update(SET, channel, timetable, now));
  }

  @Override
  public void forgetTimetable(String channel, Instant now) {
    store.write(sql -> sql.update(SET, channel, null, now));
  }

  @Override
  public boolean isPaused(String channel) {
    return store.read(
        sql -> sql.number("SELECT paused FROM channel_rule WHERE channel = ?", channel) == 1);
  }

  @Override
  public boolean setPaused(String channel, boolean paused, Instant now) {
    return store.write(
        sql -> {
          if (!paused
              && sql.number("SELECT paused FROM channel_rule WHERE channel = ?", channel) == 0) {
            return false;
          }
          return sql.update(PAUSE, channel, paused, now) == 1;
        });
  }
}
