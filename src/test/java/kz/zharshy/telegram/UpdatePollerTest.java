package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.zharshy.fault.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loop against a server on loopback that says what the test wrote down for it. */
final class UpdatePollerTest {
  private static final String NOTHING = "{\"ok\":true,\"result\":[]}";

  private final WireServer server = new WireServer();
  private final Queue<String> script = new ConcurrentLinkedQueue<>();
  private final Store store = new Store();
  private final Heard heard = new Heard();
  private final TelegramBotsApi api =
      new TelegramBotsApi(new BotToken("123:abc"), server.address(), CallLimits.USUAL);
  private final UpdatePoller poller =
      new UpdatePoller(
          api,
          List.of("message", "channel_post"),
          () -> true,
          store,
          heard,
          System::nanoTime,
          new UpdatePoller.Pauses(
              Duration.ofMillis(30),
              Duration.ofHours(1),
              Duration.ofMillis(10),
              Duration.ofMillis(40)));
  private final Thread thread = new Thread(poller, "poller");

  @AfterEach
  void end() throws IOException, InterruptedException {
    poller.stop();
    thread.join(10_000);
    api.close();
    server.close();
  }

  @Test
  void asksForWhatIsBehindTheLastStoredUpdate() throws JsonProcessingException {
    store.offset = 70;
    answer("{\"ok\":true,\"result\":[{\"update_id\":70,\"message\":{}},{\"update_id\":72}]}");

    await().until(() -> server.requests().size() == 2);

    assertThat(asked(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"offset\":70,\"limit\":100,\"timeout\":50,"
                        + "\"allowed_updates\":[\"message\",\"channel_post\"]}"));
    assertThat(asked(1).get("offset").asLong()).isEqualTo(73);
    assertThat(store.stored)
        .containsExactly(
            new ReceivedUpdate(70, "{\"update_id\":70,\"message\":{}}"),
            new ReceivedUpdate(72, "{\"update_id\":72}"));
  }

  @Test
  void nothingIsAcknowledgedThatCouldNotBeStored() throws JsonProcessingException {
    store.failures.add(new IllegalStateException("the disk is full"));
    String updates = "{\"ok\":true,\"result\":[{\"update_id\":5}]}";

    answer(updates, updates);

    await().until(() -> server.requests().size() == 3);
    assertThat(asked(1).get("offset").asLong()).isZero();
    assertThat(asked(2).get("offset").asLong()).isEqualTo(6);
    assertThat(store.stored).extracting(ReceivedUpdate::id).containsExactly(5L);
    assertThat(heard.lines)
        .containsExactly("NOT_STORED the disk is full", "recovered from NOT_STORED");
  }

  @Test
  void anUpdateOfAStrangeShapeIsStoredLikeTheOthers() {
    answer(
        "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":\"not one\"},{\"update_id\":2}]}");

    await().until(() -> store.stored.size() == 2);
    assertThat(store.stored.get(0).json()).isEqualTo("{\"update_id\":1,\"message\":\"not one\"}");
  }

  @Test
  @Proves("an update that cannot be read or whose handler throws | logged once")
  void anUpdateWithoutANumberIsToldOnceAndHoldsUpNothing() {
    String updates = "{\"ok\":true,\"result\":[7,{\"update_id\":\"x\"},{\"update_id\":3}]}";

    answer(updates, updates);

    await().until(() -> server.requests().size() == 3);
    assertThat(store.stored).extracting(ReceivedUpdate::id).containsExactly(3L, 3L);
    assertThat(heard.lines).startsWith("unreadable 7", "unreadable {\"update_id\":\"x\"}");
  }

  @Test
  @Proves("409 on polling: a second copy of the bot runs | both notice")
  void anotherCopyIsToldOfOnceAndAskedPast() {
    String conflict =
        "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other\"}";

    answer(conflict, conflict);

    await().until(() -> server.requests().size() == 3);
    assertThat(heard.lines).containsExactly("CONFLICT 409 Conflict: terminated by other");
  }

  @Test
  @Proves("401 | polling calls at most once a minute")
  void aRefusedTokenIsNotTriedAgainForAWhile() {
    answer("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");

    await().until(() -> heard.lines.contains("TOKEN_REFUSED 401 Unauthorized"));
    await().during(Duration.ofMillis(500)).until(() -> server.requests().size() == 1);
  }

  @Test
  void failuresInARowAreAskedPastAtGrowingDistances() {
    answer("no", "no", "no", "no", "no");

    await().until(() -> server.requests().size() == 6);
    assertThat(server.at(2) - server.at(1)).isGreaterThan(Duration.ofMillis(20).toNanos());
    assertThat(server.at(5) - server.at(3)).isGreaterThan(Duration.ofMillis(80).toNanos());
  }

  @Test
  void aWaitThatTelegramAsksForIsKept() {
    answer(
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
            + "\"parameters\":{\"retry_after\":1}}");

    await().until(() -> server.requests().size() == 2);
    assertThat(server.at(1) - server.at(0)).isGreaterThan(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void anOutageIsToldOnceAndItsEndToo() {
    answer("<html>bad gateway</html>", "<html>bad gateway</html>", NOTHING);

    await().until(() -> heard.lines.size() == 2);
    assertThat(heard.lines)
        .containsExactly(
            "UNREACHABLE HTTP 200 with an answer that is not the Bot API's",
            "recovered from UNREACHABLE");
  }

  @Test
  void aServerThatNeverHoldsBackItsAnswerIsNotAskedWithoutAPause() {
    server.answerWith(WireServer.json(200, NOTHING));
    thread.start();

    await().until(() -> server.requests().size() == 4);
    assertThat(server.at(3) - server.at(0)).isGreaterThan(Duration.ofMillis(700).toNanos());
  }

  @Test
  void stopEndsTheWaitForTelegram() throws InterruptedException {
    answer();
    await().until(() -> server.requests().size() == 1);

    poller.stop();

    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(heard.lines).isEmpty();
  }

  @Test
  void stopEndsThePauseToo() throws InterruptedException {
    answer("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    await().until(() -> heard.lines.size() == 1);

    poller.stop();

    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void anInterruptEndsTheLoopToo() throws InterruptedException {
    answer();
    await().until(() -> server.requests().size() == 1);

    thread.interrupt();

    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  /** One after the other; then silence. */
  private void answer(String... bodies) {
    script.addAll(List.of(bodies));
    server.answerWith(this::next);
    thread.start();
  }

  private void next(WireServer.Request request, Socket socket)
      throws IOException, InterruptedException {
    String body = script.poll();
    if (body == null) {
      server.silence().write(request, socket);
    } else {
      socket.getOutputStream().write(WireServer.http(200, "", body));
    }
  }

  private JsonNode asked(int index) throws JsonProcessingException {
    return new ObjectMapper().readTree(server.requests().get(index).body());
  }

  private static final class Store implements UpdateSink {
    private final List<ReceivedUpdate> stored = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private volatile long offset;

    @Override
    public long nextOffset() {
      return offset;
    }

    @Override
    public void store(List<ReceivedUpdate> updates) {
      RuntimeException failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
      stored.addAll(updates);
      offset = updates.get(updates.size() - 1).id() + 1;
    }
  }

  private static final class Heard implements PollListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void trouble(Trouble trouble, String reason) {
      lines.add(trouble + " " + reason);
    }

    @Override
    public void recovered(Trouble trouble) {
      lines.add("recovered from " + trouble);
    }

    @Override
    public void unreadable(String json) {
      lines.add("unreadable " + json);
    }
  }
}
