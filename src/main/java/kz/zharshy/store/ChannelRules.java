package kz.zharshy.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the editors decided about the channels' timetables. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ChannelRules {
  /** The timetable that stands in the place of the settings', as an editor wrote it. */
  Optional<String> timetable(String channel);

  /** Puts a timetable in the place of the settings'. */
  void setTimetable(String channel, String timetable, Instant now);

  /** The settings' timetable holds again. */
  void forgetTimetable(String channel, Instant now);

  /** Whether an editor has stopped a channel. */
  boolean isPaused(String channel);

  /**
   * Stops a channel or lets it go on.
   *
   * @return whether that changed anything
   */
  boolean setPaused(String channel, boolean paused, Instant now);
}
