package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.FeedMemory.Poll;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.language.Language;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the editors can know: how things stand, and what became of an article. */
final class StatusAndHistoryTest {
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
          en | @tau_news: runs, 0 wait, 0 messages in the last hour;;✅ Nothing needs your attention.;;\
          🕐 Running since today, 12:00; database: 12 MB; version 1.4.0
          ru | @tau_news: работает, ждут 0, 0 сообщений за час;;✅ Вмешательство не требуется.;;\
          🕐 Запущен: сегодня, 12:00; база: 12 МБ; версия 1.4.0
          kk | @tau_news: жұмыс істеп тұр, 0 күтіп тұр, соңғы сағатта 0 хабарлама;;\
          ✅ Бәрі орнында, араласудың қажеті жоқ.;;\
          🕐 Іске қосылған: бүгін, 12:00; дерекқор: 12 МБ; нұсқасы 1.4.0
          """)
  void whereAllIsWellTheStatusSaysSo(String language, String words) {
    assertThat(house.ask(OWNER, language, "/status").replace("\n", ";")).isEqualTo(words);
    assertThat(house.buttons(OWNER)).hasSize(1).first().asString().endsWith("(status)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | ❌ Could not go out: 1 | 🔴 Last error, today, 14:59, @tau_news: No. 1 Жаңа көпір; \
          | the text is too long for Telegram \
          | What to do: put it right on its card and publish it again, /card_1
          ru | ❌ Не вышло: 1 | 🔴 Последняя ошибка, сегодня, 14:59, @tau_news: № 1 Жаңа көпір; \
          | текст слишком длинный для Telegram \
          | Что делать: исправьте её на карточке и выпустите снова, /card_1
          kk | ❌ Шыға алмаған: 1 | 🔴 Соңғы қате, бүгін, 14:59, @tau_news: № 1 Жаңа көпір; \
          | мәтін Telegram үшін тым ұзын \
          | Не істеу керек: карточкасынан түзетіп, қайта шығарыңыз, /card_1
          """)
  void theLastErrorIsToldWithWhatToDo(
      String language, String count, String what, String why, String remedy) {
    Delivery part = sending("Жаңа көпір");
    house
        .database()
        .ledger()
        .refused(
            part.id(),
            Reason.of(ReasonCode.TEXT_TOO_LONG, "Bad Request: message is too long"),
            NOW.minusSeconds(60));

    assertThat(house.ask(OWNER, language, "/status"))
        .contains("\n\n" + count + "\n\n" + what.replace(";", "") + "\n" + why + "\n" + remedy);
    assertThat(house.buttons(OWNER)).first().asString().endsWith("1 (card 1)");
  }

  @Test
  void anErrorThatWasPutRightIsOverAndTheStatusIsTurnedOverInPlace() {
    Delivery part = sending("Жаңа көпір");
    house
        .database()
        .ledger()
        .refused(part.id(), Reason.of(ReasonCode.TELEGRAM_SAYS, "Bad Request: nope"), NOW);
    String unused = house.ask(OWNER, "en", "/status");
    Article failed = house.database().articles().find(1).orElseThrow();
    assertThat(
            house
                .database()
                .articles()
                .move(1, failed.state(), ArticleState.WITHDRAWN, null, "bot", NOW))
        .isTrue();
    int messages = house.world().messages(OWNER).size();

    assertThat(house.tap(OWNER, "🔄 Refresh"))
        .contains("\n✅ Nothing needs your attention.\n")
        .contains("No. 1 Жаңа көпір\nBad Request: nope\nNothing is left to do. All of it: /why_1");
    assertThat(house.world().messages(OWNER)).hasSize(messages);
  }

  @Test
  void aDoubtIsSettledFromTheStatus() {
    Delivery part = sending("Жаңа көпір");
    house
        .database()
        .ledger()
        .unknown(
            part.id(),
            Reason.of(ReasonCode.TELEGRAM_FAULT, 502, "nothing"),
            Reason.of(ReasonCode.LOOKING),
            NOW);

    assertThat(house.ask(OWNER, "ru", "/status"))
        .contains("\n❓ Под вопросом: 1\n✋ Придержано: 1\n")
        .contains("Что делать: посмотрите, есть ли она в канале, и нажмите ниже.");
    assertThat(house.buttons(OWNER))
        .first()
        .isEqualTo("№ 1 на месте (there 1), Отправить № 1 (again 1)");

    house.tap(OWNER, "№ 1 на месте");
    assertThat(house.database().articles().find(1).orElseThrow().state())
        .isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void whatKeepsTheBotFromPublishingIsToldAndSoAreFeedsInTrouble() {
    house.trouble(
        Reason.of(
            ReasonCode.CHANNEL_TROUBLE,
            "tau_news",
            Reason.of(ReasonCode.NOT_IN_CHANNEL, "Forbidden: bot is not a member")));
    String feed = "https://example.kz/rss";
    Poll poll = new Poll(null, null, NOW, 4, Reason.of(ReasonCode.PAGE_ANSWERS, feed, 500), true);
    house.database().feeds().keep(feed, poll, List.of(), NOW);
    Poll old = new Poll(null, null, NOW.minus(Duration.ofDays(3)), 9, Reason.words("x"), true);
    house.database().feeds().keep("https://example.kz/gone", old, List.of(), NOW);

    assertThat(house.ask(OWNER, "ru", "/status"))
        .contains(
            "\n\n⚠️ @tau_news: бота в канале больше нет\n"
                + "📡 https://example.kz/rss отвечает 500. Проверьте адрес в браузере.\n\n🕐");
  }

  @Test
  void theStatusSaysWhenTheNextAndTheLastGoOut() {
    for (String title : List.of("One", "Two")) {
      house.database().articles().add(Draft.of(Content.builder(title, "x").build()), "t", NOW);
    }

    assertThat(house.ask(OWNER, "en", "/status"))
        .startsWith(
            "@tau_news: runs, 2 wait, 0 messages in the last hour\nThe next goes out now, the last");
  }

  @Test
  void aPausedChannelGoesOnByTheButtonOfTheStatus() {
    String unused = house.ask(OWNER, "en", "/pause @tau_news");
    unused = house.ask(OWNER, "en", "/status");

    assertThat(house.tap(OWNER, "▶️ @tau_news")).isEqualTo("▶️ @tau_news is publishing again.");
    assertThat(house.database().rules().isPaused("tau_news")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | No. 1 *Жаңа көпір*;today, 15:00, another program: added;\
          today, 15:00, the bot: goes out;today, 15:00, the bot: sending;\
          today, 15:00, the bot: sent: https://t.me/tau_news/7;today, 15:00, the bot: published
          ru | № 1 *Жаңа көпір*;сегодня, 15:00, другая программа: добавлена;\
          сегодня, 15:00, бот: выходит;сегодня, 15:00, бот: отправляется;\
          сегодня, 15:00, бот: отправлено: https://t.me/tau_news/7;сегодня, 15:00, бот: опубликована
          kk | № 1 *Жаңа көпір*;бүгін, 15:00, басқа бағдарлама: қосылды;\
          бүгін, 15:00, бот: шығып жатыр;бүгін, 15:00, бот: жіберілуде;\
          бүгін, 15:00, бот: жіберілді: https://t.me/tau_news/7;бүгін, 15:00, бот: жарияланды
          """)
  void theWholeHistoryIsToldInWords(String language, String words) {
    Delivery part = sending("Жаңа көпір");
    house.database().ledger().sent(part.id(), 7, 7, NOW);

    assertThat(house.ask(OWNER, language, "/why 1")).isEqualTo(words.replace(";", "\n"));
    assertThat(house.buttons(OWNER)).first().asString().endsWith("(card 1)");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyEventThatIsNotedHasWords(Language language) throws Exception {
    Delivery unused = sending("Жаңа көпір");
    for (String event : events()) {
      insert("DELETE FROM history", null);
      insert("INSERT INTO history (article_id, event) VALUES (1, ?)", event);

      String told = house.ask(OWNER, language.code(), "/why 1");

      String word = told.substring(told.lastIndexOf(": ") + 2);
      assertThat(word).as(event).isNotBlank();
      if (language != Language.EN) {
        assertThat(word).as(event).matches("(Telegram )?[\\p{IsCyrillic} ,-]+");
      }
    }
  }

  @Test
  void ofALongHistoryTheBeginningAndTheEndAreTold() throws Exception {
    Delivery unused = sending("Жаңа көпір");
    for (int i = 0; i < 300; i++) {
      insert("INSERT INTO history (article_id, event) VALUES (1, 'changed')", null);
    }
    insert("INSERT INTO history (article_id, event) VALUES (1, ?)", "held");

    String told = house.ask(OWNER, "ru", "/why 1");

    assertThat(told).contains("добавлена\n… ещё 2").endsWith(": придержана");
    assertThat(told.length()).isLessThan(3500);
  }

  /** What the code and the schema write into the histories. */
  private static Set<String> events() throws IOException {
    Set<String> events = new TreeSet<>();
    Arrays.stream(ArticleState.values()).map(ArticleState::code).forEach(events::add);
    Pattern code =
        Pattern.compile(
            "note\\(\\s*sql,(?:[^;]*?,)??\\s*\"([a-z ]+)\"|, 'bot', '([a-z ]+)'"
                + "|case [A-Z]+ ->[^;\"]*\"([a-z ]+)\"(?: : \"([a-z ]+)\")?");
    Pattern schema = Pattern.compile("INTO history[^;]*?'([a-z]+)'");
    for (Path file : List.of(Path.of("src/main/java/kz/zharshy/store"), migrations())) {
      try (Stream<Path> files = Files.walk(file)) {
        for (Path each : files.filter(Files::isRegularFile).toList()) {
          Pattern pattern = each.toString().endsWith(".sql") ? schema : code;
          Matcher found = pattern.matcher(Files.readString(each));
          while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
              if (found.group(group) != null) {
                events.add(found.group(group));
              }
            }
          }
        }
      }
    }
    assertThat(events)
        .contains(
            "added",
            "changed",
            "not sent",
            "gone",
            "correcting",
            "moved",
            "another way",
            "not linked");
    return events;
  }

  private static Path migrations() {
    return Path.of("src/main/resources/kz/zharshy/store/sqlite");
  }

  private void insert(String statement, @Nullable String event) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      if (event != null) {
        prepared.setString(1, event);
      }
      prepared.executeUpdate();
    }
  }

  /** An article whose only part is on its way. */
  private Delivery sending(String title) {
    house.database().articles().add(Draft.of(Content.builder(title, "A").build()), "sql", NOW);
    Article queued = house.database().articles().find(1).orElseThrow();
    house.database().articles().route(queued, "tau_news", Language.KK);
    assertThat(house.database().articles().claim("tau_news", NOW)).isPresent();
    Delivery part =
        house
            .database()
            .ledger()
            .plan(1, "tau_news", List.of(new PlannedPart("sendMessage", "{\"text\": \"A\"}")), NOW)
            .get(0);
    return house.database().ledger().sending(part.id(), NOW).orElseThrow();
  }
}
