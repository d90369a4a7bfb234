package kz.zharshy.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The table of settings: every key with its check; type, default and description stand in {@code
 * settings.properties}.
 */
public final class SettingsTable {
  static final String TOKEN = "bot.token";
  static final String CHANNELS = "channels";
  private static final int MOST = 1_000_000;
  private static final Properties TEXTS = texts();

  private final List<Setting<?>> rows = new ArrayList<>();

  final Setting<Secret> token = row(TOKEN, Values::token);
  final Setting<URI> api = row("bot.api", Values::address);
  final Setting<List<Long>> owners = row("bot.owners", Values::userIds);
  final Setting<Long> logChat = row("bot.log-chat", Values::chatId);
  final Setting<Path> database = row("database", Values::database);
  final Setting<ZoneId> timeZone = row("time-zone", Values::zone);
  final Setting<Integer> channelPerMinute =
      row("limits.channel-per-minute", Values.number(1, MOST));
  final Setting<Integer> chatPerSecond = row("limits.chat-per-second", Values.number(1, MOST));
  final Setting<Integer> totalPerSecond = row("limits.total-per-second", Values.number(1, MOST));
  final Setting<List<ChannelSettings>> channels = row(CHANNELS, this::channels);
  final Setting<Path> inbox = row("inbox", Values::path);
  final Setting<List<Path>> mediaFolders = row("media.folders", Values::paths);
  final Setting<Integer> maxParts = row("posts.max-parts", Values.number(1, 1000));
  final Setting<Path> templates = row("posts.templates", Values::path);
  final Setting<Integer> overdueAfter = row("overdue.after-minutes", Values.number(1, MOST));
  final Setting<Integer> overdueMost = row("overdue.most", Values.number(0, MOST));
  final Setting<Integer> overdueWithin = row("overdue.decide-minutes", Values.number(0, MOST));
  final Setting<String> overdueOtherwise =
      row("overdue.otherwise", Values.oneOf(List.of("all", "newest", "digest", "drop")));
  final Setting<Integer> overdueSpacing = row("overdue.spacing-minutes", Values.number(0, MOST));
  final Setting<Boolean> allowPrivateAddresses =
      row("sources.allow-private-addresses", Values::yesOrNo);
  final Setting<List<SiteSettings>> sites = row("sources.sites", new SitesReader());
  final Setting<List<FeedSettings>> feeds = row("feeds", this::feeds);
  final Setting<Integer> healthPort = row("health-port", Values.number(0, 65_535));

  private final Function<String, List<String>> channelsIn;
  private final List<String> languages;
  private final Function<String, Optional<String>> timetableProblem;

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
    this.channelsIn = channelsIn;
    this.languages = List.copyOf(languages);
    this.timetableProblem = timetableProblem;
  }

  private static Properties texts() {
    try (InputStream in = SettingsTable.class.getResourceAsStream("settings.properties")) {
      Properties texts = new Properties();
      texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Setting<T> row(String key, ValueReader<T> reader) {
    Setting<T> row =
        new Setting<>(
            key,
            Objects.requireNonNull(TEXTS.getProperty(key + ".type"), key),
            TEXTS.getProperty(key + ".default"),
            Objects.requireNonNull(TEXTS.getProperty(key + ".description"), key),
            reader);
    rows.add(row);
    return row;
  }

  private Optional<List<ChannelSettings>> channels(Node node, Complaints complaints) {
    return new ChannelsReader(channelsIn, languages, timetableProblem).read(node, complaints);
  }

  private Optional<List<FeedSettings>> feeds(Node node, Complaints complaints) {
    return new FeedsReader(languages).read(node, complaints);
  }

  /** All rows, in the order in which they are shown. */
  List<Setting<?>> all() {
    return List.copyOf(rows);
  }

  /** The environment variable of a key: {@code bot.token} is {@code ZHARSHY_BOT_TOKEN}. */
  static String variable(String key) {
    return "ZHARSHY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The table as it stands in the handbook. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| key | environment | type | default | what it is |\n");
    text.append("|---|---|---|---|---|\n");
    for (Setting<?> row : rows) {
      text.append(
          "| `%s` | `%s` | %s | %s | %s |\n"
              .formatted(
                  row.key(),
                  variable(row.key()),
                  row.type(),
                  row.standard() == null ? "none" : "`" + row.standard() + "`",
                  row.description().replace("{languages}", String.join(", ", languages))));
    }
    return text.toString();
  }
}
