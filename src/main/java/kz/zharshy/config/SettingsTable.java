package kz.zharshy.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The table of settings: every key with its type, default, check and description. */
public final class SettingsTable {
  static final String TOKEN = "bot.token";
  static final String CHANNELS = "channels";
  private static final int MOST = 1_000_000;

  final Setting<Secret> token =
      new Setting<>(
          TOKEN,
          "token",
          null,
          true,
          false,
          "The bot's token from @BotFather. Better kept in the environment than in the file.",
          Values::token);

  final Setting<URI> api =
      one(
          "bot.api",
          "address",
          "https://api.telegram.org",
          "The Bot API server: Telegram's, or one of your own.",
          Values::address);

  final Setting<List<Long>> owners =
      new Setting<>(
          "bot.owners",
          "list of user ids",
          "[]",
          false,
          true,
          "The people who may give the bot articles, by their numbers in Telegram.",
          Values::userIds);

  final Setting<Long> logChat =
      new Setting<>(
          "bot.log-chat",
          "chat id",
          null,
          false,
          false,
          "A private group with the bot in it, where it sends notices and checks whether a post"
              + " in doubt went out.",
          Values::chatId);

  final Setting<Path> database =
      one(
          "database",
          "path",
          "data/zharshy.db",
          "The SQLite database with the queue. Created if missing.",
          Values::database);

  final Setting<ZoneId> timeZone =
      one(
          "time-zone",
          "time zone",
          "Asia/Almaty",
          "The newsroom's time zone, in which dates are read and shown.",
          Values::zone);

  final Setting<Integer> channelPerMinute =
      one(
          "limits.channel-per-minute",
          "number",
          "20",
          "Messages a minute in one channel. Telegram's own limit: raise it only for a server of"
              + " your own.",
          Values.number(1, MOST));

  final Setting<Integer> chatPerSecond =
      one(
          "limits.chat-per-second",
          "number",
          "1",
          "Messages a second in one chat.",
          Values.number(1, MOST));

  final Setting<Integer> totalPerSecond =
      one(
          "limits.total-per-second",
          "number",
          "30",
          "Messages a second over all chats.",
          Values.number(1, MOST));

  final Setting<List<ChannelSettings>> channels;

  final Setting<Path> inbox =
      one(
          "inbox",
          "path",
          "inbox",
          "A folder whose files are taken in as articles while the bot runs.",
          Values::path);

  final Setting<Integer> maxParts =
      one(
          "posts.max-parts",
          "number",
          "30",
          "An article that needs more messages than this is refused.",
          Values.number(1, 1000));

  final Setting<Path> templates =
      one(
          "posts.templates",
          "path",
          "config/templates",
          "A folder with the templates that lay out the posts; the bot uses its own for any that"
              + " are missing.",
          Values::path);

  final Setting<Integer> overdueAfter =
      one(
          "overdue.after-minutes",
          "number",
          "120",
          "An article still waiting this long after it was due is late. If an outage has made"
              + " many late, they are held back and the editors choose: all, the newest three,"
              + " one post that names them, or none.",
          Values.number(1, MOST));

  final Setting<Integer> overdueMost =
      one(
          "overdue.most",
          "number",
          "5",
          "Up to this many late articles of a channel are published without asking.",
          Values.number(0, MOST));

  final Setting<Integer> overdueWithin =
      one(
          "overdue.decide-minutes",
          "number",
          "60",
          "How long the editors have to decide. Without owners nobody is asked.",
          Values.number(0, MOST));

  final Setting<String> overdueOtherwise =
      one(
          "overdue.otherwise",
          "`all`, `newest`, `digest` or `drop`",
          "all",
          "What happens to late articles if nobody chooses in time.",
          Values.oneOf(List.of("all", "newest", "digest", "drop")));

  final Setting<Integer> overdueSpacing =
      one(
          "overdue.spacing-minutes",
          "number",
          "5",
          "The time between late articles that go out.",
          Values.number(0, MOST));

