package kz.zharshy.publish;

import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import kz.zharshy.schedule.Rules;
import kz.zharshy.schedule.Timetable;
import kz.zharshy.schedule.TimetableParser;
import kz.zharshy.store.ChannelRules;

/**
 * The channels' timetables as they hold now: an editor's, or else the settings'. Safe for use by
 * several threads.
 */
public final class Timetables {
  private final Map<String, Rules> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ChannelRules editors;
  private final ZoneId zone;

  /**
   * The timetables of all channels.
   *
   * @param settings by the channel's name; a channel without rules publishes at once
   * @param zone whose clocks the rules speak of
   */
  public Timetables(Map<String, Rules> settings, ChannelRules editors, ZoneId zone) {
    this.settings.putAll(settings);
    this.editors = editors;
    this.zone = zone;
  }

  public Rules rules(String channel) {
    return editors
        .timetable(channel)
        .map(TimetableParser::read)
        .orElseGet(() -> settings.getOrDefault(channel, Rules.NONE));
  }

  public Timetable of(String channel) {
    return new Timetable(rules(channel), zone);
  }

  public boolean isPaused(String channel) {
    return editors.isPaused(channel);
  }
}
