package kz.zharshy.config;

import java.util.List;
import java.util.Map;

/**
 * A channel that the bot publishes in.
 *
 * @param name as its footer gives it, without {@code @}
 * @param footers the subscribe footer by language code; there is one for each language that the bot
 *     speaks
 * @param languages the codes of the languages whose articles go here
 * @param look how posts look there
 * @param timetable when its articles may go out, as an editor would write it; empty for at once
 */
public record ChannelSettings(
    String name,
    Map<String, String> footers,
    List<String> languages,
    ChannelLook look,
    String timetable) {
  public ChannelSettings {
    footers = Map.copyOf(footers);
    languages = List.copyOf(languages);
  }
}
