package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Effect;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram says no to. */
@Tag("slow")
final class TelegramFaultsTest {
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  @Proves({
    "429 with retry_after | that chat waits at least so long, over a restart too",
    "429 with retry_after | order kept",
    "429 with retry_after | no attempt used up"
  })
  void aFloodWaitIsKeptOverARestartAndNothingIsLost() throws Exception {
    room.telegram().onCall(Fault.flood(60).on("sendMessage"));
    long first = room.add("First", "Text.");
    room.add("Second", "Text.");
    room.run(Duration.ofSeconds(20));

    room = room.again(Setting.in(folder));
    room.run(Duration.ofSeconds(35));
    assertThat(room.posted()).isEmpty();
    assertThat(room.article(first).state()).isEqualTo(ArticleState.QUEUED);
    room.run(A_WHILE);

    assertThat(room.posted()).containsExactly("First", "Second");
    assertThat(room.telegram().calls("sendMessage")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "\"soon\"", "null", "99999999999999"})
  @Proves("429 with retry_after | strange values are clamped")
  void aStrangeFloodWaitIsClamped(String seconds) throws Exception {
    String body =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
            + "\"parameters\":{\"retry_after\":"
            + seconds
            + "}}";
    room.telegram().onCall(reply(429, body).on("sendMessage"));
    room.add("First", "Text.");

    room.run(Duration.ofMinutes(61));

    assertThat(room.posted()).containsExactly("First");
    assertThat(room.telegram().calls("sendMessage")).hasSize(2);
  }

  @Test
  @Proves({
    "401 | publishing calls at most once a minute",
    "401 | health says why",
    "401 | queue intact"
  })
  void aRefusedTokenIsTriedOnceAMinuteAndHealthSaysWhy() throws Exception {
    room.telegram().onCall(Fault.refuse(401, "Unauthorized").always());
    long id = room.add("First", "Text.");
    room.run(Duration.ofMinutes(10));
    assertThat(room.telegram().calls()).hasSizeLessThanOrEqualTo(11);
    assertThat(room.article(id).state()).isEqualTo(ArticleState.QUEUED);
    assertThat(room.health.problems())
        .extracting(ReasonText::forLog)
        .containsExactly("Telegram: Unauthorized");

    room.telegram().clearFaults();
    room.run(A_WHILE);

    assertThat(room.posted()).containsExactly("First");
    assertThat(room.health.problems()).isEmpty();
  }

  static Stream<Named<Consumer<SandboxWorld>>> closedDoors() {
    return Stream.of(
        named("kicked", SandboxWorld::kickBot),
        named("no right to post", world -> world.takeRight("can_post_messages")),
        named("not found", world -> refuseAll(world, 400, "Bad Request: chat not found")),
        named(
            "no administrator",
            world ->
                refuseAll(
                    world, 400, "Bad Request: need administrator rights in the channel chat")));
  }

  @ParameterizedTest
  @MethodSource("closedDoors")
  @Proves({
    "chat not found, kicked, no rights | that channel pauses, its articles wait",
    "chat not found, kicked, no rights | the editors are told once with what to do",
    "chat not found, kicked, no rights | goes on when the rights are back"
  })
  void aClosedChannelPausesIsToldOnceAndGoesOnByItself(Consumer<SandboxWorld> close)
      throws Exception {
    close.accept(room.telegram());
    List<Long> ids = List.of(room.add("First", "Text."), room.add("Second", "Text."));
    room.run(Duration.ofMinutes(10));
    assertThat(room.posted()).isEmpty();
    assertThat(room.heard).hasSize(1).first().asString().startsWith("paused zharshy_sandbox: ");
    assertThat(ids).allMatch(id -> room.article(id).state() == ArticleState.QUEUED);

    room.telegram().clearFaults();
    room.telegram().restoreBot();
    room.run(Duration.ofMinutes(3));

    assertThat(room.posted()).containsExactly("First", "Second");
    assertThat(room.heard).filteredOn("resumed zharshy_sandbox"::equals).hasSize(1);
  }

  @Test
  @Proves({
    "Telegram refuses the article (400) | failed with Telegram's words and ours",
    "Telegram refuses the article (400) | the next article goes out"
  })
  void aRefusedArticleFailsWithTheReasonAndTheNextGoesOut() throws Exception {
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message is too strange").on("sendMessage"));
    long refused = room.add("Strange", "Text.");
    room.add("Fine", "Text.");

    room.run(A_WHILE);

    assertThat(room.article(refused).state()).isEqualTo(ArticleState.FAILED);
    assertThat(room.article(refused).reason())
        .isEqualTo(Reason.of(ReasonCode.TELEGRAM_SAYS, "Bad Request: message is too strange"));
    assertThat(room.heard)
        .filteredOn(line -> line.startsWith("failed"))
        .singleElement()
        .asString()
        .contains("message is too strange");
    assertThat(room.posted()).containsExactly("Fine");
    assertThat(room.telegram().calls("sendMessage")).hasSize(2);
  }

  @Test
  @Proves({
    "Telegram refuses a picture | the post goes out without it or another way",
    "Telegram refuses a picture | the editors see it in why"
  })
  void aRefusedPictureCostsNothingButItselfAndWhyTellsIt() throws Exception {
    String words = "Bad Request: failed to get HTTP URL content";
    room.telegram().onCall(Fault.refuse(400, words).on("sendPhoto"));
    long id = addWithPicture("Snow in Almaty");

    room.run(A_WHILE);

    assertThat(room.posted()).containsExactly("Snow in Almaty");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
    assertThat(room.database.articles().history(id))
        .extracting(HistoryLine::detail)
        .anyMatch(detail -> String.valueOf(detail).contains("failed to get HTTP URL content"));
  }

  private long addWithPicture(String title) {
    Media picture = Media.photo("https://pics.example.kz/snow.jpg", null);
    Content content = Content.builder(title, "Schools are closed.").media(List.of(picture)).build();
    return room.database.articles().add(Draft.of(content), "test", room.now()).article().id();
  }

  private static void refuseAll(SandboxWorld world, int code, String words) {
    world.onCall(Fault.refuse(code, words).on("sendMessage").always());
  }

  private static Fault reply(int status, String body) {
    Effect effect = new Effect.Reply(status, "application/json", "", body, false);
    return new Fault("reply", "", params -> true, 1, effect);
  }
}
