package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client library calls beyond the first messages. */
final class SandboxMethodsTest {
  private SandboxServer server;
  private SandboxClient client;

  @BeforeEach
  void start() throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    server = SandboxServer.start(SandboxOptions.standard(clock, System::nanoTime));
    client = new SandboxClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String toChannel(String fields) {
    return "{\"chat_id\": \"@zharshy_sandbox\", " + fields + "}";
  }

  @Test
  void readsMarkupAndRefusesBrokenMarkupInTelegramsWords() {
    JsonNode sent =
        client.result(
            "sendMessage", toChannel("\"text\": \"<b>Қар</b> жауды\", \"parse_mode\": \"html\""));
    assertThat(sent.path("entities").path(0).path("type").asText()).isEqualTo("bold");
    assertThat(
            client.refusal(
                "sendMessage", toChannel("\"text\": \"a.b\", \"parse_mode\": \"MarkdownV2\"")))
        .isEqualTo(
            "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped"
                + " with the preceding '\\'");
    assertThat(client.refusal("sendMessage", toChannel("\"text\": \"a\", \"parse_mode\": \"xml\"")))
        .isEqualTo("400 Bad Request: unsupported parse_mode");
  }

  @Test
  void refusesALinkEntityWhoseAddressIsNone() {
    assertThat(
            client.refusal(
                "sendMessage",
                toChannel(
                    "\"text\": \"a\", \"entities\": [{\"type\": \"text_link\", \"offset\": 0,"
                        + " \"length\": 1, \"url\": \"ftp://a.kz\"}]")))
        .isEqualTo("400 Bad Request: entity URL 'ftp://a.kz' is invalid: Unsupported URL protocol");
  }

  @Test
  void takesFormsInTheAddress() {
    assertThat(
            client
                .get("sendMessage?chat_id=@zharshy_sandbox&text=%D2%9A%D0%B0%D1%80%20+1")
                .path("ok")
                .asBoolean())
        .isTrue();
    assertThat(SandboxWorld.of(server).posts())
        .extracting(SandboxMessage::text)
        .containsExactly("Қар  1");
  }

  /** As Telegram does: https://core.telegram.org/bots/api#responseparameters. */
  @Test
  void aGroupThatBecameASupergroupTakesCallsOnlyUnderItsNewNumber() {
    SandboxWorld world = SandboxWorld.of(server);
    long old = world.logChatId();
    client.result("getUpdates", "{}");
    List<JsonNode> updates = world.upgradeLogChat(-1_008_888_888_888L);

    JsonNode refused =
        client.call("sendMessage", "{\"chat_id\": %d, \"text\": \"a\"}".formatted(old));
    assertThat(refused.toString())
        .isEqualTo(
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded"
                + " to a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1008888888888}}");
    assertThat(client.refusal("getChat", "{\"chat_id\": %d}".formatted(old)))
        .startsWith("400 Bad Request: group chat was upgraded");
    client.result("sendMessage", "{\"chat_id\": -1008888888888, \"text\": \"b\"}");
    assertThat(world.logChatId()).isEqualTo(-1_008_888_888_888L);
    assertThat(client.result("getUpdates", "{}"))
        .extracting(JsonNode::toString)
        .containsExactlyElementsOf(updates.stream().map(JsonNode::toString).toList());
    assertThat(updates.get(0).at("/message/chat/id").asLong()).isEqualTo(old);
    assertThat(updates.get(0).at("/message/migrate_to_chat_id").asLong())
        .isEqualTo(-1_008_888_888_888L);
    assertThat(updates.get(1).at("/message/migrate_from_chat_id").asLong()).isEqualTo(old);
  }

  @Test
  void aPersonWhoNeverWroteCannotBeWrittenToUntilTheyWrite() {
    SandboxWorld world = SandboxWorld.of(server);
    world.personNeverWrote(77);
    String message = "{\"chat_id\": 77, \"text\": \"a\"}";
    assertThat(client.refusal("sendMessage", message))
        .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
    world.personBlocksBot(77);
    assertThat(client.refusal("sendMessage", message))
        .isEqualTo("403 Forbidden: bot was blocked by the user");

    world.personWrites(77, "en", "/start");

    assertThat(client.result("sendMessage", message).path("text").asText()).isEqualTo("a");
  }

