package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of which nobody knows whether they are in the channel, beside posts that are like them. */
@Tag("slow")
final class DoubtFaultsTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final String TEXT = "Schools are closed today.";
  private static final String POST = "Snow in Almaty\n\nSchools are closed today.\n\nSubscribe!";

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
    room.add("Before", "Text.");
    room.run(Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPersonsPostOfTheSameHeadlineIsNeitherTakenForOursNorTouched(boolean posted)
      throws Exception {
    room.telegram().onCall((posted ? Fault.loseAnswer() : Fault.closeBefore()).on("sendMessage"));
    long id = room.add("Snow in Almaty", TEXT);
    room.run(Duration.ofSeconds(1));
    JsonNode theirs = room.telegram().personPostsInChannel("Snow in Almaty");
    JsonNode longer = room.telegram().personPostsInChannel("Snow in Almaty\n\n" + TEXT);

    room.run(A_WHILE);

    assertThat(room.telegram().posts()).filteredOn(post -> post.text().equals(POST)).hasSize(1);
    assertThat(room.telegram().posts())
        .extracting(SandboxMessage::json)
        .contains(theirs.get("channel_post"), longer.get("channel_post"));
    assertThat(room.telegram().posts()).hasSize(4);
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).noneMatch(line -> line.startsWith("asked"));
  }

  @Test
  void whatTelegramToldOfIsAPersonsPostThoughItSaysTheSameLetterForLetter() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    long id = room.add("Snow in Almaty", TEXT);
    room.run(Duration.ofSeconds(1));
    room.database.ledger().sawOfPerson("zharshy_sandbox", 2);

    room.run(A_WHILE);

    assertThat(room.article(id).state()).isEqualTo(ArticleState.HELD);
    assertThat(room.heard).anyMatch(line -> line.startsWith("asked"));
    assertThat(room.telegram().posts()).hasSize(2);
  }

  @Test
  void ofTwoArticlesThatSayTheSameEachIsPostedOnce() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.telegram().onCall(Fault.closeBefore().on("sendMessage"));
    long first = room.add("Snow in Almaty", TEXT);
    long second = room.add("Snow in Almaty", TEXT);

    room.run(A_WHILE);

    assertThat(room.posted()).containsExactly("Before", "Snow in Almaty", "Snow in Almaty");
    assertThat(room.parts(first).get(0).messageId())
        .isNotEqualTo(room.parts(second).get(0).messageId());
  }

  @Test
  void aPhotoIsKnownByItsCaption() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendPhoto"));
    long id = addWithPictures(1);

    room.run(A_WHILE);

    assertFound(id, 1);
  }

  @Test
  void anAlbumIsKnownByItsFirstCaptionAndRecordedWithAllItsPictures() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMediaGroup"));
    long id = addWithPictures(3);

    room.run(A_WHILE);

    assertFound(id, 3);
    assertThat(room.database.ledger().highestMessageId("zharshy_sandbox")).isEqualTo(4);
  }

  @Test
  void ofAProtectedChannelTheEditorsAreAsked() throws Exception {
    room.telegram()
        .onCall(
            Fault.replaceAnswer(
                    "{\"ok\":true,\"result\":{\"id\":-1001,\"type\":\"channel\",\"title\":\"N\","
                        + "\"accent_color_id\":0,\"max_reaction_count\":11,"
                        + "\"has_protected_content\":true}}")
                .on("getChat")
                .always());
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    long id = room.add("Snow in Almaty", TEXT);

    room.run(Duration.ofMinutes(10));

    assertThat(room.posted()).containsExactly("Before", "Snow in Almaty");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.HELD);
    assertThat(room.heard).containsOnlyOnce("asked about %d/1".formatted(id));
    assertThat(room.telegram().calls("forwardMessage")).isEmpty();
  }

  private void assertFound(long id, int messages) {
    assertThat(room.telegram().posts()).hasSize(1 + messages);
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.parts(id)).extracting(Delivery::messageId).containsExactly(2L);
    assertThat(room.heard).contains("settled %d/1 true".formatted(id));
    assertThat(room.telegram().messages(room.telegram().logChatId())).isEmpty();
  }

  /**
   * One picture goes as a photo only where the text is a caption and the file is of this machine.
   */
  private long addWithPictures(int number) {
    List<Media> pictures =
        IntStream.rangeClosed(1, number)
            .mapToObj(each -> Media.photo("https://pics.example.kz/" + each + ".jpg", null))
            .toList();
    Content content = Content.builder("Snow in Almaty", TEXT).media(pictures).build();
    return room.database.articles().add(Draft.of(content), "test", room.now()).article().id();
  }
}
