package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the editors decided about the channels' timetables. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ChannelRules {
  /** The timetable an editor wrote to override the settings; empty if none. */
  Optional<String> timetable(String channel);

  /** Overrides the timetable of the settings. */
  void setTimetable(String channel, String timetable, Instant now);

  /** Returns to the timetable of the settings. */
  void forgetTimetable(String channel, Instant now);

  /** Whether an editor has paused a channel. */
  boolean isPaused(String channel);

  /**
   * Pauses or resumes a channel.
   *
   * @return whether that changed anything
   */
  boolean setPaused(String channel, boolean paused, Instant now);
}
