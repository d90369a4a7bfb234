package kz.zharshy.chat;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.health.Health.Trouble;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.store.KeptNotices;
import kz.zharshy.store.Team.Rank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bot has to tell is heard, whatever becomes of the log chat and of those who read. */
final class NoticeDeliveryTest {
  private static final long EDITOR = 77;
  private static final long OTHER_EDITOR = 78;
  private static final long SUPERGROUP = -1_008_888_888_888L;

  @TempDir private Path folder;
  private ChatFixture house;
  private long oldNumber;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
    house.ask(OWNER, "en", "/start");
    oldNumber = house.world().logChatId();
    house.openLogChat();
    await().until(() -> notes().stream().anyMatch(note -> note.contains("Dana")));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoCanBeReachedStandsInHealthByNameAndNumber() {
    assertThat(notes())
        .containsExactly(
            "notices reach: Notices can reach Zharshy log (%d), Dana (%d)"
                .formatted(oldNumber, OWNER));
    assertThat(troubles()).isEmpty();
  }

  @Test
  void aNoticeFollowsALogChatThatBecameASupergroup() {
    house.world().upgradeLogChat(SUPERGROUP);

    tell("one");

    await().until(() -> logChat().contains("one"));
    assertThat(house.database().chatMoves().all()).containsEntry(oldNumber, SUPERGROUP);
    assertThat(heardBy(OWNER)).doesNotContain("one");
    house.restart();
    int refused = house.world().calls("sendMessage").size();
    tell("two");
    await().until(() -> logChat().contains("two"));
    assertThat(house.world().calls("sendMessage")).hasSize(refused + 1);
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void theServiceMessagesOfAMoveTellTheNumberBeforeAnythingIsSent(int which) {
    house.comes(house.world().upgradeLogChat(SUPERGROUP).get(which));
    house.settle();

    assertThat(house.database().chatMoves().all()).containsExactly(entry(oldNumber, SUPERGROUP));
  }

  @Test
  void aGroupIsAnsweredUnderTheNumberThatItHasNow() {
    JsonNode update = house.world().personWritesInLogChat(OWNER, "/latest@herald_bot");
    house.world().upgradeLogChat(SUPERGROUP);
    house.comes(update);
    house.settle();

    assertThat(logChat()).anyMatch(text -> text.startsWith("Nothing has been published"));
  }

  @Test
  void withoutTheLogChatTheOwnersHearAndAreToldWhyOnce() {
    house.world().kickBotFromLogChat();

    tell("one");
    tell("two");

    await().until(() -> heardBy(OWNER).contains("two"));
    await().until(() -> heardBy(OWNER).stream().anyMatch(text -> text.startsWith("⚠️ I cannot")));
    assertThat(heardBy(OWNER)).containsSubsequence("one", "two");
    assertThat(heardBy(OWNER).stream().filter(text -> text.startsWith("⚠️ I cannot write")))
        .hasSize(1);
    assertThat(troubles())
        .singleElement()
        .asString()
        .startsWith("log chat: The log chat " + oldNumber + " cannot be reached: ");

    house.world().restoreBotInLogChat();
    tell("three");
    await().until(() -> logChat().contains("three"));
    await().until(() -> troubles().isEmpty());
  }

  @Test
  void theRemovalFromTheLogChatIsSeenAtOnce() {
    house.comes(house.world().kickBotFromLogChat());

    await().until(() -> !troubles().isEmpty());
    await().until(() -> heardBy(OWNER).stream().anyMatch(text -> text.startsWith("⚠️ I cannot")));
  }

  @Test
  void whereNoOwnerCanBeReachedAnEditorHears() {
    house.world().kickBotFromLogChat();
    house.world().personNeverWrote(OWNER);
    joins(EDITOR);
    joins(OTHER_EDITOR);
    house.world().personBlocksBot(EDITOR);

    tell("one");

    await().until(() -> heardBy(OTHER_EDITOR).contains("one"));
    assertThat(house.world().calls("sendMessage"))
        .filteredOn(call -> call.params().path("text").asText().equals("one"))
        .extracting(call -> call.params().path("chat_id").asLong())
        .containsExactly(oldNumber, OWNER, EDITOR, OTHER_EDITOR);
    assertThat(notes())
        .anyMatch(
            note ->
                note.startsWith(
                    "person %d: Dana (%d) cannot be told anything".formatted(OWNER, OWNER)));
  }

  @Test
  void whatNobodyHearsIsKeptOverARestartAndToldInOrderOnceSomebodyIsBack() {
    house.world().kickBotFromLogChat();
    house.world().personNeverWrote(OWNER);
    tell("one");
    await().until(() -> kept() == 2);
    ask("two?");
    await().until(() -> kept() == 3);
    assertThat(troubles())
        .anyMatch(trouble -> trouble.startsWith("notices: Nobody of the newsroom"));

    house.restart();
    house.delivery().begin();
    assertThat(house.ask(OWNER, "en", "/start")).isNotEmpty();

    await().until(() -> heardBy(OWNER).contains("two?"));
    assertThat(heardBy(OWNER)).containsSubsequence("one", "two?");
    await().until(() -> kept() == 0);
    assertThat(buttonsOf("two?")).containsExactly("there 1");
    await().until(() -> troubles().stream().noneMatch(it -> it.startsWith("notices:")));
  }

  @Test
  void aNoticeAboutTheDatabaseNeedsNoDatabase() {
    Object unused = house.world().kickBotFromLogChat();
    house.database().abandon();

    house.notices(Language.EN).databaseTrouble(Reason.of(ReasonCode.DATABASE_MOVED, "a.db"));

    await()
        .until(() -> heardBy(OWNER).stream().anyMatch(text -> text.startsWith("⚠️ Cannot write")));
  }

  @Test
  void noMoreNoticesAreKeptThanTheNewestFewHundred() {
    for (int i = 1; i <= KeptNotices.MOST + 5; i++) {
      house.database().keptNotices().keep(false, "notice " + i, NOW);
    }

    assertThat(house.database().keptNotices().all())
        .hasSize(KeptNotices.MOST)
        .extracting(KeptNotices.Kept::message)
        .startsWith("notice 6");
  }

  @Test
  void aQuestionGoesToTheOwnersAndElseToTheLogChat() {
    ask("one?");
    await().until(() -> heardBy(OWNER).contains("one?"));
    assertThat(logChat()).doesNotContain("one?");

    house.world().personBlocksBot(OWNER);
    ask("two?");
    await().until(() -> logChat().contains("two?"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theNewNumberIsToldInTheNewsroomsLanguage(Language language) {
    house.notices(language).logChatMoved(oldNumber, SUPERGROUP);

    await().until(() -> logChat().stream().anyMatch(text -> text.contains("bot.log-chat")));
    assertThat(logChat())
        .anyMatch(
            text -> text.contains(Long.toString(oldNumber)) && text.contains(SUPERGROUP + ""));
  }

  private void tell(String text) {
    house.delivery().tell(text, Buttons.none());
  }

  private void ask(String text) {
    house.delivery().ask(text, Buttons.none().row(Buttons.Button.says("There", "there 1")));
  }

  private void joins(long person) {
    house.ask(person, "en", "/start");
    house.database().team().invite("secret" + person, Rank.EDITOR, OWNER, NOW.plusSeconds(60));
    house.database().team().join("secret" + person, person, "Editor", NOW);
  }

  private List<String> logChat() {
    return heardBy(house.world().logChatId());
  }

  private List<String> heardBy(long chat) {
    return house.world().messages(chat).stream().map(SandboxMessage::text).toList();
  }

  private List<String> buttonsOf(String text) {
    return house.world().messages(OWNER).stream()
        .filter(message -> message.text().equals(text))
        .map(
            message ->
                message.json().at("/reply_markup/inline_keyboard/0/0/callback_data").asText())
        .toList();
  }

  private int kept() {
    return house.database().keptNotices().all().size();
  }

  private List<String> notes() {
    return lines(house.health().notes());
  }

  private List<String> troubles() {
    return lines(house.health().troubles());
  }

  private static List<String> lines(List<Trouble> troubles) {
    return troubles.stream().map(it -> it.about() + ": " + words(it.reason())).toList();
  }

  private static String words(Reason reason) {
    return ReasonText.forLog(reason);
  }
}
