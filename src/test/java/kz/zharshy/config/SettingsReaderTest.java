package kz.zharshy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsReaderTest {
  private final SettingsReader reader = new SettingsReader(FooterReading.table());

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("zharshy.yaml");
  }

  @Test
  void withoutFileAndEnvironmentTheDefaultsStand() {
    Settings settings = reader.read(null, Map.of());

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Bot(
                    null,
                    URI.create("https://api.telegram.org"),
                    List.of(),
                    null,
                    new Settings.Limits(20, 1, 30)),
                Path.of("data/zharshy.db"),
                ZoneId.of("Asia/Almaty"),
                List.of(),
                new Settings.Posts(
                    30, Path.of("config/templates"), new Settings.Overdue(120, 5, 60, "all", 5)),
                new Settings.Sources(
                    false,
                    List.of(),
                    Path.of("inbox"),
                    List.of(Path.of("inbox"), Path.of("media")),
                    List.of()),
                0));
  }

  @Test
  void aFileIsRead() {
    Settings settings =
        read(
            """
            bot:
              token: 123:abc-D_e
              api: http://127.0.0.1:8081/
              owners: [11, 22]
              log-chat: -1001234567890
            database: /var/lib/zharshy/news.db
            time-zone: Europe/Berlin
            limits: {channel-per-minute: 60, chat-per-second: 5, total-per-second: 100}
            channels:
              - footer: "Оқыңыз: https://t.me/tau_news"
                languages: [kk]
                length: excerpt
                hashtags: section
                preview: page
                protect: true
                tracking: utm_source=telegram&utm_medium=channel
                silent-priorities: [low, normal]
                silent-hours: 23:00-7:30
                siblings: links
                timetable: daily 9:00
              - footer:
                  ru: Читайте t.me/steppe_news
                  en: Read t.me/steppe_news
            inbox: /srv/inbox
            media: {folders: [/srv/pictures, /srv/more]}
            posts:
              max-parts: 3
              templates: /srv/templates
            sources:
              allow-private-addresses: true
            """);

    assertThat(settings.bot())
        .isEqualTo(
            new Settings.Bot(
                new Secret("123:abc-D_e"),
                URI.create("http://127.0.0.1:8081"),
                List.of(11L, 22L),
                -1001234567890L,
                new Settings.Limits(60, 5, 100)));
    assertThat(settings.database()).isEqualTo(Path.of("/var/lib/zharshy/news.db"));
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.sources().inbox()).isEqualTo(Path.of("/srv/inbox"));
    assertThat(settings.sources().media())
        .containsExactly(Path.of("/srv/pictures"), Path.of("/srv/more"));
    assertThat(settings.posts().maxParts()).isEqualTo(3);
    assertThat(settings.posts().templates()).isEqualTo(Path.of("/srv/templates"));
    assertThat(settings.sources().allowPrivateAddresses()).isTrue();
    String kazakh = "Оқыңыз: https://t.me/tau_news";
    String russian = "Читайте t.me/steppe_news";
    assertThat(settings.channels())
        .containsExactly(
            new ChannelSettings(
                "tau_news",
                Map.of("kk", kazakh, "ru", kazakh, "en", kazakh),
                List.of("kk"),
                new ChannelLook(
                    "excerpt",
                    "section",
                    "page",
                    true,
                    "utm_source=telegram&utm_medium=channel",
                    new ChannelLook.Silence(
                        List.of("low", "normal"), LocalTime.of(23, 0), LocalTime.of(7, 30)),
                    "links"),
                "daily 9:00"),
            new ChannelSettings(
                "steppe_news",
                Map.of("kk", russian, "ru", russian, "en", "Read t.me/steppe_news"),
                List.of("kk", "ru", "en"),
                ChannelLook.USUAL,
                ""));
  }

  @Test
  void mistakesInHowPostsLookAreToldWithTheirPlaces() {
    List<String> complaints =
        complaints(
            """
        channels:
          - footer: t.me/tau_news
            length: splitt
            hashtags: some
            preview: big
            protect: 1
            tracking: "?utm"
            silent-priorities: [lo, breaking]
            silent-hours: 25-7
        """);

    assertThat(complaints)
        .containsExactly(
            ":3:13: channels[0].length: \"splitt\" does not fit. Write one of split, excerpt,"
                + " quote, rich. Did you mean split?",
            ":4:15: channels[0].hashtags: \"some\" does not fit. Write one of all, section, none.",
            ":5:14: channels[0].preview: \"big\" does not fit. Write one of picture, page, none.",
            ":6:14: channels[0].protect: \"1\" is neither true nor false. Write one of them.",
            ":7:15: channels[0].tracking: \"?utm\" are no parameters of an address. Write them as"
                + " in utm_source=telegram&a=1.",
            ":8:25: channels[0].silent-priorities: \"lo\" does not fit. Write one of breaking,"
                + " normal, low. Did you mean low?",
            ":9:19: channels[0].silent-hours: \"25-7\" are no hours. Write them as in"
                + " \"23:00-07:00\".");
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() {
    write("database: a.db\nbot:\n  owners: [1]\nposts:\n  max-parts: 7\n");

    Settings settings =
        reader.read(
            file,
            Map.of(
                "ZHARSHY_DATABASE", "b.db",
                "ZHARSHY_BOT_OWNERS", "5, 6",
                "ZHARSHY_BOT_TOKEN", "77:secret\n",
                "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE", "40",
                "ZHARSHY_CHANNELS", "[{footer: 'Read https://t.me/tau_news', languages: [ru]}]",
                "ZHARSHY_TIME_ZONE", "",
                "ZHARSHY_SERVICE_HOST", "10.0.0.1",
                "PATH", "/bin"));

    assertThat(settings.database()).isEqualTo(Path.of("b.db"));
    assertThat(settings.bot().owners()).containsExactly(5L, 6L);
    assertThat(settings.requireToken().revealed()).isEqualTo("77:secret");
    assertThat(settings.limits().channelPerMinute()).isEqualTo(40);
    assertThat(settings.requireChannels()).extracting(ChannelSettings::name).contains("tau_news");
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Almaty"));
    assertThat(settings.posts().maxParts()).isEqualTo(7);
  }

  @Test
  void allMistakesAreToldAtOnceEachWithItsPlaceAndTheFix() {
    assertThat(
            complaints(
                """
                bot:
                  tokn: 123:abc
                  api: api.telegram.org
                  owners: [12, aida]
                time-zone: Asia/Almati
                limits:
                  channel-per-minute: 0
                database: a.db
                database: b.db
                channels:
                  - footer: Subscribe!
                  - footer: https://t.me/one_news https://t.me/two_news
                    languages: [kk, de]
                  - footer: https://t.me/tau_news
                  - footer: https://t.me/TAU_news
                    langauges: [kk]
                sources:
                  allow-private-addresses: maybe
                """))
        .containsExactly(
            ":2:3: \"bot.tokn\" is no setting. Did you mean bot.token?",
            ":3:8: bot.api: This is no address of a server. Write only scheme, host and port, for"
                + " example https://api.telegram.org or http://127.0.0.1:8081.",
            ":4:16: bot.owners: \"aida\" is no user id. Telegram's ids are numbers, for example"
                + " [123456789].",
            ":5:12: time-zone: \"Asia/Almati\" is no time zone. Write a name such as Asia/Almaty."
                + " Did you mean Asia/Almaty?",
            ":7:23: limits.channel-per-minute: \"0\" does not fit. Write a whole number from 1 to"
                + " 1000000.",
            ":9:1: database: This is written twice, first at FILE:8:1. Keep one.",
            ":11:13: channels[0].footer: The footer names no channel. End it with the channel's"
                + " address, for example https://t.me/example_news.",
            ":12:13: channels[1].footer: The footer names two channels, @one_news and @two_news."
                + " Leave the one that the articles go to; another channel gets an entry of its"
                + " own.",
            ":13:21: channels[1].languages: \"de\" is no language that the bot speaks. It speaks"
                + " kk, ru, en.",
            ":15:5: channels[3]: @TAU_news is listed twice, first at FILE:14:5. Put all its"
                + " languages into one entry.",
            ":16:5: channels[3]: \"langauges\" is unknown; a channel has footer, languages, timetable,"
                + " length, hashtags, preview, protect, tracking, silent-priorities, silent-hours, siblings. Did you mean languages?",
            ":18:28: sources.allow-private-addresses: \"maybe\" is neither true nor false. Write one"
                + " of them.");
  }

  @Test
  void aMistakeInTheEnvironmentNamesTheVariable() {
    Map<String, String> environment =
        Map.of(
            "ZHARSHY_BOT_LOG_CHAT", "news",
            "ZHARSHY_CHANNELS", "Read https://t.me/tau_news",
            "ZHARSHY_POSTS_MAX_PARTS", "many",
            "ZHARSHY_TOKEN", "1:a");

    assertThat(complaints(null, environment))
        .containsExactly(
            "ZHARSHY_BOT_LOG_CHAT: bot.log-chat: \"news\" is no chat id. Write its number, for"
                + " example -1001234567890.",
            "ZHARSHY_CHANNELS: channels: A list is wanted, for example [{footer: \"Subscribe!"
                + " https://t.me/example_news\"}].",
            "ZHARSHY_POSTS_MAX_PARTS: posts.max-parts: \"many\" does not fit. Write a whole number"
                + " from 1 to 1000.",
            "ZHARSHY_TOKEN: There is no such setting. Did you mean ZHARSHY_BOT_TOKEN?");
  }

  @Test
  void aWrongShapeIsTold() {
    assertThat(
            complaints(
                """
                bot: 123
                database: {path: a.db}
                limits:
                channels:
                  footer: https://t.me/tau_news
                inbox: [a]
                token: 1:a
                """))
        .containsExactly(
            ":1:6: bot: This is a group of keys, not one value. It holds bot.token, bot.api,"
                + " bot.owners, bot.log-chat.",
            ":2:11: database: One value is wanted, but this is a group of keys.",
            ":5:3: channels: A list is wanted, for example [{footer: \"Subscribe!"
                + " https://t.me/example_news\"}].",
            ":6:8: inbox: One value is wanted, but this is a list.",
            ":7:1: \"token\" is no setting. Did you mean bot.token?");
  }

  @Test
  void aChannelThatIsWrittenWronglyIsTold() {
    assertThat(
            complaints(
                """
                channels:
                  - https://t.me/tau_news
                  - languages: kk
                  - footer: {ru: t.me/tau_news, de: t.me/tau_news, en: t.me/other_news}
                  - footer:
                """))
        .containsExactly(
            ":2:5: channels[0]: A channel is written with its keys, for example [{footer:"
                + " \"Subscribe! https://t.me/example_news\"}].",
            ":3:5: channels[1]: The footer is missing. It names the channel, for example [{footer:"
                + " \"Subscribe! https://t.me/example_news\"}].",
            ":3:16: channels[1].languages: A list is wanted, for example [kk, ru, en].",
            ":4:13: channels[2].footer: The footer names two channels, @tau_news and @other_news."
                + " Leave the one that the articles go to; another channel gets an entry of its"
                + " own.",
            ":4:33: channels[2].footer: \"de\" is unknown; the footer by language has kk, ru, en.",
            ":5:12: channels[3].footer: One value is wanted, but this is empty.");
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    assertThat(complaints("bot:\n\ttoken: 123:abc\n"))
        .containsExactly(
            ":2:1: This is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not"
                + " use \\t(TAB) for indentation).");
    assertThat(complaints("- database\n"))
        .containsExactly(
            ":1:1: Settings are keys with values, for example: time-zone: Asia/Almaty");
    assertThat(complaints("database: a.db\n---\ndatabase: b.db\n"))
        .containsExactly(
            ":3:1: A second document begins here. Keep all settings in one, without \"---\".");
    assertThat(complaints("database: &name a.db\ninbox: *name\n"))
        .containsExactly(
            ":2:8: References (*name) are not understood here. Write the value itself.");
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    assertThat(complaints(file, Map.of()))
        .containsExactly(": There is no such file. Give another with --config, or make it.");
    Files.write(file, "inbox: почта".getBytes(StandardCharsets.UTF_16));
    assertThat(complaints(file, Map.of()))
        .containsExactly(": This is not written in UTF-8. Save the file in that encoding.");
    assertThat(complaints(folder, Map.of()))
        .containsExactly(": The file cannot be read. Check that it is a file and its rights.");
  }

  @Test
  void anEmptyFileIsFine() {
    Settings standard = reader.read(null, Map.of());
    for (String text : List.of("", "# nothing yet\n")) {
      Settings settings = read(text);
      assertThat(settings)
          .usingRecursiveComparison()
          .ignoringFields("sources.media")
          .isEqualTo(standard);
      assertThat(settings.sources().media())
          .containsExactly(Path.of("inbox"), folder.resolve("media"));
    }
  }

  @Test
  void theTokenIsInNoMessage() {
    String secret = "AAFsecretsecretsecretsecretsecret";
    String token = "123456789:" + secret;
    assertThat(
            String.join(
                "\n",
                complaints(
                    """
                    bot:
                      token: "bot%1$s "
                      owners: [%1$s]
                      log-chat: %1$s
                      api: https://api.telegram.org/bot%1$s
                    time-zone: %1$s
                    %1$s: x
                    posts: %1$s
                    database: [%1$s]
                    """
                        .formatted(token))))
        .contains("bot.token: This has not the shape of a token")
        .doesNotContain(secret);
    assertThat(String.join("\n", complaints("bot:\n  token: %s\n wrong".formatted(token))))
        .contains("This is no YAML")
        .doesNotContain(secret);
    assertThat(read("bot: {token: '%s'}".formatted(token)).toString())
        .contains("token=***")
        .doesNotContain(secret);
  }

  @Test
  void aMissingTokenIsNamedWithItsKeyItsVariableAndTheSandbox() {
    Settings settings = reader.read(null, Map.of());

    assertThat(catchThrowableOfType(ConfigurationException.class, settings::requireToken))
        .hasMessage(
            "ZHARSHY_BOT_TOKEN: bot.token: No token is set. Set it to what @BotFather gave, or try"
                + " the bot without Telegram with --sandbox.");
    assertThat(catchThrowableOfType(ConfigurationException.class, settings::requireChannels))
        .hasMessage(
            "ZHARSHY_CHANNELS: channels: No channel is set. List the site's subscribe footer, which"
                + " names it, for example [{footer: \"Subscribe! https://t.me/example_news\"}].");
  }

  @Test
  void theExampleIsTrue() throws IOException {
    Path example = Path.of("config/zharshy.example.yaml");

    Settings settings = reader.read(example, Map.of());

    assertThat(settings.channels())
        .extracting(ChannelSettings::name)
        .containsExactly("example_news");
    Settings standard = reader.read(null, Map.of());
    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("channels", "sources.media")
        .isEqualTo(standard);
    assertThat(settings.sources().media())
        .containsExactly(Path.of("inbox"), Path.of("config/media"));
    String text = Files.readString(example);
    for (Setting<?> row : FooterReading.table().all()) {
      assertThat(text).contains(row.key().substring(row.key().lastIndexOf('.') + 1) + ":");
    }
  }

  private Settings read(String yaml) {
    write(yaml);
    return reader.read(file, Map.of());
  }

  private List<String> complaints(String yaml) {
    write(yaml);
    return complaints(file, Map.of());
  }

  private List<String> complaints(@Nullable Path path, Map<String, String> environment) {
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, () -> reader.read(path, environment));
    String name = String.valueOf(path);
    return refusal.problems().stream()
        .map(problem -> problem.toString())
        .map(line -> line.startsWith(name) ? line.substring(name.length()) : line)
        .map(line -> line.replace(name, "FILE"))
        .toList();
  }

  private void write(String yaml) {
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
