package kz.zharshy.chat;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.DeliveryState;
import kz.zharshy.store.Lease.Holder;
import kz.zharshy.store.OverdueArticles.Batch;
import kz.zharshy.store.OverdueArticles.Choice;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What editors hear by themselves, and how they answer the bot's question. */
final class NoticesTest {
  @TempDir private Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    // A bot can write only to a person who has written to it.
    house.ask(OWNER, "en", "/start");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aFailedArticleIsToldWithItsReason() {
    Article article = inDoubt();

    assertThat(
            heard(
                Language.RU,
                notices ->
                    notices.failed(
                        article, Reason.of(ReasonCode.TELEGRAM_SAYS, "Bad Request: nope"))))
        .isEqualTo(
            "⚠️ Статья № 1 не вышла: Жаңа көпір\n\nBad Request: nope\n\n"
                + "Исправьте её на карточке и выпустите снова: /card_1. Остальные статьи выходят"
                + " дальше.");
    assertThat(buttons()).containsExactly("why 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN | I run on news-1 (process 4711). Which one should publish? | news-1 publishes | Stop news-1
          RU | Я работаю на машине news-1 (процесс 4711). Кто должен публиковать? \
          | Публикует news-1 | Остановить news-1
          KK | Мен news-1 машинасында жұмыс істеймін (4711 процесі). Қайсысы жарияласын? \
          | news-1 жарияласын | news-1 тоқтасын
          """)
  void theOwnersAreAskedWhichOfTwoCopiesPublishes(
      Language language, String what, String here, String there) {
    Holder self = new Holder("news-1", 4711, Instant.EPOCH);

    assertThat(heard(language, notices -> notices.foreignCopy("0badf00d", null, self)))
        .contains(what);
    assertThat(buttons()).containsExactly("copy 0badf00d here", "copy 0badf00d there");
    assertThat(labels()).containsExactly(here, there);
    assertThat(heard(language, notices -> notices.foreignCopy("0badf00d", "example.kz", self)))
        .contains("example.kz", "news-1", "run --here");
    assertThat(buttons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN | ⚠️ Cannot write to the database: the disk is full. Make space on it \
          | Nothing will be sent until I can. | ✅ The database can be written to again, and publishing continues.
          RU | ⚠️ База данных не принимает записи: диск переполнен. Освободите место \
          | Пока это так, ничего не отправляется. \
          | ✅ База данных снова принимает записи, публикации идут дальше.
          KK | ⚠️ Дерекқорға жазу мүмкін болмай тұр: диск толып қалды. Орын босатыңыз \
          | Ол түзелгенше ештеңе жіберілмейді. \
          | ✅ Дерекқор қайтадан бәрін қабылдап жатыр, жариялау жалғасады.
          """)
  void troubleOfTheDatabaseIsToldOnceByHoweverManyChannelsAndSoIsItsEnd(
      Language language, String what, String then, String end) {
    int before = house.world().messages(OWNER).size();
    Reason reason = Reason.of(ReasonCode.DATABASE_FULL, "/data/a.db");
    Notices notices = house.notices(language);
    for (int channel = 0; channel < 3; channel++) {
      notices.databaseTrouble(reason);
    }
    for (int channel = 0; channel < 3; channel++) {
      notices.databaseBack();
    }
    await().until(() -> house.world().messages(OWNER).size() >= before + 2);
    // Were there more, they would be before the next one.
    notices.channelResumed("tau_news");
    await()
        .until(
            () ->
                house.world().messages(OWNER).stream()
                    .anyMatch(it -> it.text().startsWith("✅ @tau_news")));
    assertThat(house.world().messages(OWNER).subList(before, before + 3))
        .extracting(SandboxMessage::text)
        .startsWith(what + "\n\n" + then, end)
        .last()
        .asString()
        .startsWith("✅ @tau_news");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyNoticeIsInTheNewsroomsLanguageAndNothingIsLeftOpenInIt(Language language) {
    Article article = inDoubt();
    Delivery part = part();
    Batch batch = new Batch(1, "tau_news", NOW);
    Holder holder = new Holder("almaty-1", 41, NOW);
    List<Event> events =
        List.of(
            notices ->
                notices.failed(
                    article, Reason.of(ReasonCode.NO_SUCH_CHAT, "Bad Request: chat not found")),
            notices -> notices.askEditors(article, part, Reason.of(ReasonCode.NO_LOG_CHAT)),
            notices ->
                notices.notCorrected(
                    article, part, Reason.of(ReasonCode.CANNOT_EDIT, "Bad Request")),
            notices -> notices.gone(article, part),
            notices -> notices.withdrawn(article, List.of()),
            notices -> notices.withdrawn(article, List.of(part)),
            notices -> notices.overdue(batch, List.of(article), Choice.DROP),
            notices -> notices.overdueDecided(batch, Choice.NEWEST, "bot"),
            notices -> notices.backlog("tau_news", 5, NOW),
            notices -> notices.anotherCopy(holder, holder),
            notices -> notices.rival(holder),
            notices ->
                notices.channelPaused(
                    "tau_news", Reason.of(ReasonCode.NOT_IN_CHANNEL, "Forbidden")),
            notices -> notices.channelResumed("tau_news"));
    for (Event event : events) {
      String told = heard(language, event).replaceAll("@tau_news|almaty-1|Telegram|/\\w+", "");
      assertThat(told).doesNotContain("{", "}", "null");
      if (language != Language.EN) {
        assertThat(told).doesNotContainPattern("[A-Za-z]{4,} [A-Za-z]{2,}");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EN, the bot is not in the channel any more",
    "RU, бота в канале больше нет",
    "KK, бот енді арнада жоқ"
  })
  void aReasonIsInTheNewsroomsLanguage(Language language, String reason) {
    Reason telegrams =
        Reason.of(ReasonCode.NOT_IN_CHANNEL, "Forbidden: bot is not a member of the channel chat");

    assertThat(heard(language, notices -> notices.channelPaused("tau_news", telegrams)))
        .contains("@tau_news")
        .contains(": " + reason + "\n\n");
  }

  @Test
  void itIsToldWhichMachinePublishesAndWhichWaits() {
    Holder one = new Holder("almaty-1", 41, NOW);
    Holder two = new Holder("almaty-2", 7, NOW);

    assertThat(heard(Language.EN, notices -> notices.anotherCopy(one, two)))
        .isEqualTo(
            "ℹ️ The bot was started twice. The copy on almaty-1 (process 41) publishes. The copy on"
                + " almaty-2 (process 7) waits and takes over if that one stops.");
    assertThat(heard(Language.RU, notices -> notices.rival(two)))
        .contains("Я работаю на машине almaty-2 (процесс 7).");
  }

  @Test
  void itIsToldWhenTheLastOfALongQueueGoesOut() {
    assertThat(heard(Language.RU, notices -> notices.backlog("tau_news", 62, NOW)))
        .isEqualTo(
            "⏳ В очереди к @tau_news 62 статьи. Они выходят одна за другой, последняя – примерно"
                + " в 15:00.");
  }

  @Test
  void aChannelWithoutRightsIsToldWithWhatToDo() {
    assertThat(
            heard(
                Language.EN,
                notices ->
                    notices.channelPaused(
                        "tau_news", Reason.of(ReasonCode.TELEGRAM_SAYS, "Forbidden: no rights"))))
        .isEqualTo(
            "⚠️ @tau_news is not accepting posts: Forbidden: no rights\n\nMake me an administrator who may"
                + " post; I will then carry on by myself. The articles wait and nothing is lost.");
  }

  @Test
  void aDoubtIsPutAsAQuestionThatAButtonAnswers() {
    Article article = inDoubt();
    Delivery part = part();

    assertThat(
            heard(
                Language.EN,
                notices -> notices.askEditors(article, part, Reason.of(ReasonCode.NO_LOG_CHAT))))
        .isEqualTo(
            "❓ Article No. 1, part 1/1: Жаңа көпір\n\nThe connection broke off, and I cannot tell"
                + " whether this part is in @tau_news. There is no log chat (bot.log-chat) in which the bot"
                + " could look.\n\nPlease look there and press:"
                + " is it there, or shall I send it? You may also write /there_1 or /again_1.");
    assertThat(buttons()).containsExactly("https://t.me/tau_news/8", "there 1", "again 1");

    house.press(OWNER, lastMessage(), "again 1");

    assertThat(part().state()).isEqualTo(DeliveryState.PENDING);
    assertThat(buttons()).isEmpty();
  }

  @Test
  void aStrangersPressSettlesNothing() {
    Article article = inDoubt();
    heard(
        Language.EN,
        notices -> notices.askEditors(article, part(), Reason.of(ReasonCode.NO_LOG_CHAT)));

    house.comes(house.world().personPressesIn(OWNER, 77, lastMessage(), "again 1"));
    house.settle();

    assertThat(part().state()).isEqualTo(DeliveryState.UNKNOWN);
  }

  @Test
  void lateArticlesArePutAsAQuestionWithAButtonForEachChoice() {
    QueueDatabase database = house.database();
    Draft draft = Draft.of(Content.builder("Жаңа көпір", "A").build());
    database.articles().add(draft, "test", NOW.minus(Duration.ofHours(3)));
    database.articles().route(database.articles().find(1).orElseThrow(), "tau_news", Language.KK);
    Batch batch = database.overdue().setAside("tau_news", NOW, NOW.plus(Duration.ofHours(1)), NOW);
    List<Article> late = database.overdue().articles(batch.id());

    assertThat(heard(Language.EN, notices -> notices.overdue(batch, late, Choice.ALL)))
        .isEqualTo(
            "⏰ Publishing to @tau_news was interrupted, and 1 article is late. What should happen to"
                + " it?\n\n• Жаңа көпір\n\nIf nobody decides by 16:00, it will be: publish all,"
                + " with time between.");
    assertThat(buttons())
        .containsExactly("overdue 1 all", "overdue 1 newest", "overdue 1 digest", "overdue 1 drop");

    house.press(OWNER, lastMessage(), "overdue 1 drop");

    assertThat(state()).isEqualTo(ArticleState.WITHDRAWN);
    assertThat(house.ask(OWNER, "en", "/overdue 1 all"))
        .isEqualTo("That has already been decided.");
    assertThat(house.ask(OWNER, "en", "/overdue 1 some"))
        .isEqualTo(
            "Write the number of the question and your choice: /overdue 3 all, newest, digest or"
                + " drop.");
  }

  @Test
  void aWithdrawalThatLeavesSomethingIsToldWithLinks() {
    Article article = inDoubt();
    house.database().ledger().sent(part().id(), 8, 8, NOW);
    Delivery part = part();

    assertThat(heard(Language.EN, notices -> notices.withdrawn(article, List.of(part))))
        .isEqualTo(
            "⚠️ Article No. 1 is withdrawn: Жаңа көпір\n\nTelegram does not let me delete these"
                + " posts; they now say that the article was withdrawn. Please delete them"
                + " yourself:\nhttps://t.me/tau_news/8");
  }

  @Test
  void anEditorSaysThatItIsThere() {
    inDoubt();

    assertThat(house.ask(OWNER, "ru", "/there_1"))
        .isEqualTo("Хорошо, статья № 1 считается опубликованной.");

    assertThat(state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(part().message().proven()).isFalse();
    assertThat(house.ask(OWNER, "ru", "/there_1")).isEqualTo("О статье № 1 вопросов нет.");
  }

  @Test
  void aPostThatArrivesInTheDiscussionGroupWasSeen() throws Exception {
    inDoubt();
    String channel = "{\"id\": -100, \"type\": \"channel\", \"username\": \"tau_news\"}";
    String update =
        """
        {"update_id": 900, "message": {"message_id": 3, "date": 1, "is_automatic_forward": true,
          "chat": {"id": -200, "type": "supergroup", "title": "Chat"}, "sender_chat": %s,
          "forward_origin": {"type": "channel", "chat": %s, "message_id": 9, "date": 1},
          "text": "Bridge"}}
        """
            .formatted(channel, channel);

    house.comes(new ObjectMapper().readTree(update));
    house.settle();

    assertThat(part().messageId()).isEqualTo(9L);
    assertThat(house.database().ledger().highestMessageId("tau_news")).isEqualTo(9L);
  }

  @Test
  void anEditorMayNameTheMessage() {
    inDoubt();

    house.ask(OWNER, "en", "/there 1 12");

    assertThat(part().messageId()).isEqualTo(12L);
  }

  @Test
  void anEditorSaysThatItIsNotThere() {
    inDoubt();

    assertThat(house.ask(OWNER, "en", "/again_1"))
        .isEqualTo("Good, this part of article No. 1 goes out now.");

    assertThat(state()).isEqualTo(ArticleState.PUBLISHING);
    assertThat(part().state()).isEqualTo(DeliveryState.PENDING);
  }

  @Test
  void aStrangerSettlesNothing() {
    inDoubt();

    assertThat(house.ask(77, "en", "/again_1"))
        .isEqualTo("I do not know that command. /help shows what I can do.");

    assertThat(part().state()).isEqualTo(DeliveryState.UNKNOWN);
  }

  /** An article whose only part may be in the channel, where message 7 was the last one known. */
  private Article inDoubt() {
    QueueDatabase database = house.database();
    database.articles().add(Draft.of(Content.builder("Жаңа көпір", "A").build()), "test", NOW);
    Article queued = database.articles().find(1).orElseThrow();
    database.articles().route(queued, "tau_news", Language.KK);
    assertThat(database.articles().claim("tau_news", NOW)).isPresent();
    database.ledger().saw("tau_news", 7);
    Delivery part =
        database
            .ledger()
            .plan(
                1,
                "tau_news",
                List.of(new PlannedPart("sendMessage", "{\"text\": \"Bridge\"}")),
                NOW)
            .get(0);
    database.ledger().sending(part.id(), NOW);
    database
        .ledger()
        .unknown(
            part.id(), Reason.of(ReasonCode.NO_CONNECTION, ""), Reason.of(ReasonCode.LOOKING), NOW);
    return database.articles().find(1).orElseThrow();
  }

  private Delivery part() {
    return house.database().ledger().parts(1).get(0);
  }

  private ArticleState state() {
    return house.database().articles().find(1).orElseThrow().state();
  }

  private int lastMessage() {
    List<SandboxMessage> messages = house.world().messages(OWNER);
    return messages.get(messages.size() - 1).id();
  }

  /** What the buttons of the last message say or open. */
  private List<String> labels() {
    List<SandboxMessage> messages = house.world().messages(OWNER);
    List<String> labels = new ArrayList<>();
    messages
        .get(messages.size() - 1)
        .json()
        .at("/reply_markup/inline_keyboard")
        .forEach(row -> row.forEach(button -> labels.add(button.path("text").asText())));
    return labels;
  }

  private List<String> buttons() {
    List<SandboxMessage> messages = house.world().messages(OWNER);
    List<String> found = new ArrayList<>();
    messages
        .get(messages.size() - 1)
        .json()
        .at("/reply_markup/inline_keyboard")
        .forEach(
            row ->
                row.forEach(
                    button ->
                        found.add(
                            button.path("callback_data").asText(button.path("url").asText()))));
    return found;
  }

  private interface Event {
    void happen(Notices notices);
  }

  private String heard(Language language, Event event) {
    int before = house.world().messages(OWNER).size();
    event.happen(house.notices(language));
    await().until(() -> house.world().messages(OWNER).size() == before + 1);
    return house.world().messages(OWNER).get(before).text();
  }
}
