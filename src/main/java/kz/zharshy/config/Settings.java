package kz.zharshy.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked.
 *
 * @param database a path
 * @param timeZone the newsroom's: dates are shown and read in it
 * @param channels in the order of the file; may be empty
 * @param healthPort on loopback, for the engineer on call; 0 for none
 */
public record Settings(
    Bot bot,
    Path database,
    ZoneId timeZone,
    List<ChannelSettings> channels,
    Posts posts,
    Sources sources,
    int healthPort) {
  public Settings {
    channels = List.copyOf(channels);
  }

  public Limits limits() {
    return bot.limits();
  }

  public Overdue overdue() {
    return posts.overdue();
  }

  /**
   * The bot in Telegram.
   *
   * @param api scheme, host and port of the Bot API server
   * @param owners Telegram user ids
   * @param logChat where the bot looks whether a post in doubt went out
   */
  public record Bot(
      @Nullable Secret token, URI api, List<Long> owners, @Nullable Long logChat, Limits limits) {
    public Bot {
      owners = List.copyOf(owners);
    }
  }

  /** How many messages may leave. */
  public record Limits(int channelPerMinute, int chatPerSecond, int totalPerSecond) {}

  /**
   * How posts are made.
   *
   * @param maxParts an article of more parts is refused
   * @param templates the folder with the newsroom's own templates; need not exist
   */
  public record Posts(int maxParts, Path templates, Overdue overdue) {}

  /**
   * What becomes of articles that an outage has made late. Times are in minutes.
   *
   * @param after an article is late so long after it was due
   * @param most so many late ones need no question
   * @param decide how long the editors may think it over
   * @param otherwise {@code all}, {@code newest}, {@code digest} or {@code drop}
   * @param spacing the time between those that go out
   */
  public record Overdue(int after, int most, int decide, String otherwise, int spacing) {}

  /**
   * How articles are fetched and read.
   *
   * @param sites where the pages of single sites have their parts
   * @param inbox the folder whose files are taken in
   * @param media the folders whose pictures may go out
   * @param feeds that are polled
   */
  public record Sources(
      boolean allowPrivateAddresses,
      List<SiteSettings> sites,
      Path inbox,
      List<Path> media,
      List<FeedSettings> feeds) {
    public Sources {
      media = List.copyOf(media);
      feeds = List.copyOf(feeds);
      sites = List.copyOf(sites);
    }
  }

  /**
   * The token, for what cannot do without. Throws {@link ConfigurationException} if none is set.
   */
  public Secret requireToken() {
    Secret token = bot.token();
    if (token == null) {
      throw missing(
          SettingsTable.TOKEN,
          "No token is set. Set it to what @BotFather gave, or try the bot without Telegram with"
              + " --sandbox.");
    }
    return token;
  }

  /**
   * The channels, for what cannot do without; at least one.
   *
   * @throws ConfigurationException if there is none
   */
  public List<ChannelSettings> requireChannels() {
    if (channels.isEmpty()) {
      throw missing(
          SettingsTable.CHANNELS,
          "No channel is set. List the site's subscribe footer, which names it, for example"
              + " [{footer: \"Subscribe! https://t.me/example_news\"}].");
    }
    return channels;
  }

  private static ConfigurationException missing(String key, String message) {
    return new ConfigurationException(
        List.of(new Problem(SettingsTable.variable(key), key, message)));
  }
}
