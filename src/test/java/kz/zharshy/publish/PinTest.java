package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.article.ReasonText;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.Pins;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts that are pinned until a time. */
final class PinTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final String NO_RIGHT =
      "Bad Request: not enough rights to manage pinned messages in the chat";

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
  void aPostIsPinnedOnceItIsOutAndTakenDownToTheSecond() throws Exception {
    add("Snow", room.now().plus(Duration.ofHours(1)));
    Instant begun = room.now();
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).containsExactly(1);
    assertThat(pins().get(0).params().path("disable_notification").asBoolean()).isTrue();
    room.run(Duration.between(room.now(), begun.plus(Duration.ofHours(1))));
    assertThat(room.telegram().pinned()).containsExactly(1);
    room.run(Duration.ofSeconds(2));

    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(pins()).hasSize(1);
    assertThat(unpins()).hasSize(1);
    assertThat(unpins().get(0).params().path("message_id").asInt()).isEqualTo(1);
    assertThat(room.heard).containsExactly("published 1");
    assertThat(events(1)).endsWith("published", "pinned until 2026-11-22T11:00:00Z", "unpinned");
  }

  @Test
  void whatIsPinnedWithoutAnEndStaysUntilItIsTakenDown() throws Exception {
    add("Snow", null);
    room.run(A_MINUTE);
    room.database.pins().pin(1, Pins.FOREVER, "telegram:1", room.now());
    room.run(A_MINUTE);
    room.time.pass(Duration.ofDays(40));
    room.run(A_MINUTE);
    assertThat(room.telegram().pinned()).containsExactly(1);

    room.database.pins().unpin(1, "telegram:1", room.now());
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(events(1)).endsWith("pin", "pinned", "unpin", "unpinned");
  }

  @Test
  void aLongOutageTakesDownWhatIsOverAndPinsNothingThatIs() throws Exception {
    add("Snow", room.now().plus(Duration.ofHours(1)));
    room.run(A_MINUTE);
    add("Rain", room.now().plus(Duration.ofHours(1)));
    room.time.pass(Duration.ofHours(30));
    room = room.again(PublishFixture.Setting.in(folder));
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Snow", "Rain");
    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(pins()).hasSize(1);
  }

  @Test
  void aBotThatDiesAtAnyStepPinsAndUnpinsAllTheSame() throws Exception {
    add("Snow", room.now().plus(Duration.ofSeconds(8)));
    for (int step = 0; step < 24; step++) {
      room.run(Duration.ofMillis(500));
      room = room.again(PublishFixture.Setting.in(folder));
    }
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(pins()).isNotEmpty();
    assertThat(room.posted()).containsExactly("Snow");
  }

  @Test
  void aCallWhoseAnswerIsLostIsMadeAgain() throws Exception {
    room.telegram().onCall(Fault.loseAnswer().on("pinChatMessage"));
    room.telegram().onCall(Fault.loseAnswer().on("unpinChatMessage"));
    add("Snow", room.now().plus(Duration.ofMinutes(5)));
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).containsExactly(1);
    assertThat(pins()).hasSize(2);
    room.run(Duration.ofMinutes(6));
    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(unpins()).hasSize(2);
  }

  @Test
  void aRefusedPinIsToldOnceAndHampersNothing() throws Exception {
    room.telegram().takeRight("can_edit_messages");
    add("Snow", room.now().plus(Duration.ofHours(5)));
    add("Rain", room.now().plus(Duration.ofHours(5)));
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Snow", "Rain");
    assertThat(room.heard)
        .containsExactly("published 1", "published 2", "not pinned 1: " + NO_RIGHT);
    assertThat(events(2)).endsWith("not pinned " + NO_RIGHT);
    int calls = room.telegram().calls().size();
    room.run(Duration.ofMinutes(30));
    assertThat(room.telegram().calls()).hasSize(calls);

    room.telegram().restoreBot();
    room.database.pins().pin(2, room.now().plus(Duration.ofHours(1)), "telegram:1", room.now());
    room.run(A_MINUTE);
    assertThat(room.telegram().pinned()).containsExactly(2);
  }

  @Test
  void aFloodWaitIsKept() throws Exception {
    room.telegram().onCall(Fault.flood(40).on("pinChatMessage"));
    add("Snow", room.now().plus(Duration.ofHours(5)));
    room.run(Duration.ofSeconds(39));
    assertThat(room.telegram().pinned()).isEmpty();
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).containsExactly(1);
  }

  @Test
  void whatIsWithdrawnIsNotPinnedAnyMore() throws Exception {
    add("Snow", room.now().plus(Duration.ofHours(5)));
    add("Rain", room.now().plus(Duration.ofHours(5)));
    room.run(A_MINUTE);
    room.telegram()
        .onCall(Fault.refuse(400, "Bad Request: message can't be deleted").on("deleteMessage"));

    sql("UPDATE article SET state = 'withdrawn'");
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).isEmpty();
    assertThat(unpins()).hasSize(1);
    assertThat(room.telegram().posts()).hasSize(1);
  }

  @Test
  void theColumnMayBeChangedWhileThePostIsOut() throws Exception {
    add("Snow", null);
    room.run(A_MINUTE);

    sql("UPDATE article SET pin_until = '2026-11-22T12:00:00Z' WHERE id = 1");
    room.run(A_MINUTE);
    assertThat(room.telegram().pinned()).containsExactly(1);
    sql("UPDATE article SET pin_until = NULL WHERE id = 1");
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).isEmpty();
  }

  @Test
  void aSiteThatReplacesItsRowDoesNotGoOverAnEditorsWord() throws Exception {
    sql(
        "INSERT INTO article (external_id, title, body, pin_until)"
            + " VALUES ('a', 'Snow', 'Text.', '2026-11-23T12:00:00Z')");
    room.run(A_MINUTE);
    assertThat(room.telegram().pinned()).containsExactly(1);
    room.database.pins().unpin(1, "telegram:1", room.now());

    sql(
        "REPLACE INTO article (external_id, title, body, pin_until)"
            + " VALUES ('a', 'Snow', 'More.', '2026-11-23T12:00:00Z')");
    room.run(A_MINUTE);
    assertThat(room.telegram().pinned()).isEmpty();
    room.database.pins().pin(1, Pins.FOREVER, "telegram:1", room.now());
    sql("REPLACE INTO article (external_id, title, body) VALUES ('a', 'Snow', 'Still more.')");
    room.run(A_MINUTE);

    assertThat(room.telegram().pinned()).containsExactly(1);
    assertThat(room.telegram().posts().get(0).text()).contains("Still more.");
  }

  @Test
  void aPostInDoubtIsFoundBehindTheMessageThatTellsOfAPin() throws Exception {
    add("Snow", room.now().plus(Duration.ofHours(5)));
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    add("Rain", null);
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactly("Snow", "Rain");
    assertThat(room.parts(2).get(0).messageId()).isEqualTo(3);
    assertThat(room.telegram().calls("sendMessage")).hasSize(2);
  }

  @Test
  void aPostThatAPersonDeletedIsForgotten() throws Exception {
    add("Snow", null);
    room.run(A_MINUTE);
    room.telegram().personDeletesPost(1);

    room.database.pins().pin(1, room.now().plus(Duration.ofHours(1)), "telegram:1", room.now());
    room.run(A_MINUTE);

    assertThat(room.heard).containsExactly("published 1");
    assertThat(events(1)).endsWith("not pinned Bad Request: message to pin not found");
  }

  private void add(String title, @Nullable Instant pinUntil) {
    Plan plan = new Plan(null, null, null, Priority.NORMAL, Plan.Window.ALWAYS, false, pinUntil);
    Draft draft = Draft.of(Content.builder(title, "Text.").build()).withPlan(plan);
    room.database.articles().add(draft, "test", room.now());
  }

  private List<ReceivedCall> pins() {
    return room.telegram().calls("pinChatMessage");
  }

  private List<ReceivedCall> unpins() {
    return room.telegram().calls("unpinChatMessage");
  }

  private List<String> events(long id) {
    return room.database.articles().history(id).stream().map(PinTest::words).toList();
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
