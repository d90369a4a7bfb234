package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kz.zharshy.article.ArticleState;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.DeliveryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What the channel's discussion group tells about a part in doubt, where there is no log chat. */
final class DiscussionTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private PublishFixture room;
  private long group;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(PublishFixture.Setting.in(folder).withoutLogChat());
    group = room.telegram().openDiscussion();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aPartThatArrivesThereIsInTheChannelAndNobodyIsAsked() throws Exception {
    room.telegram().personPostsInChannel("Good morning!");
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.add("Snow in Almaty", "Schools are closed today.");
    room.run(A_SECOND);

    theForwardsArrive();
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Good morning!", "Snow in Almaty");
    assertThat(part().messageId()).isEqualTo(2L);
    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.heard).containsExactly("in doubt 1/1", "trouble", "back", "settled 1/1 true");
  }

  @Test
  void aPersonsPostWithTheSameHeadlineIsNotBelieved() throws Exception {
    room.telegram().onCall(Fault.closeBefore().on("sendMessage"));
    room.add("Snow in Almaty", "Schools are closed today.");
    room.run(A_SECOND);
    room.telegram().personPostsInChannel("Snow in Almaty");
    room.telegram()
        .personPostsInChannel("Snow in Almaty\n\nSchools are closed today.\n\nSubscribe!");

    theForwardsArrive();
    room.run(A_MINUTE);

    assertThat(part().state()).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(room.heard).contains("asked about 1/1");
  }

  @Test
  void aForwardThatComesAfterTheQuestionAnswersIt() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    room.add("Snow in Almaty", "Schools are closed today.");
    room.run(A_MINUTE);
    assertThat(room.heard).contains("asked about 1/1");

    theForwardsArrive();
    room.run(A_MINUTE);

    assertThat(room.article(1).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  private void theForwardsArrive() throws Exception {
    List<SandboxMessage> forwards = room.telegram().messages(group);
    assertThat(forwards).isNotEmpty();
    for (SandboxMessage forward : forwards) {
      JsonNode origin = forward.json().path("forward_origin");
      assertThat(forward.json().path("is_automatic_forward").asBoolean()).isTrue();
      room.settler.appeared(
          origin.at("/chat/username").asText(),
          origin.path("message_id").asLong(),
          new ObjectMapper().treeToValue(forward.json(), Message.class));
    }
  }

  private Delivery part() {
    return room.parts(1).get(0);
  }
}
