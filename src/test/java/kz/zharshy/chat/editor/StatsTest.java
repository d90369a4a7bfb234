package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.Statistics.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Sunday, 22 November 2026, 15:00 in Almaty. */
final class StatsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 📊 16 November 2026 – 22 November 2026;@tau_news;;📰 0 posts;❤️ 0 reactions;;\
          👥 Readers I know: 0, new: 0, with a digest: 0
          ru | 📊 16 ноября 2026 – 22 ноября 2026;@tau_news;;📰 0 постов;❤️ 0 реакций;;\
          👥 Читателей у бота: 0, новых: 0, с подборкой: 0
          kk | 📊 2026 жылғы 16 қараша – 2026 жылғы 22 қараша;@tau_news;;📰 0 жарияланым;\
          ❤️ 0 реакция;;👥 Боттың оқырмандары: 0, жаңасы: 0, шолуға жазылғаны: 0
          """)
  void whereNothingHappenedTheNumbersAreNought(String language, String words) {
    assertThat(stats(language, "/stats")).isEqualTo(words.replace(";", "\n"));
    assertThat(last().json().path("photo").size()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 📰 1 post;❤️ 1 reaction;🕐 Best hours: 09:00;;❤️ 1 · [Жаңа көпір](https://t.me/tau_news/1)
          ru | 📰 1 пост;❤️ 1 реакция;🕐 Лучшие часы: 09:00;;❤️ 1 · [Жаңа көпір](https://t.me/tau_news/1)
          kk | 📰 1 жарияланым;❤️ 1 реакция;🕐 Ең жақсы сағаттар: 09:00;;❤️ 1 · [Жаңа көпір](https://t.me/tau_news/1)
          """)
  void aWeekWithOnePostNamesIt(String language, String words) {
    post("Жаңа көпір", "2026-11-20T04:10:00Z");
    house.comes(house.world().personReacts(42, 1, "👍"));
    house.settle();

    assertThat(stats(language, "/stats week")).contains("\n\n" + words.replace(";", "\n") + "\n\n");
  }

  @Test
  void thousandsOfReactionsAreCountedAndFallWhereTheyAreTakenBack() {
    post("One", "2026-11-21T04:00:00Z");
    post("Two", "2026-11-21T13:00:00Z");
    crowd(1, "👍", 12_000);
    crowd(1, "❤", 345);
    crowd(2, "🔥", 9);

    assertThat(stats("en", "/stats"))
        .contains("\n📰 2 posts\n❤️ 12354 reactions, about 6177 a post\n")
        .contains("🕐 Best hours: 09:00, 18:00\n")
        .contains("❤️ 12345 · [One](https://t.me/tau_news/1)\n❤️ 9 · [Two](");

    crowd(1, "👍", 0);
    crowd(1, "❤", 2);

    assertThat(stats("en", "/stats"))
        .contains("❤️ 11 reactions, about 6 a post\n")
        .contains("🕐 Best hours: 18:00, 09:00\n");
  }

  @Test
  void aCountThatIsOlderThanTheKnownOneIsPassedOver() {
    post("One", "2026-11-21T04:00:00Z");
    house.database().statistics().counted("TAU_NEWS", 1, 7, NOW);
    house.database().statistics().counted("tau_news", 1, 5, NOW.minusSeconds(1));

    assertThat(stats("en", "/stats")).contains("❤️ 7 reactions\n");
  }

  @Test
  void reactionsToOtherChannelsAreNotCounted() throws Exception {
    post("One", "2026-11-21T04:00:00Z");
    JsonNode update = house.world().crowdReacts(1, "👍", 5).deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode)
            update.path("message_reaction_count").path("chat"))
        .put("username", "other_news");
    house.comes(update);
    house.settle();

    assertThat(stats("en", "/stats")).contains("❤️ 0 reactions\n");
  }

  @Test
  void oldPostsAreThoseOfAnEarlierWeek() {
    post("Old", "2026-11-10T04:00:00Z");
    crowd(1, "👍", 5);

    assertThat(stats("en", "/stats")).contains("📰 0 posts\n❤️ 0 reactions\n");
    assertThat(turned("◀"))
        .startsWith("📊 9 November 2026 – 15 November 2026\n")
        .contains("📰 1 post\n❤️ 5 reactions\n");
    assertThat(stats("en", "/stats month")).contains("📰 1 post\n");
    assertThat(stats("en", "/stats day -12")).startsWith("📊 10 November 2026\n");
  }

  @Test
  void buttonsTurnTheSamePictureOver() {
    stats("ru", "/stats");
    assertThat(house.buttons(OWNER))
        .containsExactly(
            "День (stats day), · Неделя · (stats week), Месяц (stats month)", "◀ (stats week -1)");
    int messages = house.world().messages(OWNER).size();
    String picture = last().json().at("/photo/0/file_id").asText();

    assertThat(turned("День")).startsWith("📊 22 ноября 2026\n");
    assertThat(turned("◀")).startsWith("📊 21 ноября 2026\n");
    assertThat(house.buttons(OWNER))
        .containsExactly(
            "· День · (stats day), Неделя (stats week), Месяц (stats month)",
            "◀ (stats day -2), ▶ (stats day)");

    assertThat(house.world().messages(OWNER)).hasSize(messages);
    assertThat(last().json().at("/photo/0/file_id").asText()).isNotEqualTo(picture);
  }

  @Test
  void correctionsAndWithdrawalsOfWhatWasOutAreCounted() {
    post("One", "2026-11-21T04:00:00Z");
    post("Two", "2026-11-21T05:00:00Z");
    crowd(2, "👍", 50);
    Article two = house.database().articles().find(2).orElseThrow();
    withdraw(two, ArticleState.PUBLISHED);
    String unused = house.ask(OWNER, "en", "A draft that never goes out\n\nText.");
    withdraw(house.database().articles().find(3).orElseThrow(), ArticleState.DRAFT);

    assertThat(stats("en", "/stats")).contains("📰 2 posts\n🗑 1 withdrawn\n❤️ 50 reactions");
    assertThat(stats("en", "/stats -1")).doesNotContain("🗑");
  }

  @ParameterizedTest
  @CsvSource({"en, ✏️ 1 correction", "ru, ✏️ 1 исправление", "kk, ✏️ 1 түзету"})
  void aCorrectionIsCountedHoweverManyPartsItChanges(String language, String line) {
    post("One", "2026-11-21T04:00:00Z");
    Article one = house.database().articles().find(1).orElseThrow();
    Content other = Content.builder("One, mended", one.content().body()).build();
    assertThat(
            house
                .database()
                .articles()
                .revise(one, other, one.plan(), ArticleState.PUBLISHED, "telegram:1", NOW))
        .isTrue();
    Corrections corrections = house.database().corrections();
    Corrections.Changed changed = corrections.changed("tau_news").orElseThrow();
    PlannedPart part = new PlannedPart("sendMessage", "{\"text\": \"One, mended\"}");
    assertThat(corrections.want(changed, List.of(part), NOW)).isTrue();

    assertThat(stats(language, "/stats week")).contains("\n" + line + "\n");
  }

  @Test
  void aLongHeadlineEndsAtAWord() {
    String title = "A headline that is far too long to stand below a picture with two others";
    post(title, "2026-11-22T04:00:00Z");
    crowd(1, "👍", 5);

    assertThat(stats("en", "/stats"))
        .contains("· [A headline that is far too long to stand below a picture…](");
  }

  @Test
  void whatThreeReadersLookedForInVainIsNamedAndNoOtherWords() {
    String unused = house.ask(50, "ru", "метро");
    unused = house.ask(50, "ru", "Метро");
    unused = house.ask(51, "ru", "метро");
    unused = house.ask(51, "ru", "мой сосед Иванов");
    assertThat(stats("ru", "/stats")).endsWith("\n🔍 4 поиска ничего не нашли");

    unused = house.ask(52, "ru", "  МЕТРО ");
    for (long reader = 60; reader < 64; reader++) {
      unused = house.ask(reader, "ru", "87011234567");
    }
    assertThat(stats("ru", "/stats day")).endsWith("\n🔍 9 поисков ничего не нашли: метро (3)");
    unused = house.ask(53, "ru", "метро");
    assertThat(stats("kk", "/stats")).endsWith("\n🔍 10 іздеу нәтижесіз қалды: метро (4)");
  }

  @Test
  void readersAreThoseWhoAskedForSomethingToBeKept() {
    String unused = house.ask(50, "en", "/digest daily 9");
    unused = house.ask(51, "en", "/follow metro");
    unused = house.ask(52, "en", "/latest");

    assertThat(stats("en", "/stats day"))
        .endsWith("\n\n👥 Readers I know: 2, new: 2, with a digest: 1");
    assertThat(stats("en", "/stats day -1")).contains("Readers I know: 2, new: 0,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stats year", "/stats @other_news", "/stats week --1"})
  void whatIsNotUnderstoodIsExplained(String words) {
    assertThat(house.ask(OWNER, "en", words))
        .isEqualTo(
            "Write for example: /stats day, /stats week or /stats month, and a channel behind it if"
                + " you like: /stats week @channel");
  }

  @ParameterizedTest
  @CsvSource({
    "неделя, 16 ноября 2026 –",
    "АЙ, 24 октября 2026 –",
    "week @TAU_NEWS, 16 ноября 2026"
  })
  void aPeriodMayBeNamedInTheEditorsLanguage(String words, String begin) {
    assertThat(stats("ru", "/stats " + words)).startsWith("📊 " + begin);
  }

  @Test
  void aDayOnWhichTheClocksChangeIsCountedByThem() {
    StatsPeriod day = StatsPeriod.of(StatsPeriod.Length.DAY, 0, LocalDate.of(2026, 10, 25));
    assertThat(Duration.between(day.from(BERLIN), day.until(BERLIN)))
        .isEqualTo(Duration.ofHours(25));
    StatsTally tally =
        new StatsTally(
            List.of(
                posted("2026-10-24T22:00:00Z", 1),
                posted("2026-10-25T00:30:00Z", 2),
                posted("2026-10-25T01:30:00Z", 4),
                posted("2026-10-25T22:59:59Z", 8)),
            day,
            BERLIN);

    // Half past two comes twice.
    assertThat(tally.reactionsByBar()).startsWith(1L, 0L, 6L, 0L).endsWith(0L, 8L).hasSize(24);
    assertThat(tally.postsByBar()).startsWith(1L, 0L, 2L);
    assertThat(tally.bestHours(3)).containsExactly(23, 2, 0);
  }

  @Test
  void aWeekOverTheChangeOfClocksHasSevenBars() {
    StatsPeriod week = StatsPeriod.of(StatsPeriod.Length.WEEK, 0, LocalDate.of(2026, 3, 30));
    StatsTally tally =
        new StatsTally(
            List.of(posted("2026-03-28T23:30:00Z", 1), posted("2026-03-29T21:59:00Z", 2)),
            week,
            BERLIN);

    assertThat(tally.reactionsByBar()).containsExactly(0L, 0L, 0L, 0L, 0L, 3L, 0L);
  }

  private static Post posted(String at, long reactions) {
    return new Post(1, "T", "tau_news", Instant.parse(at), 1, true, reactions);
  }

  /** Puts an article into the channel, of the sandbox, too. */
  private void post(String title, String at) {
    int id =
        house
            .world()
            .personPostsInChannel(title)
            .path("channel_post")
            .path("message_id")
            .intValue();
    house.publish(title, id, Instant.parse(at));
  }

  private void crowd(int message, String emoji, int people) {
    house.comes(house.world().crowdReacts(message, emoji, people));
    house.settle();
  }

  private void withdraw(Article article, ArticleState from) {
    assertThat(
            house
                .database()
                .articles()
                .move(article.id(), from, ArticleState.WITHDRAWN, null, "telegram:1", NOW))
        .isTrue();
  }

  private String stats(String language, String words) {
    int before = house.world().messages(OWNER).size();
    house.comes(house.world().personWrites(OWNER, language, words));
    await().until(() -> house.world().messages(OWNER).size() == before + 2);
    return caption(last());
  }

  /** Presses the button of the last message with this label; gives what is below the picture. */
  private String turned(String label) {
    for (JsonNode button : last().json().path("reply_markup").findParents("text")) {
      if (button.get("text").textValue().equals(label)) {
        String unused = house.press(OWNER, last().id(), button.get("callback_data").textValue());
        return caption(last());
      }
    }
    throw new AssertionError("no button " + label + " among " + house.buttons(OWNER));
  }

  private SandboxMessage last() {
    List<SandboxMessage> messages = house.world().messages(OWNER);
    return messages.get(messages.size() - 1);
  }

  private static String caption(SandboxMessage message) {
    StringBuilder text = new StringBuilder(message.json().path("caption").asText());
    JsonNode entities = message.json().path("caption_entities");
    for (int i = entities.size() - 1; i >= 0; i--) {
      if (entities.get(i).get("type").textValue().equals("text_link")) {
        int from = entities.get(i).get("offset").intValue();
        int to = from + entities.get(i).get("length").intValue();
        text.insert(to, "](" + entities.get(i).get("url").textValue() + ")").insert(from, '[');
      }
    }
    return text.toString();
  }
}