  @Test
  void bringsUpdatesToAWebhookWithItsSecret() throws IOException {
    Queue<String> secrets = new ConcurrentLinkedQueue<>();
    HttpServer bot =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bot.createContext(
        "/",
        exchange -> {
          secrets.add(
              String.valueOf(
                  exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
          // The first is refused, so that it must come again.
          exchange.sendResponseHeaders(secrets.size() == 1 ? 500 : 200, -1);
          exchange.close();
        });
    bot.start();
    try {
      String url = "http://127.0.0.1:" + bot.getAddress().getPort() + "/hook";
      client.result("setWebhook", "{\"url\": \"" + url + "\", \"secret_token\": \"only_we_know\"}");
      assertThat(client.refusal("getUpdates", "{}"))
          .startsWith("409 Conflict: can't use getUpdates method while webhook is active");
      SandboxWorld.of(server).personWrites(77, "kk", "/start");

      Awaitility.await()
          .until(
              () ->
                  client.result("getWebhookInfo", "{}").path("pending_update_count").asInt() == 0);
      assertThat(secrets).containsExactly("only_we_know", "only_we_know");
    } finally {
      bot.stop(0);
    }
  }

  @Test
  void callsNoWebhookOutsideThisMachine() {
    assertThat(client.refusal("setWebhook", "{\"url\": \"https://example.com/\"}"))
        .startsWith("400 Bad Request: bad webhook");
  }

  @Test
  void keepsCommandsByScopeAndLanguage() {
    String list = "\"commands\": [{\"command\": \"%s\", \"description\": \"x\"}]";
    client.result("setMyCommands", "{" + list.formatted("start") + "}");
    client.result(
        "setMyCommands",
        "{"
            + list.formatted("latest")
            + ", \"scope\": {\"type\": \"all_private_chats\"},"
            + " \"language_code\": \"kk\"}");

    assertThat(client.result("getMyCommands", "{}").path(0).path("command").asText())
        .isEqualTo("start");
    assertThat(client.order("commands", "{\"person\": 2000001}").path(0).path("command").asText())
        .isEqualTo("latest");
    assertThat(client.order("commands", "{\"person\": 2000002}").path(0).path("command").asText())
        .isEqualTo("start");
  }

  @Test
  void takesInlineResultsAndShowsThemToWhoAsked() {
    JsonNode update = SandboxWorld.of(server).personAsksInline(77, "ru", "снег");
    String id = update.path("inline_query").path("id").asText();

    client.result(
        "answerInlineQuery",
        "{\"inline_query_id\": \""
            + id
            + "\", \"results\": [{\"type\": \"article\", \"id\": \"1\","
            + " \"title\": \"Снег\", \"input_message_content\": {\"message_text\": \"*a*\","
            + " \"parse_mode\": \"MarkdownV2\"}}]}");

    assertThat(
            SandboxWorld.of(server)
                .inlineAnswer(id)
                .orElseThrow()
                .path("results")
                .path(0)
                .path("content"))
        .hasToString(
            "{\"text\":\"a\",\"entities\":[{\"offset\":0,\"length\":1,\"type\":\"bold\"}]}");
    assertThat(client.refusal("answerInlineQuery", "{\"inline_query_id\": \"5\", \"results\": []}"))
        .isEqualTo(
            "400 Bad Request: query is too old and response timeout expired or query ID is invalid");
  }

  @Test
  void copiesSeveralMessagesAndPassesOverThoseThatAreGone() {
    client.send("one");
    client.send("two");

    JsonNode copies =
        client.result(
            "copyMessages",
            "{\"chat_id\": %d, \"from_chat_id\": \"@zharshy_sandbox\", \"message_ids\": [1, 7, 2]}"
                .formatted(SandboxWorld.of(server).logChatId()));

    assertThat(copies).hasSize(2);
    assertThat(SandboxWorld.of(server).messages(SandboxWorld.of(server).logChatId()))
        .extracting(SandboxMessage::text)
        .containsExactly("one", "two");
  }

  @Test
  void replacesAPhoto() {
    int id = client.sendPhoto("before", SandboxClient.png(40, 30)).path("message_id").asInt();

    JsonNode edited =
        client.result(
            "editMessageMedia",
            toChannel(
                "\"message_id\": "
                    + id
                    + ", \"media\": {\"type\": \"photo\", \"media\":"
                    + " \"https://news.example/a.png\", \"caption\": \"after\"}"));

    assertThat(edited.path("caption").asText()).isEqualTo("after");
    assertThat(edited.has("edit_date")).isTrue();
  }

  @Test
  void forwardsEachPostIntoTheDiscussionGroup() {
    long group = SandboxWorld.of(server).openDiscussion();
    int id = client.send("News").path("message_id").asInt();

    JsonNode copy = SandboxWorld.of(server).messages(group).get(0).json();
    assertThat(copy.path("is_automatic_forward").asBoolean()).isTrue();
    assertThat(copy.path("forward_origin").path("message_id").asInt()).isEqualTo(id);
    assertThat(client.result("getUpdates", "{}").path(0).path("message").path("text").asText())
        .isEqualTo("News");
    assertThat(client.result("getChat", toChannel("\"x\": 1")).path("linked_chat_id").asLong())
        .isEqualTo(group);
  }

  @Test
  void tellsTheBotThatItWasThrownOut() {
    SandboxWorld.of(server).kickBot();

    JsonNode change = client.result("getUpdates", "{}").path(0).path("my_chat_member");
    assertThat(change.path("old_chat_member").path("status").asText()).isEqualTo("administrator");
    assertThat(change.path("new_chat_member").path("status").asText()).isEqualTo("kicked");
  }

  @Test
  void countsReactionsForABotThatAsksForThem() {
    int id = client.send("News").path("message_id").asInt();
    client.result("getUpdates", "{\"allowed_updates\": [\"message_reaction_count\"]}");
    SandboxWorld.of(server).personReacts(77, id, "🔥");
    SandboxWorld.of(server).crowdReacts(id, "👍", 1200);

    assertThat(
            client
                .result("getUpdates", "{}")
                .path(1)
                .path("message_reaction_count")
                .path("reactions")
                .findValuesAsText("total_count"))
        .containsExactly("1200", "1");
    assertThat(
            client
                .result("getUpdates", "{}")
                .path(0)
                .path("message_reaction_count")
                .path("reactions")
                .path(0)
                .path("total_count")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void keepsRichMessagesWithinTheirLimits() {
    JsonNode sent =
        client.result(
            "sendRichMessage",
            toChannel(
                "\"rich_message\": {\"blocks\": [{\"type\": \"heading\", \"size\": 1, \"text\":"
                    + " \"Қар\"}, {\"type\": \"list\", \"items\": [{\"blocks\": [{\"type\":"
                    + " \"paragraph\", \"text\": \"бір\"}]}]}]}"));

    assertThat(
            sent.path("rich_message")
                .path("blocks")
                .path(1)
                .path("items")
                .path(0)
                .path("label")
                .asText())
        .isEqualTo("•");
    assertThat(
            client.refusal(
                "sendRichMessage",
                toChannel(
                    "\"rich_message\": {\"blocks\": [{\"type\": \"paragraph\", \"text\": \""
                        + "я".repeat(32_769)
                        + "\"}]}")))
        .isEqualTo("400 Bad Request: message is too long");
    String row = "[" + "{},".repeat(20) + "{}],";
    assertThat(client.refusal("sendRichMessage", toChannel(table(row))))
        .isEqualTo("400 Bad Request: table of a rich message has too many columns");
    assertThat(client.refusal("sendRichMessage", toChannel(table("[{}],".repeat(499)))))
        .isEqualTo("400 Bad Request: rich message has too many blocks");
  }

  private static String table(String rows) {
    return "\"rich_message\": {\"blocks\": [{\"type\": \"table\", \"cells\": [" + rows + "[{}]]}]}";
  }

  @Test
  void bringsThePressOfAButtonAndItsAnswerBackToThePage() {
    SandboxWorld.of(server).personWrites(77, "en", "hi");
    int id =
        client
            .result(
                "sendMessage",
                "{\"chat_id\": 77, \"text\": \"Choose\", \"reply_markup\": {\"inline_keyboard\":"
                    + " [[{\"text\": \"A\", \"callback_data\": \"a\"}]]}}")
            .path("message_id")
            .asInt();
    JsonNode press = SandboxWorld.of(server).personPresses(77, id, "a");
    String query = press.path("callback_query").path("id").asText();

    client.result("answerCallbackQuery", "{\"callback_query_id\": \"" + query + "\"}");

    assertThat(SandboxWorld.of(server).isAnswered(query)).isTrue();
  }
}
