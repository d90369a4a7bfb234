package kz.zharshy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of feeds and of sites. */
final class SourcesSettingsTest {
  @TempDir private Path folder;
  private final SettingsReader reader = new SettingsReader(FooterReading.table());

  @Test
  void feedsAndSitesAreRead() {
    Settings settings =
        read(
            """
            channels:
              - footer: "Subscribe! https://t.me/Example_News"
            feeds:
              - url: https://example.kz/rss?x=1
                section: Economy
                language: RU
                channel: "@example_news"
                only: "тенге|банк"
                except: реклама
                interval: 15
                full-page: true
              - url: https://example.kz/atom
            sources:
              sites:
                - host: Example.KZ
                  body: ".story > p"
                  remove: aside
            """);

    FeedSettings feed = settings.sources().feeds().get(0);
    assertThat(feed.url()).isEqualTo(URI.create("https://example.kz/rss?x=1"));
    assertThat(feed.language()).isEqualTo("ru");
    assertThat(feed.section()).isEqualTo("Economy");
    assertThat(feed.channel()).isEqualTo("example_news");
    assertThat(String.valueOf(feed.filter().only())).isEqualTo("тенге|банк");
    assertThat(String.valueOf(feed.filter().except())).isEqualTo("реклама");
    assertThat(feed.interval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(feed.fullPage()).isTrue();
    assertThat(settings.sources().feeds().get(1))
        .isEqualTo(
            new FeedSettings(
                URI.create("https://example.kz/atom"),
                null,
                null,
                null,
                new FeedSettings.Filter(null, null),
                Duration.ofMinutes(5),
                false));
    assertThat(settings.sources().sites())
        .containsExactly(
            new SiteSettings("example.kz", Map.of("body", ".story > p", "remove", "aside")));
  }

  @Test
  void whatIsWrongInFeedsAndSitesIsToldWithItsPlace() {
    assertThat(
            complaints(
                """
                feeds:
                  - url: example.kz/rss
                    languge: ru
                    language: de
                    channel: "news!"
                    only: "(a"
                    interval: 0
                    full-page: perhaps
                  - section: Economy
                  - url: https://a.kz/rss
                  - url: https://a.kz/rss
                sources:
                  sites:
                    - body: p
                    - host: https://a.kz/
                      body: "p["
                """))
        .containsExactly(
            ":2:10: feeds[0].url: \"example.kz/rss\" is no address of a feed. Write all"
                + " of it, for example https://example.kz/rss.",
            ":3:5: feeds[0]: \"languge\" is unknown; a feed has url, section, language,"
                + " channel, only, except, interval, full-page. Did you mean language?",
            ":4:15: feeds[0].language: \"de\" is no language that the bot speaks. It"
                + " speaks kk, ru, en.",
            ":5:14: feeds[0].channel: \"news!\" is no channel. Write its name, for"
                + " example @example_news.",
            ":6:11: feeds[0].only: \"(a\" is no pattern: missing closing ). Write"
                + " words, with | between them, or an expression of RE2.",
            ":7:15: feeds[0].interval: \"0\" does not fit. Write a whole number from 1"
                + " to 1440.",
            ":8:16: feeds[0].full-page: \"perhaps\" is neither true nor false. Write"
                + " one of them.",
            ":9:5: feeds[1]: The url is missing. It is the feed's address, for example"
                + " [{url: \"https://example.kz/rss\"}].",
            ":11:5: feeds[3]: This feed is listed twice, first at :10:5. Keep one.",
            ":14:7: sources.sites[0]: The host is missing, for example [{host:"
                + " example.kz, body: \".story-text\"}].",
            ":15:13: sources.sites[1].host: \"https://a.kz/\" is no host. Write only"
                + " the name, such as example.kz.",
            ":16:13: sources.sites[1].body: \"p[\" is no CSS selector. Write it as in a"
                + " style sheet, for example .story-text.");
  }

  @Test
  void aFeedForAChannelThatIsNotListedIsAMistake() {
    assertThat(
            complaints(
                """
                channels:
                  - footer: "Subscribe! https://t.me/example_news"
                feeds:
                  - url: https://a.kz/rss
                    channel: exemple_news
                  - url: https://b.kz/rss
                    channel: "@EXAMPLE_news"
                """))
        .containsExactly(
            ":5:14: feeds[0].channel: \"exemple_news\" is not among the channels. List it there,"
                + " or write one of: @example_news.");
    assertThat(
            complaints(
                """
                feeds:
                  - url: https://a.kz/rss
                    channel: example_news
                """))
        .containsExactly(
            ":3:14: feeds[0].channel: \"example_news\" is not among the channels. List it under"
                + " channels, with the footer of its site.");
  }

  private Settings read(String yaml) {
    return reader.read(written(yaml), Map.of());
  }

  private List<String> complaints(String yaml) {
    Path file = written(yaml);
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, () -> reader.read(file, Map.of()));
    return refusal.problems().stream()
        .map(problem -> problem.toString().replace(file.toString(), ""))
        .toList();
  }

  private Path written(String yaml) {
    try {
      return Files.writeString(folder.resolve("zharshy.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
