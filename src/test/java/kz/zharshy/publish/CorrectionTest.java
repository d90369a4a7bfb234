package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.ReasonText;
import kz.zharshy.fault.Proves;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.EditState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of posts whose article is corrected or withdrawn. */
final class CorrectionTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String END = "\n\nSubscribe!";
  private static final String LONG = "A sentence of the story, told at length. ";

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
  void aCorrectedArticleIsEditedInPlace() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");

    correct("Snow in Almaty", "Two schools are closed.");

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(room.telegram().posts().get(0).isEdited()).isTrue();
    assertThat(room.telegram().calls("sendMessage")).hasSize(1);
    assertThat(room.heard).containsExactly("published 1", "corrected 1");
    assertThat(events())
        .containsExactly(
            "added",
            "publishing",
            "sending part 1 of 1",
            "sent part 1 of 1: message 1 of zharshy_sandbox",
            "published",
            "changed",
            "correcting",
            "corrected part 1 of 1: message 1 of zharshy_sandbox");
  }

  @Test
  void anotherProgramMayCorrectByPlainSql() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");

    sql("UPDATE article SET body = 'Two schools are closed.' WHERE external_id = 'a'");
    room.run(A_MINUTE);

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
  }

  @Test
  void aSiteMayReplaceItsRow() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");

    sql(
        "REPLACE INTO article (external_id, title, body)"
            + " VALUES ('a', 'Snow in Almaty', 'Two schools are closed.')");
    room.run(A_MINUTE);

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
  }

  @Test
  void whatReadersDoNotSeeNeedsNoCall() throws Exception {
    published("Snow in Almaty", "Two schools are closed.");
    int calls = room.telegram().calls().size();

    sql("UPDATE article SET channel = 'zharshy_sandbox' WHERE id = 1");
    room.run(A_MINUTE);

    assertThat(room.telegram().calls()).hasSize(calls);
    assertThat(room.heard).containsExactly("published 1");
  }

  @Test
  void aPartMoreIsSentInReplyToTheLast() throws Exception {
    published("Long", LONG.repeat(150));
    assertThat(texts()).hasSize(2);

    correct("Long", LONG.repeat(250));

    assertThat(texts()).hasSize(3);
    assertThat(texts().get(0)).endsWith("\n\n1/3");
    assertThat(texts().get(2)).endsWith("\n\n3/3");
    assertThat(room.telegram().posts().get(2).json().at("/reply_to_message/message_id").asInt())
        .isEqualTo(2);
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).containsExactly("published 1", "corrected 1");
  }

  @Test
  void aPartMoreWhoseAnswerIsLostIsNotSentTwice() throws Exception {
    published("Long", LONG.repeat(150));
    room.telegram()
        .onCall(
            Fault.loseAnswer()
                .on("sendMessage")
                .when(params -> params.path("text").asText().contains("3/3")));

    correct("Long", LONG.repeat(250));

    assertThat(texts()).hasSize(3);
    assertThat(room.parts(1)).allMatch(Delivery::isThere);
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void aPartTooManyIsDeletedAndMayComeBack() throws Exception {
    published("Long", LONG.repeat(250));

    correct("Long", "Short now.");
    assertThat(texts()).containsExactly("Long\n\nShort now." + END);
    correct("Long", LONG.repeat(150));

    assertThat(texts()).hasSize(2);
    assertThat(texts().get(1)).endsWith("\n\n2/2");
    assertThat(room.telegram().posts().get(1).id()).isEqualTo(4);
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void aPartThatCannotBeDeletedSaysThatItIsNoneAnyMore() throws Exception {
    published("Long", LONG.repeat(150));
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message can't be deleted").on("deleteMessage"));

    correct("Long", "Short now.");

    assertThat(texts())
        .containsExactly(
            "Long\n\nShort now." + END, "The article was shortened; this part is no longer in it.");
  }

  @Test
  @Proves({
    "a person deletes or edits a post, then the article is corrected | no second post",
    "a person deletes or edits a post, then the article is corrected | not found is"
        + " recorded as gone"
  })
  void aPartThatAPersonDeletedIsGoneAndNothingIsSentInItsPlace() throws Exception {
    published("Long", LONG.repeat(150));
    room.telegram().personDeletesPost(2);

    correct("Longer", LONG.repeat(250));

    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0)).startsWith("Longer");
    assertThat(room.parts(1))
        .extracting(part -> part.message().edit())
        .containsExactly(EditState.DONE, EditState.GONE);
    assertThat(room.heard).containsExactly("published 1", "gone 1/2");
    correct("Longest", LONG.repeat(250));
    assertThat(texts()).hasSize(1);
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  @Proves(
      "a person deletes or edits a post, then the article is corrected | not modified is"
          + " success")
  void whatAPersonHasPutRightAlreadyIsASuccess() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message is not modified").on("editMessageText"));

    correct("Snow in Almaty", "Two schools are closed.");

    assertThat(room.heard).containsExactly("published 1", "corrected 1");
    assertThat(room.telegram().calls("editMessageText")).hasSize(1);
  }

  @Test
  void anEditWhoseAnswerIsLostIsRepeated() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    room.telegram().onCall(Fault.loseAnswer().on("editMessageText"));

    correct("Snow in Almaty", "Two schools are closed.");

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(room.telegram().calls("editMessageText")).hasSize(2);
    assertThat(room.heard).endsWith("corrected 1");
  }

  @Test
  void anEditThatTelegramNeverAnswersIsGivenUp() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    room.telegram().onCall(Fault.gateway(502).on("editMessageText").always());

    correct("Snow in Almaty", "Two schools are closed.");
    room.run(Duration.ofMinutes(5));

    assertThat(room.telegram().calls("editMessageText")).hasSize(5);
    assertThat(room.heard)
        .contains("not corrected 1: HTTP 502 with an answer that is not the Bot API's");
    assertThat(room.parts(1).get(0).message().edit()).isEqualTo(EditState.REFUSED);
  }

  /** As after going back to an older version of the bot. */
  @Test
  void whatANewerVersionFrozeIsLeftAloneAndTold() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    sql("UPDATE delivery SET payload = json_set(payload, '$.form', 2)");

    correct("Snow in Almaty", "Two schools are closed.");
    withdraw();

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo scools are closed." + END);
    String reason = "a newer version of the bot wrote this part (in form 2); update the bot";
    assertThat(room.heard).contains("not corrected 1: " + reason).endsWith("withdrawn 1 but 1");
  }

  @Test
  void aFloodWaitIsKeptByEditsToo() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    room.telegram().onCall(Fault.flood(40).on("editMessageText"));
    room.correct("a", Content.builder("Snow in Almaty", "Two schools are closed.").build());

    room.run(Duration.ofSeconds(39));
    assertThat(room.telegram().posts().get(0).isEdited()).isFalse();
    room.run(A_MINUTE);

    assertThat(room.telegram().posts().get(0).isEdited()).isTrue();
    assertThat(room.telegram().calls("editMessageText")).hasSize(2);
  }

  @Test
  void newPostsGoFirstButACorrectionDoesNotWaitForAllOfThem() throws Exception {
    published("Snow in Almaty", "Two scools are closed.");
    for (int i = 1; i <= 30; i++) {
      room.add("Headline " + i, "Text.");
    }
    room.correct("a", Content.builder("Snow in Almaty", "Two schools are closed.").build());

    room.run(Duration.ofSeconds(30));

    List<String> methods = room.telegram().calls().stream().map(call -> call.method()).toList();
    assertThat(methods.indexOf("editMessageText")).isBetween(3, 8);
  }

  @Test
  void aCaptionIsEditedAsACaption() throws Exception {
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg"));
    assertThat(room.telegram().calls("sendPhoto")).hasSize(1);

    correct(pictured("Snow in Almaty", "Two schools are closed.", "a.jpg"));

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(room.telegram().calls("editMessageCaption")).hasSize(1);
    assertThat(room.telegram().calls("editMessageMedia")).isEmpty();
  }

  @Test
  void aPictureIsChangedWithItsCaption() throws Exception {
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg"));
    String before = room.telegram().posts().get(0).json().path("photo").toString();

    correct(pictured("Snow in Almaty", "Two schools are closed.", "b.jpg"));

    SandboxMessage post = room.telegram().posts().get(0);
    assertThat(post.text()).isEqualTo("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(post.json().path("photo").toString()).isNotEqualTo(before);
    assertThat(room.telegram().calls("editMessageMedia")).hasSize(1);
  }

  @Test
  void aRefusedNewPictureCostsOnlyItself() throws Exception {
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg"));
    room.telegram()
        .onCall(
            Fault.refuse(400, "Bad Request: failed to get HTTP URL content")
                .on("editMessageMedia"));

    correct(pictured("Snow in Almaty", "Two schools are closed.", "b.jpg"));

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(events())
        .contains(
            "another way part 1 of 1: without the new picture:"
                + " Bad Request: failed to get HTTP URL content");
  }

  @Test
  void aPostWhosePictureTheArticleLostKeepsItAndItsWords() throws Exception {
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg"));

    correct("Snow in Almaty", LONG.repeat(60));

    List<SandboxMessage> posts = room.telegram().posts();
    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).json().has("photo")).isTrue();
    assertThat(posts.get(0).text()).startsWith("Snow in Almaty\n\nA sentence").endsWith("1/2");
    assertThat(posts.get(0).text().length()).isLessThanOrEqualTo(1024);
  }

  @Test
  void aTextGetsANewPictureAbove() throws Exception {
    published("Snow in Almaty", "Two schools are closed.");

    correct(pictured("Snow in Almaty", "Two schools are closed.", "a.jpg"));

    SandboxMessage post = room.telegram().posts().get(0);
    assertThat(post.text()).isEqualTo("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(post.json().at("/link_preview_options/url").asText())
        .isEqualTo("https://pics.example.kz/a.jpg");
  }

  @Test
  void whatWentOutWithoutItsPictureIsCorrectedAsTheTextThatItIs() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: failed to get HTTP URL content").on("sendPhoto"));
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg"));

    correct(pictured("Snow in Almaty", "Two schools are closed.", "a.jpg"));

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(room.telegram().calls("editMessageText")).hasSize(1);
    assertThat(room.telegram().calls("editMessageCaption")).isEmpty();
  }

  @Test
  void anAlbumChangesPictureByPictureAndLosesThoseThatWereTakenOut() throws Exception {
    published(pictured("Snow in Almaty", "Two scools are closed.", "a.jpg", "b.jpg", "c.jpg"));

    correct(pictured("Snow in Almaty", "Two schools are closed.", "a.jpg", "d.jpg"));

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END, "");
    assertThat(room.telegram().calls("editMessageMedia")).hasSize(1);
    assertThat(room.telegram().calls("editMessageMedia").get(0).params().path("message_id").asInt())
        .isEqualTo(2);
    assertThat(room.heard).endsWith("corrected 1");
  }

  @Test
  void anArticleOfWhichNoPostCanBeMadeLeavesItsPostAsItIs() throws Exception {
    published("Snow in Almaty", "Two schools are closed.");

    correct("Snow in Almaty", LONG.repeat(5000));

    assertThat(texts()).containsExactly("Snow in Almaty\n\nTwo schools are closed." + END);
    assertThat(room.heard.get(1)).startsWith("not corrected 1: it would need at least");
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  void aWithdrawnArticleLeavesTheChannel() throws Exception {
    published("Long", LONG.repeat(150));
    room.add("Other", "Text.");
    room.run(A_MINUTE);

    sql("UPDATE article SET state = 'withdrawn' WHERE id = 1");
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Other");
    assertThat(room.heard).endsWith("withdrawn 1 but 0");
    assertThat(events())
        .endsWith(
            "withdrawn",
            "deleted part 1 of 2: message 1 of zharshy_sandbox",
            "deleted part 2 of 2: message 2 of zharshy_sandbox");
  }

  @Test
  void anAlbumIsWithdrawnWithAllItsPictures() throws Exception {
    published(pictured("Snow in Almaty", "Two schools are closed.", "a.jpg", "b.jpg", "c.jpg"));

    withdraw();

    assertThat(room.telegram().posts()).isEmpty();
  }

  @Test
  void whatCannotBeDeletedSaysThatItWasWithdrawn() throws Exception {
    published("Snow in Almaty", "Two schools are closed.");
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message can't be deleted").on("deleteMessage"));

    withdraw();

    assertThat(texts()).containsExactly("This article was withdrawn.");
    assertThat(room.heard).endsWith("withdrawn 1 but 1");
  }

  @Test
  void whatAPersonDeletedBeforeItWasWithdrawnIsWellWithdrawn() throws Exception {
    published("Snow in Almaty", "Two schools are closed.");
    room.telegram().personDeletesPost(1);

    withdraw();

    assertThat(room.heard).endsWith("withdrawn 1 but 0");
  }

  @Test
  void aPartThatWasOnItsWayWhenItsArticleWasWithdrawnFollows() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.add("Snow in Almaty", "Two schools are closed.");
    room.run(Duration.ofSeconds(1));
    assertThat(room.article(1).state()).isEqualTo(ArticleState.HELD);

    withdraw();

    assertThat(room.telegram().posts()).isEmpty();
    assertThat(room.parts(1).get(0).message().edit()).isEqualTo(EditState.DELETED);
  }

  @Test
  void aPartThatNeverCameBeforeItsArticleWasWithdrawnIsNotSent() throws Exception {
    room.add("Before", "Text.");
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.closeBefore().on("sendMessage"));
    room.add("Snow in Almaty", "Two schools are closed.");
    room.run(Duration.ofSeconds(1));

    sql("UPDATE article SET state = 'withdrawn' WHERE id = 2");
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Before");
    assertThat(room.database.ledger().inDoubt()).isEmpty();
  }

  @Test
  void aMessageWhoseNumberIsAGuessIsNeverTouched() throws Exception {
    room.close();
    room = PublishFixture.open(PublishFixture.Setting.in(folder.resolve("b")).withoutLogChat());
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.correct("a", Content.builder("Snow in Almaty", "Two scools are closed.").build());
    room.telegram().personPostsInChannel("Good morning!");
    room.run(A_MINUTE);
    room.settler.isSomewhere(room.settler.openQuestion(1).orElseThrow(), "telegram:1");
    int calls = room.telegram().calls().size();

    correct("Snow in Almaty", "Two schools are closed.");

    assertThat(room.telegram().calls()).hasSize(calls);
    assertThat(room.heard)
        .endsWith(
            "not corrected 1: nobody knows under which number it is in the channel; do it by hand");
  }

  private void published(String title, String body) throws Exception {
    correct(title, body);
  }

  private void published(Content content) throws Exception {
    correct(content);
  }

  private void correct(String title, String body) throws Exception {
    correct(Content.builder(title, body).build());
  }

  private void correct(Content content) throws Exception {
    room.correct("a", content);
    room.run(A_MINUTE);
  }

  private void withdraw() throws Exception {
    sql("UPDATE article SET state = 'withdrawn' WHERE id = 1");
    room.run(A_MINUTE);
  }

  private static Content pictured(String title, String body, String... pictures) {
    return Content.builder(title, body)
        .media(
            List.of(pictures).stream()
                .map(name -> Media.photo("https://pics.example.kz/" + name, null))
                .toList())
        .build();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement it = connection.createStatement()) {
      it.execute("PRAGMA busy_timeout = 5000");
      it.execute(statement);
    }
  }

  private List<String> texts() {
    return room.telegram().posts().stream().map(SandboxMessage::text).toList();
  }

  private List<String> events() {
    return room.database.articles().history(1).stream().map(CorrectionTest::words).toList();
  }

  private static String words(HistoryLine line) {
    return line.detail() == null
        ? line.event()
        : line.event() + " " + ReasonText.forLog(line.detail());
  }
}
