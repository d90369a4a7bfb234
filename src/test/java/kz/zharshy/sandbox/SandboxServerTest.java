package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import kz.zharshy.sandbox.fault.Fault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client in plain HTTP that knows nothing of the bot. */
final class SandboxServerTest {
  private final AtomicLong nanos = new AtomicLong();
  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void start() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    server = SandboxServer.start(SandboxOptions.standard(clock, nanos::get));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsWhoTheBotIs() {
    assertThat(client.result("getMe", "{}").path("username").asText())
        .isEqualTo("zharshy_sandbox_bot");
  }

  @Test
  void takesMethodNamesWithoutRegardToCase() {
    assertThat(client.call("GETME", "{}").path("ok").asBoolean()).isTrue();
  }

  @Test
  void refusesAWrongToken() {
    HttpResponse<String> answer = client.post("/bot123:wrong/getMe", "{}");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
  }

  @Test
  void doesNotKnowAnUnknownMethod() {
    assertThat(client.refusal("sendTelegram", "{}")).isEqualTo("404 Not Found: method not found");
  }

  @Test
  void keepsATextWithItsEntitiesByChannelName() {
    JsonNode sent =
        client.result(
            "sendMessage",
            """
            {"chat_id": "@Zharshy_Sandbox", "text": "  Қар жауды \\n",
             "entities": [{"type": "bold", "offset": 2, "length": 3}]}
            """);

    assertThat(sent.path("message_id").asInt()).isEqualTo(1);
    assertThat(sent.path("chat").path("id").asLong())
        .isEqualTo(SandboxWorld.of(server).channelId());
    assertThat(sent.path("text").asText()).isEqualTo("Қар жауды");
    assertThat(sent.path("entities").toString())
        .isEqualTo("[{\"offset\":0,\"length\":3,\"type\":\"bold\"}]");
    assertThat(SandboxWorld.of(server).posts())
        .extracting(SandboxMessage::text)
        .containsExactly("Қар жауды");
  }

  @Test
  void refusesWhatTelegramRefuses() {
    assertThat(client.refusal("sendMessage", "{\"chat_id\": \"@zharshy_sandbox\", \"text\": \"\"}"))
        .isEqualTo("400 Bad Request: message text is empty");
    assertThat(client.refusal("sendMessage", "{\"chat_id\": \"@nobody\", \"text\": \"x\"}"))
        .isEqualTo("400 Bad Request: chat not found");
    assertThat(
            client.refusal(
                "sendMessage",
                "{\"chat_id\": \"@zharshy_sandbox\", \"text\": \"" + "я".repeat(4097) + "\"}"))
        .isEqualTo("400 Bad Request: message is too long");
  }

  @Test
  void answersFloodAfterTwentyMessagesInAMinuteOfTheChannel() {
    for (int i = 0; i < 20; i++) {
      client.send("post " + i);
    }
    nanos.addAndGet(15_500_000_000L);

    HttpResponse<String> answer = client.answer("sendMessage", client.message("one too many"));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("45");
    assertThat(answer.body())
        .isEqualTo(
            "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after"
                + " 45\",\"parameters\":{\"retry_after\":45}}");
    nanos.addAndGet(45_000_000_000L);
    client.send("in time");
  }

  @Test
  void deliversWhatAPersonWritesOnceItIsAcknowledged() {
    JsonNode update = SandboxWorld.of(server).personWrites(77, "kk", "/latest 3");

    JsonNode polled = client.result("getUpdates", "{}");
    assertThat(polled.path(0)).hasToString(update.toString());
    assertThat(polled.path(0).path("message").path("from").path("language_code").asText())
        .isEqualTo("kk");
    assertThat(polled.path(0).path("message").path("entities").path(0).path("length").asInt())
        .isEqualTo(7);
    long next = update.path("update_id").asLong() + 1;
    assertThat(client.result("getUpdates", "{\"offset\": " + next + "}")).isEmpty();
  }

