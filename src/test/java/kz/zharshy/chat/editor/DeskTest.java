package kz.zharshy.chat.editor;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger;
import kz.zharshy.store.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeskTest {
  private static final long EDITOR = 2_000_002;
  private static final long AUTHOR = 3_000_003;

  @TempDir Path folder;
  private ChatFixture house;
  private int posts;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    join("e", EDITOR, "Aigerim", Team.Rank.EDITOR);
    join("a", AUTHOR, "Dauren", Team.Rank.AUTHOR);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void join(String secret, long id, String name, Team.Rank rank) {
    house.database().team().invite(secret, rank, OWNER, NOW.plusSeconds(60));
    assertThat(house.database().team().join(secret, id, name, NOW)).contains(rank);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | No. 1 · draft | @tau_news · Russian · 1 message | ✅ Publish now
          ru | № 1 · черновик | @tau_news · на русском · 1 сообщение | ✅ Выпустить сейчас
          kk | № 1 · қаралма | @tau_news · орысша · 1 хабарлама | ✅ Қазір шығару
          """)
  void wordsBecomeACardInTheEditorsLanguage(
      String language, String head, String summary, String button) {
    String card =
        house.ask(EDITOR, language, "Новый мост открыт\n\nДвижение начнётся в понедельник.");

    assertThat(card).startsWith(head + "\n*Новый мост открыт*\n" + summary + "\n");
    assertThat(buttons(last(EDITOR)).get(0)).isEqualTo(button + "=card 1 now");
    assertThat(article(1).state()).isEqualTo(ArticleState.DRAFT);
  }

  @Test
  void onePressPublishesAForwardedPostWithItsPictureAfterTheUndoWindow() {
    ObjectNode update =
        photo(house.message(EDITOR, "Көпір ашылды\n\nҚозғалыс басталды."), "photo-1");
    ((ObjectNode) update.get("message"))
        .putObject("forward_origin")
        .put("type", "hidden_user")
        .put("date", 1)
        .put("sender_user_name", "Someone");
    house.answerTo(update, EDITOR);

    house.press(EDITOR, last(EDITOR).id(), "card 1 now");

    Article article = article(1);
    assertThat(article.state()).isEqualTo(ArticleState.QUEUED);
    assertThat(article.plan().publishAt()).isEqualTo(NOW.plusSeconds(10));
    assertThat(article.content().media()).containsExactly(Media.photo("telegram:photo-1", null));
    assertThat(buttons(last(EDITOR))).containsExactly("↩️ Undo=card 1 undo draft");

    house.press(EDITOR, last(EDITOR).id(), "card 1 undo draft");
    assertThat(article(1).state()).isEqualTo(ArticleState.DRAFT);
  }

  @Test
  void aLinkBecomesTheCardOfItsPage() {
    house.page("https://example.com/a", "# Bridge opened\n\nTraffic starts on Monday.");

    assertThat(house.ask(EDITOR, "en", "https://example.com/a"))
        .startsWith("No. 1 · draft\n*Bridge opened*\n");
    assertThat(house.ask(EDITOR, "en", "https://example.com/b"))
        .isEqualTo(
            "No article could be made of this page: https://example.com/b answers 404. Check the"
                + " address in a browser.");
  }

  @Test
  void thePicturesOfAnAlbumComeTogetherInOneArticle() {
    ObjectNode first = photo(house.message(EDITOR, "Мереке өтті\n\nСуреттер."), "one");
    ((ObjectNode) first.get("message")).put("media_group_id", "77");
    house.answerTo(first, EDITOR);
    ObjectNode second = photo(house.message(EDITOR, "x"), "two");
    ((ObjectNode) second.get("message")).put("media_group_id", "77").remove("caption");
    house.comes(second);
    house.settle();

    assertThat(article(1).content().media())
        .extracting(Media::location)
        .containsExactly("telegram:one", "telegram:two");
    assertThat(article(1).content().title()).isEqualTo("Мереке өтті");
  }

  @Test
  void aTimeIsWrittenOrPickedAndWhatIsPastIsAskedBack() {
    house.ask(EDITOR, "en", "Headline\n\nText.");
    house.press(EDITOR, last(EDITOR).id(), "card 1 time");
    assertThat(last(EDITOR).text())
        .isEqualTo(
            "When should No. 1 go out? Choose a day, or write a time: 18:30, tomorrow 9, fri 18:00,"
                + " +2h");
    assertThat(buttons(last(EDITOR)))
        .contains("in an hour=card 1 at +1h", "30=card 1 day 2026-11-30")
        .doesNotContain("21=card 1 day 2026-11-21");

    assertThat(house.ask(EDITOR, "en", "9:00"))
        .isEqualTo(
            "That time has passed. Do you mean tomorrow, 09:00? Write it once more, with the day.");
    house.restartNow();
    assertThat(house.ask(EDITOR, "en", "tomorrow 9"))
        .startsWith(
            "No. 1 · in the queue\n*Headline*\n@tau_news · English · 1 message\n🕐 Goes out tomorrow, 09:00");
    assertThat(article(1).plan().publishAt()).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
  }

  @Test
  void theSecondEditorHearsWhatTheFirstDid() {
    house.ask(EDITOR, "en", "Headline\n\nText.");
    house.ask(OWNER, "en", "/card 1");
    house.press(EDITOR, last(EDITOR).id(), "card 1 drop");

    int told = house.answers(OWNER).size();
    house.press(OWNER, last(OWNER).id(), "card 1 now");

    assertThat(article(1).state()).isEqualTo(ArticleState.WITHDRAWN);
    assertThat(house.answers(OWNER)).hasSize(told);
    assertThat(last(OWNER).text()).startsWith("No. 1 · withdrawn\n");
    assertThat(house.world().calls("answerCallbackQuery"))
        .last()
        .satisfies(
            call ->
                assertThat(call.toString())
                    .contains("No. 1 has changed in the meantime: withdrawn (Aigerim, "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/correct 1 мсот → мост",
        "/correct_1 мсот -> мост",
        "/correct 1 «мсот» => «мост»",
        "/correct 1 Новый мсот —> Новый мост",
        "мсот → мост"
      })
  void aTypingErrorOfTheHeadlineIsMendedByOneMessageAndCanBeTakenBack(String words) {
    house.ask(EDITOR, "ru", "/post Новый мсот открыт\nТекст.");

    assertThat(house.ask(EDITOR, "ru", words))
        .isEqualTo("✅ № 1 исправлена.\n\n− Новый мсот открыт\n+ Новый мост открыт");
    assertThat(article(1).content().title()).isEqualTo("Новый мост открыт");
    assertThat(house.database().audit().latest(1).get(0).deed()).startsWith("/correct 1 ");

    String back = data(last(EDITOR), "↩️ Отменить");
    house.press(EDITOR, last(EDITOR).id(), back);
    assertThat(last(EDITOR).text()).isEqualTo("↩️ № 1 снова такая, как была.");
    assertThat(article(1).content().title()).isEqualTo("Новый мсот открыт");
    house.press(EDITOR, last(EDITOR).id(), back);
    assertThat(last(EDITOR).text()).isEqualTo("С этой правкой № 1 уже разобрались.");
  }

  @Test
  void anAnswerToTheCardCorrectsItsArticleAndOtherWordsAreAskedAbout() {
    house.ask(EDITOR, "en", "Bridge opened\n\nIt cost 5 million.");
    int card = last(EDITOR).id();

    assertThat(
            house.answerTo(
                house.world().personReplies(EDITOR, "en", card, "5 million → 6 million"), EDITOR))
        .isEqualTo("Correct No. 1 like this?\n\n− It cost 5 million.\n+ It cost 6 million.");
    int asked = last(EDITOR).id();
    house.press(EDITOR, asked, "correct 1 yes");
    assertThat(article(1).content().body()).isEqualTo("It cost 6 million.");

    house.press(EDITOR, asked, "correct 1 yes");
    assertThat(house.answers(EDITOR)).contains("This correction of No. 1 was already handled.");
  }

  @Test
  void whoGoesOnWithSomethingElseIsNotTakenAtTheOldQuestion() {
    house.ask(EDITOR, "en", "First\n\nText.");
    house.press(EDITOR, last(EDITOR).id(), "card 1 edit");
    house.ask(EDITOR, "en", "/card 1 keep");

    assertThat(house.ask(EDITOR, "en", "Second\n\nText.")).startsWith("No. 2 · draft\n*Second*");
    assertThat(article(1).content().title()).isEqualTo("First");
  }

  @Test
  void whoLetAnArticleGoOutHearsThatItIsOut() {
    house.ask(EDITOR, "en", "Bridge opened\n\nText.");
    house.ask(EDITOR, "en", "/card 1 turn");
    ArticleQueue queue = house.database().articles();
    queue.route(article(1), "tau_news", Language.EN);
    Article claimed = queue.claim("tau_news", NOW).orElseThrow();
    Ledger ledger = house.database().ledger();
    List<Delivery.PlannedPart> parts = List.of(new Delivery.PlannedPart("sendMessage", "{}"));
    Delivery part = ledger.plan(1, "tau_news", parts, NOW).get(0);
    int told = house.answers(EDITOR).size();

    house.receipts().published(claimed, part, 77);
    await().until(() -> house.answers(EDITOR).size() > told);

    assertThat(last(EDITOR).text()).isEqualTo("✅ No. 1 is out: Bridge opened");
    assertThat(buttons(last(EDITOR)))
        .containsExactly(
            "🔗 Open=",
            "✏️ Edit=card 1 edit",
            "🗑 Withdraw=card 1 withdraw",
            "📌 Pin=card 1 pin",
            "🔁 Repeat tomorrow=card 1 again");
  }

  @Test
  void whatIsRepeatedStaysAmongItsVersions() {
    long first = publish("Көпір ашылды", Language.KK, null);
    long version = publish("Мост открыт", Language.RU, first);
    long alone = publish("Снег", Language.RU, null);
    for (long id : List.of(first, version, alone)) {
      String unused = house.ask(OWNER, "en", "/card " + id + " again");
    }

    assertThat(article(4).plan().translationOf()).isEqualTo(first);
    assertThat(article(5).plan().translationOf()).isEqualTo(first);
    assertThat(article(6).plan().translationOf()).isNull();
  }

  private long publish(String title, Language language, @Nullable Long original) {
    Content content = Content.builder(title, "…").language(language).build();
    Plan plan = Plan.atOnce().withTranslationOf(original);
    return house.publish(Draft.of(content).withPlan(plan), ++posts, NOW);
  }

  @Test
  void thePreviewIsTheCallsOfThePublicationWithTheEditorsChat() {
    house.ask(EDITOR, "en", "Bridge opened\n\n" + "A long day in the city. ".repeat(400));
    int before = house.world().calls("sendMessage").size();

    house.ask(EDITOR, "en", "/card 1 preview");
    house.settle();

    List<String> sent =
        house.world().calls("sendMessage").stream()
            .skip(before)
            .map(call -> call.params().get("text").textValue())
            .toList();
    assertThat(sent).hasSize(4);
    assertThat(sent.get(0)).startsWith("Bridge opened\n\nA long day").endsWith("1/3");
    assertThat(sent.get(3)).startsWith("👆 This is how No. 1 will look in @tau_news.");
  }

  @Test
  void anAuthorsDraftGoesToTheEditorsAndComesBackWithAComment() {
    house.ask(AUTHOR, "en", "My story\n\nText.");
    assertThat(buttons(last(AUTHOR)))
        .containsExactly(
            "📨 To the editors=card 1 ask",
            "✏️ Edit=card 1 edit",
            "👁 Preview=card 1 preview",
            "🗑 Drop=card 1 drop");
    house.ask(EDITOR, "en", "/status");
    house.ask(OWNER, "en", "/status");
    house.press(AUTHOR, last(AUTHOR).id(), "card 1 ask");
    assertThat(article(1).state()).isEqualTo(ArticleState.REVIEW);
    assertThat(house.answers(EDITOR))
        .last()
        .asString()
        .startsWith("No. 1 · waits for approval\n*My story*");

    house.ask(EDITOR, "en", "/card 1 changes Name the bridge, please.");
    house.settle();
    assertThat(house.answers(AUTHOR))
        .contains(
            "✍️ Please change No. 1 (“My story”): Name the bridge, please.\n\nOpen it: /card_1");
    assertThat(article(1).state()).isEqualTo(ArticleState.DRAFT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now", "at 18:30", "turn", "approve", "hold", "withdraw", "withdrawnow", "up"})
  void anAuthorDecidesNothing(String action) {
    house.ask(AUTHOR, "en", "My story\n\nText.");
    int told = house.answers(AUTHOR).size();

    house.press(AUTHOR, last(AUTHOR).id(), "card 1 " + action);

    assertThat(article(1).state()).isEqualTo(ArticleState.DRAFT);
    assertThat(house.answers(AUTHOR)).hasSize(told);
    assertThat(house.database().audit().latest(1).get(0).done()).isFalse();
    assertThat(house.database().audit().latest(1).get(0).deed()).isEqualTo("/card 1 " + action);
  }

  @Test
  void aRoleThatIsTakenAwayCountsAtOnceAlsoForOldButtonsAndOpenQuestions() {
    house.ask(EDITOR, "en", "Headline\n\nText.");
    int card = last(EDITOR).id();
    house.press(EDITOR, card, "card 1 time");
    house.ask(OWNER, "en", "/team " + EDITOR + " out");

    house.press(EDITOR, card, "card 1 now");
    house.ask(EDITOR, "en", "18:30");

    assertThat(article(1).state()).isEqualTo(ArticleState.DRAFT);
  }

  @Test
  void anInvitationWorksOnceAndOnlyUntilItExpires() {
    String told = house.ask(OWNER, "en", "/team invite author");
    String secret = told.substring(told.indexOf("start=") + "start=".length());

    assertThat(house.ask(READER, "en", "/start " + secret))
        .startsWith("Welcome! You are an author");
    assertThat(house.ask(43, "en", "/start " + secret))
        .isEqualTo("This invitation is no longer valid. Please ask for a new one.");
    assertThat(house.database().team().rank(READER)).contains(Team.Rank.AUTHOR);
    assertThat(house.database().team().rank(43)).isEmpty();
  }

  @Test
  void aPausedChannelSaysSo() {
    house.ask(EDITOR, "en", "/pause");
    assertThat(house.ask(EDITOR, "en", "/status"))
        .startsWith("@tau_news: paused, 0 wait, 0 messages in the last hour\n");
    assertThat(house.ask(EDITOR, "en", "/resume")).isEqualTo("▶️ @tau_news is publishing again.");
  }

  @Test
  void slotsAreChangedInTheChat() {
    assertThat(house.ask(EDITOR, "en", "/slots @tau_news daily 2:00; quiet 23:00-7:00"))
        .isEqualTo("That does not work: The slot 02:00 lies in the quiet hours 23:00-07:00.");
    assertThat(house.ask(EDITOR, "en", "/slots @tau_news sat 9:00; spacing 10"))
        .startsWith("@tau_news: sat 09:00; spacing 10\n");
    house.ask(EDITOR, "en", "Headline\n\nText.");
    house.ask(EDITOR, "en", "/card 1 turn");
    assertThat(last(EDITOR).text()).contains("🕐 Goes out 28 November 2026, 09:00");
  }

  private Article article(long id) {
    return house.database().articles().find(id).orElseThrow();
  }

  private SandboxMessage last(long chat) {
    List<SandboxMessage> all =
        house.world().messages(chat).stream()
            .filter(message -> message.json().path("from").path("is_bot").booleanValue())
            .toList();
    return all.get(all.size() - 1);
  }

  private static List<String> buttons(SandboxMessage message) {
    return message.json().path("reply_markup").path("inline_keyboard").findValues("text").stream()
        .map(JsonNode::textValue)
        .map(
            text ->
                text
                    + "="
                    + message
                        .json()
                        .path("reply_markup")
                        .path("inline_keyboard")
                        .findParents("text")
                        .stream()
                        .filter(button -> button.path("text").asText().equals(text))
                        .findFirst()
                        .map(button -> button.path("callback_data").asText().replaceAll(" ~.*", ""))
                        .orElse(""))
        .toList();
  }

  private static String data(SandboxMessage message, String label) {
    return message.json().path("reply_markup").findParents("text").stream()
        .filter(button -> button.path("text").asText().equals(label))
        .findFirst()
        .map(button -> button.path("callback_data").asText())
        .orElseThrow(() -> new AssertionError(buttons(message)));
  }

  private static ObjectNode photo(ObjectNode update, String fileId) {
    ObjectNode message = (ObjectNode) update.get("message");
    message.set("caption", message.remove("text"));
    ObjectNode size = message.putArray("photo").addObject();
    size.put("file_id", fileId).put("file_unique_id", fileId).put("width", 800).put("height", 600);
    return update;
  }
}
