package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the editors decided about the channels' timetables. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ChannelRules {
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

  ChannelRules(Store store) {
    this.store = store;
  }

  /** The timetable an editor wrote to override the settings; empty if none. */
  public Optional<String> timetable(String channel) {
    return store.read(
        sql ->
            sql.first(
                "SELECT timetable FROM channel_rule WHERE channel = ? AND timetable IS NOT NULL",
                row -> row.getString(1),
                channel));
  }

  /** Overrides the timetable of the settings. */
  public void setTimetable(String channel, String timetable, Instant now) {
    store.write(sql -> sql.update(SET, channel, timetable, now));
  }

  /** Returns to the timetable of the settings. */
  public void forgetTimetable(String channel, Instant now) {
    store.write(sql -> sql.update(SET, channel, null, now));
  }

  public boolean isPaused(String channel) {
    return store.read(
        sql -> sql.number("SELECT paused FROM channel_rule WHERE channel = ?", channel) == 1);
  }

  /** Pauses or resumes a channel. Returns whether that changed anything. */
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