  @Test
  void endsTheOlderOfTwoPollers() {
    CompletableFuture<String> older =
        CompletableFuture.supplyAsync(() -> client.refusal("getUpdates", "{\"timeout\": 30}"));
    Awaitility.await().until(() -> SandboxWorld.of(server).calls("getUpdates").size() == 1);
    Awaitility.await()
        .until(
            () -> {
              client.result("getUpdates", "{\"timeout\": 1}");
              return older.isDone();
            });

    assertThat(older.join())
        .isEqualTo(
            "409 Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
  }

  @Test
  void canLoseTheAnswerToWhatItDid() {
    SandboxWorld.of(server).onCall(Fault.loseAnswer().on("sendMessage"));

    assertThatThrownBy(() -> client.send("heard by all but the sender"))
        .hasRootCauseInstanceOf(IOException.class);
    assertThat(SandboxWorld.of(server).posts()).hasSize(1);
    client.send("answered");
    assertThat(SandboxWorld.of(server).posts()).hasSize(2);
  }

  @Test
  void canCloseBeforeDoing() {
    SandboxWorld.of(server)
        .onCall(Fault.closeBefore().when(call -> call.path("text").asText().equals("a")));

    client.send("b");
    assertThatThrownBy(() -> client.send("a")).hasRootCauseInstanceOf(IOException.class);
    assertThat(SandboxWorld.of(server).posts())
        .extracting(SandboxMessage::text)
        .containsExactly("b");
  }

  @Test
  void canRefuseTwiceInWordsOfChoice() {
    SandboxWorld.of(server).onCall(Fault.refuse(400, "Bad Request: WEBPAGE_MEDIA_EMPTY").times(2));

    assertThat(List.of(client.refusal("getMe", "{}"), client.refusal("getMe", "{}")))
        .containsOnly("400 Bad Request: WEBPAGE_MEDIA_EMPTY");
    assertThat(client.result("getMe", "{}")).isNotEmpty();
  }

  @Test
  void refusesToPostWithoutTheRightAndAfterAKick() {
    SandboxWorld.of(server).takeRight("can_post_messages");
    assertThat(client.refusal("sendMessage", client.message("x")))
        .isEqualTo("400 Bad Request: need administrator rights in the channel chat");
    SandboxWorld.of(server).kickBot();
    assertThat(client.refusal("sendMessage", client.message("x")))
        .isEqualTo("403 Forbidden: bot was kicked from the channel chat");
    SandboxWorld.of(server).restoreBot();
    client.send("x");
  }

  @Test
  void saysThatAnEditChangedNothing() {
    int id = client.send("Same").path("message_id").asInt();

    String edit =
        "{\"chat_id\": \"@zharshy_sandbox\", \"message_id\": " + id + ", \"text\": \"%s\"}";
    assertThat(client.refusal("editMessageText", edit.formatted("Same")))
        .startsWith("400 Bad Request: message is not modified");
    assertThat(client.result("editMessageText", edit.formatted("New")).has("edit_date")).isTrue();
    assertThat(client.refusal("editMessageText", edit.replace(": " + id + ",", ": 99,")))
        .isEqualTo("400 Bad Request: message to edit not found");
  }

  @Test
  void forwardsToTheLogChatWithTheOrigin() {
    int id = client.send("News").path("message_id").asInt();

    JsonNode copy =
        client.result(
            "forwardMessage",
            "{\"chat_id\": %d, \"from_chat_id\": \"@zharshy_sandbox\", \"message_id\": %d}"
                .formatted(SandboxWorld.of(server).logChatId(), id));

    assertThat(copy.path("text").asText()).isEqualTo("News");
    assertThat(copy.path("forward_origin").path("type").asText()).isEqualTo("channel");
    assertThat(copy.path("forward_origin").path("message_id").asInt()).isEqualTo(id);
  }

  @Test
  void takesAPhotoAsMultipart() {
    JsonNode sent = client.sendPhoto("A river", SandboxClient.png(40, 30));

    assertThat(sent.path("photo").path(0).path("width").asInt()).isEqualTo(40);
    assertThat(sent.path("caption").asText()).isEqualTo("A river");
  }

  @Test
  void servesItsPageOnlyToNamesOfThisMachine() {
    assertThat(client.page("127.0.0.1").split("\r\n", 2)[0]).isEqualTo("HTTP/1.1 200 OK");
    assertThat(client.page("evil.example").split("\r\n", 2)[0]).startsWith("HTTP/1.1 403");
  }
}
