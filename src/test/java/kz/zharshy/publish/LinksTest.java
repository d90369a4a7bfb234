package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.ReasonText;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Length;
import kz.zharshy.post.PostOptions;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The links between posts: to other versions of the article, and to the news of its story. */
final class LinksTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String LONG = "A sentence of the story, told at length. ";
  private static final String HOME = "https://t.me/zharshy_sandbox/";

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(PublishFixture.Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void eachVersionHasButtonsToTheOthersAlsoWhereItWasOutBefore() throws Exception {
    long kazakh = add(version("Алматыда қар", Language.KK, null));
    run();
    add(version("Снег в Алматы", Language.RU, kazakh));
    add(version("Snow in Almaty", Language.EN, kazakh));
    run();

    assertThat(buttons(1)).containsExactly("Русский 2", "English 3");
    assertThat(buttons(2)).containsExactly("Қазақша 1", "English 3");
    assertThat(buttons(3)).containsExactly("Қазақша 1", "Русский 2");
    assertThat(room.heard).containsExactly("published 1", "published 2", "published 3");
    assertThat(post(1).isEdited()).isFalse();
    assertThat(room.telegram().calls("editMessageText")).isEmpty();
    assertThat(events(1)).endsWith("linked part 1 of 1: message 1 of zharshy_sandbox");
  }

  @Test
  void whoIsSaidToBeWhoseTranslationDoesNotMatter() throws Exception {
    add(version("Алматыда қар", Language.KK, 3L)); // of a number that comes later: a circle
    add(version("Снег в Алматы", Language.RU, 1L));
    add(version("Snow in Almaty", Language.EN, 2L));
    add(version("Alone", Language.EN, 4L)); // of itself
    add(version("Lonely", Language.EN, 4711L)); // of none
    run();

    assertThat(buttons(1)).containsExactly("Русский 2", "English 3");
    assertThat(buttons(2)).containsExactly("Қазақша 1", "English 3");
    assertThat(buttons(3)).containsExactly("Қазақша 1", "Русский 2");
    assertThat(buttons(4)).isEmpty();
    assertThat(buttons(5)).isEmpty();
  }

  @Test
  void ofTwoInOneLanguageTheNewerIsShown() throws Exception {
    add(version("Алматыда қар", Language.KK, null));
    add(version("Снег в Алматы", Language.RU, 1L));
    add(version("Снег в Алматы, дополнено", Language.RU, 1L));
    run();

    assertThat(buttons(1)).containsExactly("Русский 3");
    assertThat(buttons(2)).containsExactly("Қазақша 1");
    assertThat(buttons(3)).containsExactly("Қазақша 1");
  }

  @Test
  void aVersionThatIsWithdrawnOrDeletedTakesItsButtonsAlong() throws Exception {
    add(version("Алматыда қар", Language.KK, null));
    add(version("Снег в Алматы", Language.RU, 1L));
    run();

    sql("UPDATE article SET state = 'withdrawn' WHERE id = 2");
    run();
    assertThat(buttons(1)).isEmpty();
    add(version("Снег в Алматы", Language.RU, 1L));
    run();
    assertThat(buttons(1)).containsExactly("Русский 3");
    sql("DELETE FROM article WHERE id = 3");
    run();

    assertThat(buttons(1)).isEmpty();
  }

  @Test
  void anArticleMayBeJoinedOrPartedLater() throws Exception {
    add(version("Алматыда қар", Language.KK, null));
    add(version("Снег в Алматы", Language.RU, null));
    run();
    assertThat(buttons(1)).isEmpty();

    sql("UPDATE article SET translation_of = 1 WHERE id = 2");
    run();
    assertThat(buttons(1)).containsExactly("Русский 2");
    assertThat(buttons(2)).containsExactly("Қазақша 1");
    sql("UPDATE article SET translation_of = NULL WHERE id = 2");
    run();

    assertThat(buttons(1)).isEmpty();
    assertThat(buttons(2)).isEmpty();
  }

  @Test
  void aCorrectionKeepsTheButtons() throws Exception {
    add(version("Алматыда қар", Language.KK, null));
    add(version("Snow in Almaty", Language.EN, 1L));
    run();

    sql("UPDATE article SET body = 'Two schools.' WHERE id = 2");
    run();

    assertThat(post(2).text()).startsWith("Snow in Almaty\n\nTwo schools.");
    assertThat(buttons(2)).containsExactly("Қазақша 1");
    assertThat(room.heard).endsWith("corrected 2");
  }

  @Test
  void whatAPersonHasPutRightByHandStaysWhereButtonsCome() throws Exception {
    add(version("Snow in Almaty", Language.EN, null));
    run();
    room.telegram().personEditsPost(1, "Snow in Almaty, at last");

    add(version("Снег в Алматы", Language.RU, 1L));
    run();

    assertThat(post(1).text()).isEqualTo("Snow in Almaty, at last");
    assertThat(buttons(1)).containsExactly("Русский 2");
  }

  @Test
  void buttonsStandBelowTheLastPart() throws Exception {
    add(draft(Content.builder("Long", LONG.repeat(150)).language(Language.EN).build(), null, null));
    add(version("Снег в Алматы", Language.RU, 1L));
    run();

    assertThat(room.telegram().posts()).hasSize(3);
    assertThat(buttons(1)).isEmpty();
    assertThat(buttons(2)).containsExactly("Русский 3");
    assertThat(buttons(3)).containsExactly("English 1");
  }

  @Test
  void anAlbumHasALineOfLinksInTheirPlace() throws Exception {
    add(pictured("Snow in Almaty", null, "a.jpg", "b.jpg"));
    run();
    add(version("Снег в Алматы", Language.RU, 1L));
    run();

    assertThat(post(1).text()).isEqualTo("Snow in Almaty\n\nText.\n\nРусский\n\nSubscribe!");
    assertThat(links(1)).containsExactly("Русский " + HOME + 3);
    assertThat(buttons(1)).isEmpty();
    assertThat(room.telegram().calls("editMessageCaption")).hasSize(1);
    assertThat(room.telegram().calls("editMessageMedia")).isEmpty();
  }

  @Test
  void aChannelMayHaveLinksInTheText() throws Exception {
    reopen(style -> style.withHabits(PostOptions.USUAL.withSiblings(PostOptions.Siblings.LINKS)));
    add(version("Snow in Almaty", Language.EN, null));
    add(version("Снег в Алматы", Language.RU, 1L));
    add(version("Алматыда қар", Language.KK, 1L));
    run();

    assertThat(post(1).text())
        .isEqualTo("Snow in Almaty\n\nText.\n\nҚазақша · Русский\n\nSubscribe!");
    assertThat(links(1)).containsExactly("Қазақша " + HOME + 3, "Русский " + HOME + 2);
    assertThat(buttons(1)).isEmpty();
  }

  @Test
  void aChannelMayHaveNone() throws Exception {
    reopen(style -> style.withHabits(PostOptions.USUAL.withSiblings(PostOptions.Siblings.NONE)));
    add(version("Snow in Almaty", Language.EN, null));
    add(version("Снег в Алматы", Language.RU, 1L));
    run();

    assertThat(post(1).text()).isEqualTo("Snow in Almaty\n\nText.\n\nSubscribe!");
    assertThat(buttons(1)).isEmpty();
    assertThat(room.telegram().calls()).hasSize(2);
  }

  @Test
  void aCaptionWithoutRoomForLinksStaysAsItIs() throws Exception {
    String body = LONG.repeat(25).substring(0, 999) + ".";
    add(
        draft(
            Content.builder("Snow", body)
                .language(Language.EN)
                .media(List.of(picture("a.jpg"), picture("b.jpg")))
                .build(),
            "snow",
            null));
    run();
    int calls = room.telegram().calls().size();
    add(draft(Content.builder("More", "Text.").language(Language.EN).build(), "snow", null));
    add(version("Снег", Language.RU, 1L));
    run();

    assertThat(post(1).text()).hasSizeLessThanOrEqualTo(1024).doesNotContain("Update");
    assertThat(room.telegram().calls()).hasSize(calls + 2);
    assertThat(events(1))
        .contains(
            "links no room for the links to the updates",
            "links no room for the links to the other versions");
  }

  @Test
  void newsOfAStoryAnswerItsFirstPostWhichLeadsToThem() throws Exception {
    add(ofStory("Snow in Almaty"));
    run();
    room.run(Duration.ofMinutes(19));
    add(ofStory("Schools are closed"));
    run();
    room.run(Duration.ofDays(1));
    add(ofStory("Schools are open"));
    run();

    assertThat(answers(1)).isZero();
    assertThat(answers(2)).isEqualTo(1);
    assertThat(answers(3)).isEqualTo(1);
    assertThat(post(1).text())
        .isEqualTo(
            "Snow in Almaty\n\nText.\n\nUpdate 23 November 2026, 15:21\nUpdate 15:20\n\nSubscribe!");
    assertThat(links(1))
        .containsExactly("Update 23 November 2026, 15:21 " + HOME + 3, "Update 15:20 " + HOME + 2);
    assertThat(links(2)).isEmpty();
  }

  @Test
  void anUpdateIsToldInTheLanguageOfTheFirstPost() throws Exception {
    add(draft(Content.builder("Снег", "Текст.").language(Language.RU).build(), "snow", null));
    add(draft(Content.builder("Қар", "Мәтін.").language(Language.KK).build(), "snow", null));
    run();

    assertThat(post(1).text()).matches("(?s)Снег\n\nТекст\\.\n\nОбновление \\d\\d:\\d\\d\n\n.*");
  }

  @Test
  void ofManyUpdatesTheNewestFiveAreShown() throws Exception {
    for (int i = 0; i < 51; i++) {
      add(ofStory("Snow " + i));
    }
    room.run(Duration.ofMinutes(20));

    assertThat(room.telegram().posts()).hasSize(51);
    assertThat(links(1))
        .extracting(link -> link.substring(link.lastIndexOf('/') + 1))
        .containsExactly("51", "50", "49", "48", "47");
    assertThat(IntStream.rangeClosed(2, 51).map(this::answers)).containsOnly(1);
    assertThat(room.heard).filteredOn(line -> line.startsWith("corrected")).isEmpty();
    // Behind the posts: one edit at most for each five of them.
    assertThat(room.telegram().calls("editMessageText")).hasSizeLessThan(14);
  }

  @Test
  void aWithdrawnUpdateLosesItsLineAndAWithdrawnFirstPostItsPlace() throws Exception {
    add(ofStory("Snow"));
    add(ofStory("More snow"));
    add(ofStory("Still more snow"));
    run();

    sql("UPDATE article SET state = 'withdrawn' WHERE id = 3");
    run();
    assertThat(links(1)).hasSize(1).first().asString().endsWith(HOME + 2);
    add(ofStory("No end of snow"));
    run();
    sql("UPDATE article SET state = 'withdrawn' WHERE id = 1");
    run();

    assertThat(links(2)).hasSize(1).first().asString().endsWith(HOME + 4);
    assertThat(links(4)).isEmpty();
  }

  @Test
  void aFirstPostThatAPersonDeletedCostsNoUpdate() throws Exception {
    add(ofStory("Snow"));
    run();
    room.telegram().personDeletesPost(1);

    add(ofStory("More snow"));
    run();

    assertThat(room.posted()).containsExactly("More snow");
    assertThat(room.article(2).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).containsExactly("published 1", "published 2", "gone 1/1");
    add(ofStory("Still more snow"));
    run();
    assertThat(answers(3)).isEqualTo(2);
    assertThat(links(2)).hasSize(1);
  }

  @Test
  void anArticleThatLeavesItsStoryLosesItsLine() throws Exception {
    add(ofStory("Snow"));
    add(ofStory("More snow"));
    run();
    assertThat(links(1)).hasSize(1);

    sql("UPDATE article SET story = NULL WHERE id = 2");
    run();

    assertThat(links(1)).isEmpty();
    assertThat(post(1).text()).isEqualTo("Snow\n\nText.\n\nSubscribe!");
  }

  @Test
  void aRowThatIsReplacedLeavesItsStoryToo() throws Exception {
    add(ofStory("Snow"));
    add(ofStory("More snow").withExternalId("b"));
    run();
    assertThat(links(1)).hasSize(1);

    sql("REPLACE INTO article (external_id, title, body) VALUES ('b', 'More snow', 'Text.')");
    run();

    assertThat(links(1)).isEmpty();
  }

  @Test
  void theLinesStandInTheFirstOfSeveralParts() throws Exception {
    add(
        draft(
            Content.builder("Long", LONG.repeat(150)).language(Language.EN).build(), "snow", null));
    run();
    String second = post(2).text();
    add(ofStory("More snow"));
    run();

    assertThat(post(1).text()).matches("(?s).*\n\nUpdate \\d\\d:\\d\\d\n\n1/2");
    assertThat(post(2).text()).isEqualTo(second);
    assertThat(post(2).isEdited()).isFalse();
    sql("UPDATE article SET title = 'Longer' WHERE id = 1");
    run();
    assertThat(post(1).text()).matches("(?s)Longer\n\n.*\n\nUpdate \\d\\d:\\d\\d\n\n1/2");
  }

  @Test
  void aQuoteKeepsItsLengthAndGainsTheLine() throws Exception {
    reopen(style -> style.withLength(Length.QUOTE));
    add(draft(Content.builder("Snow", (LONG.repeat(9) + "\n\n").repeat(10)).build(), "snow", null));
    add(ofStory("More snow"));
    run();

    assertThat(post(1).text()).contains("Update ");
    assertThat(post(1).json().path("entities").findValuesAsText("type"))
        .contains("expandable_blockquote", "text_link");
  }

  @Test
  void aRichMessageGainsAParagraph() throws Exception {
    reopen(style -> style.withLength(Length.RICH));
    add(draft(Content.builder("Snow", LONG.repeat(150)).build(), "snow", null));
    add(ofStory("More snow"));
    add(version("Снег", Language.RU, 1L));
    run();

    assertThat(room.telegram().calls("sendRichMessage")).hasSize(1);
    assertThat(post(1).json().path("rich_message").toString()).contains("Update ", HOME + 2);
    assertThat(buttons(1)).containsExactly("Русский 3");
  }

  @Test
  void anUpdateOfAPictureThatIsRefusedStillAnswersTheFirstPost() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: failed to get HTTP URL content").on("sendPhoto"));
    add(ofStory("Snow"));
    add(pictured("More snow", "snow", "a.jpg"));
    run();

    assertThat(post(2).json().has("photo")).isFalse();
    assertThat(answers(2)).isEqualTo(1);
  }

  @Test
  void anEditWhoseAnswerIsLostOrThatIsFloodedIsRepeated() throws Exception {
    add(ofStory("Snow"));
    run();
    room.telegram().onCall(Fault.loseAnswer().on("editMessageText"));
    room.telegram().onCall(Fault.flood(20).on("editMessageText"));
    add(ofStory("More snow"));
    run();

    assertThat(links(1)).hasSize(1);
    assertThat(room.telegram().calls("sendMessage")).hasSize(2);
    assertThat(events(1)).endsWith("linked part 1 of 1: message 1 of zharshy_sandbox");
  }

  @Test
  void aBotThatDiesAnywhereInBetweenSetsTheLinksRightAfterwards() throws Exception {
    add(ofStory("Snow"));
    run();
    add(ofStory("More snow"));
    add(version("Снег", Language.RU, 1L));
    for (int step = 0; step < 12; step++) {
      room.run(Duration.ofMillis(400));
      room = room.again(PublishFixture.Setting.in(folder));
    }
    run();

    assertThat(room.posted()).containsExactly("Snow", "More snow", "Снег");
    assertThat(links(1)).hasSize(1);
    assertThat(buttons(1)).containsExactly("Русский 3");
    assertThat(buttons(3)).containsExactly("English 1");
  }

  @Test
  void aRefusedEditCostsNothingButItself() throws Exception {
    add(ofStory("Snow"));
    run();
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message can't be edited").on("editMessageText"));
    add(ofStory("More snow"));
    run();

    assertThat(room.heard).containsExactly("published 1", "published 2");
    assertThat(events(1)).endsWith("not linked part 1 of 1: Bad Request: message can't be edited");
  }

  private void reopen(java.util.function.UnaryOperator<ChannelStyle> change) throws Exception {
    room.close();
    room =
        PublishFixture.open(
            PublishFixture.Setting.in(folder.resolve("b"))
                .with(
                    new PublishFixture.Between() {
                      @Override
                      public ChannelStyle style(ChannelStyle usual) {
                        return change.apply(usual);
                      }
                    }));
  }

  private long add(Draft draft) {
    return room.database.articles().add(draft, "test", room.now()).article().id();
  }

  private void run() throws InterruptedException {
    room.run(A_MINUTE);
  }

  private static Draft version(String title, Language language, @Nullable Long original) {
    return draft(Content.builder(title, "Text.").language(language).build(), null, original);
  }

  private static Draft ofStory(String title) {
    return draft(Content.builder(title, "Text.").language(Language.EN).build(), "snow", null);
  }

  private static Draft pictured(String title, @Nullable String story, String... pictures) {
    return draft(
        Content.builder(title, "Text.")
            .language(Language.EN)
            .media(List.of(pictures).stream().map(LinksTest::picture).toList())
            .build(),
        story,
        null);
  }

  private static Media picture(String name) {
    return Media.photo("https://pics.example.kz/" + name, null);
  }

  private static Draft draft(Content content, @Nullable String story, @Nullable Long original) {
    return Draft.of(content)
        .withPlan(
            new Plan(null, story, original, Priority.NORMAL, Plan.Window.ALWAYS, false, null));
  }

  private SandboxMessage post(int id) {
    return room.telegram().posts().stream()
        .filter(post -> post.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private List<String> buttons(int id) {
    List<String> buttons = new ArrayList<>();
    for (JsonNode row : post(id).json().at("/reply_markup/inline_keyboard")) {
      row.forEach(
          button ->
              buttons.add(
                  button.path("text").asText() + button.path("url").asText().replace(HOME, " ")));
    }
    return buttons;
  }

  /** The links to posts in a text, with their words. */
  private List<String> links(int id) {
    JsonNode message = post(id).json();
    List<String> links = new ArrayList<>();
    for (JsonNode entity : message.path(message.has("text") ? "entities" : "caption_entities")) {
      String url = entity.path("url").asText();
      if (url.startsWith(HOME)) {
        int from = entity.path("offset").asInt();
        links.add(
            post(id).text().substring(from, from + entity.path("length").asInt()) + " " + url);
      }
    }
    return links;
  }

  private int answers(int id) {
    return post(id).json().at("/reply_to_message/message_id").asInt();
  }

  private List<String> events(long id) {
    return room.database.articles().history(id).stream().map(LinksTest::words).toList();
  }

  private static String words(HistoryLine line) {
    return line.detail() == null
        ? line.event()
        : line.event() + " " + ReasonText.forLog(line.detail());
  }

  private void sql(String statement) throws SQLException {
    Path file = folder.resolve("queue.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement it = connection.createStatement()) {
      it.execute("PRAGMA busy_timeout = 5000");
      it.execute(statement);
    }
  }
}
