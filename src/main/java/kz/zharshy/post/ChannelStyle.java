package kz.zharshy.post;

import java.time.ZoneId;
import java.util.Map;
import kz.zharshy.language.Language;

/**
 * How posts look in one channel.
 *
 * @param channel the channel's name without {@code @}
 * @param footers the subscribe footers of the languages that have their own
 * @param footer the subscribe footer of all other languages
 * @param zone the zone in which an article's date is told
 * @param maxParts the most messages that one article may become, at least 1
 * @param length what becomes of an article that is too long for one message
 * @param habits what is done around the words of each post
 */
public record ChannelStyle(
    String channel,
    Map<Language, Footer> footers,
    Footer footer,
    ZoneId zone,
    int maxParts,
    Length length,
    PostOptions habits) {
  /** A channel in which long articles are split, and for which nothing else is set. */
  public ChannelStyle(
      String channel, Map<Language, Footer> footers, Footer footer, ZoneId zone, int maxParts) {
    this(channel, footers, footer, zone, maxParts, Length.SPLIT, PostOptions.USUAL);
  }

  public ChannelStyle {
    footers = Map.copyOf(footers);
    if (channel.isBlank() || channel.startsWith("@")) {
      throw new IllegalArgumentException("A channel is named without @, for example example_news.");
    }
    if (maxParts < 1) {
      throw new IllegalArgumentException("An article becomes at least one message.");
    }
  }

  public ChannelStyle withLength(Length other) {
    return new ChannelStyle(channel, footers, footer, zone, maxParts, other, habits);
  }

  public ChannelStyle withHabits(PostOptions other) {
    return new ChannelStyle(channel, footers, footer, zone, maxParts, length, other);
  }

  public Footer footerFor(Language language) {
    return footers.getOrDefault(language, footer);
  }
}