  final Setting<Boolean> allowPrivateAddresses =
      one(
          "sources.allow-private-addresses",
          "true or false",
          "false",
          "Whether articles may be fetched from addresses inside your own network.",
          Values::yesOrNo);

  final Setting<List<SiteSettings>> sites =
      new Setting<>(
          "sources.sites",
          "list of sites",
          "[]",
          false,
          true,
          "Where to find the parts of a site's pages if they are not recognised: its `host` and"
              + " CSS selectors for `headline`, `body`, `author`, `date`, `section`, and what to"
              + " `remove`.",
          new SitesReader());

  final Setting<List<FeedSettings>> feeds;

  final Setting<Integer> healthPort =
      one(
          "health-port",
          "number",
          "0",
          "The port on this machine at which `GET /health` says 200 while all is well, else 503 and"
              + " what is wrong; 0 for none.",
          Values.number(0, 65_535));

  /**
   * The table.
   *
   * @param channelsIn finds the names of the channels in a subscribe footer, without {@code @},
   *     each once
   * @param languages the codes of the languages that the bot speaks
   * @param timetableProblem what is wrong with a channel's timetable; empty where nothing is
   */
  public SettingsTable(
      Function<String, List<String>> channelsIn,
      List<String> languages,
      Function<String, Optional<String>> timetableProblem) {
    channels =
        new Setting<>(
            CHANNELS,
            "list of channels",
            "[]",
            false,
            true,
            "The channels: each has the site's subscribe `footer`, whose link names the channel"
                + " (one text, or one by language), and the `languages` of its articles, which"
                + " are "
                + String.join(", ", languages)
                + " unless given. How its posts look is set by `length`, `hashtags`, `preview`,"
                + " `protect`, `tracking`, `silent-priorities`, `silent-hours` and `siblings`,"
                + " see “How posts look”. The"
                + " `timetable` says when articles go out, for example `mon-fri 9:00 12:30 18:00;"
                + " sat 11:00; spacing 10; quiet 23:00-7:00; burst 60`: one article at each of"
                + " these times, at least this many minutes between two, none in the quiet"
                + " hours, and of posts closer together than this many seconds only the last"
                + " makes a sound. Breaking news ignores all of these.",
            new ChannelsReader(channelsIn, languages, timetableProblem));
    feeds =
        new Setting<>(
            "feeds",
            "list of feeds",
            "[]",
            false,
            true,
            "RSS, Atom and JSON feeds whose new items become articles: each has its `url` and"
                + " optionally `section`, `language`, `channel`, the patterns `only` and"
                + " `except`, the `interval` in minutes (5), and `full-page`, which is true if"
                + " the feed has only the beginning of its articles.",
            new FeedsReader(languages));
  }

  private static <T> Setting<T> one(
      String key, String type, String standard, String description, ValueReader<T> reader) {
    return new Setting<>(key, type, standard, false, false, description, reader);
  }

  List<Setting<?>> all() {
    return List.of(
        token,
        api,
        owners,
        logChat,
        database,
        timeZone,
        channelPerMinute,
        chatPerSecond,
        totalPerSecond,
        channels,
        inbox,
        maxParts,
        templates,
        overdueAfter,
        overdueMost,
        overdueWithin,
        overdueOtherwise,
        overdueSpacing,
        allowPrivateAddresses,
        sites,
        feeds,
        healthPort);
  }

  /** The environment variable of a key: {@code bot.token} is {@code ZHARSHY_BOT_TOKEN}. */
  static String variable(String key) {
    return "ZHARSHY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The table as it stands in the handbook. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| key | environment | type | default | what it is |\n");
    text.append("|---|---|---|---|---|\n");
    for (Setting<?> row : all()) {
      String standard = row.standard() == null ? "none" : "`" + row.standard() + "`";
      text.append(
          "| `%s` | `%s` | %s%s | %s | %s |\n"
              .formatted(
                  row.key(),
                  variable(row.key()),
                  row.type(),
                  row.secret() ? ", secret" : "",
                  standard,
                  row.description()));
    }
    return text.toString();
  }
}
