package kz.zharshy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page's own requests. */
final class SandboxPageTest {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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

  @Test
  void followsTheChannelByEvents() throws IOException, InterruptedException {
    client.send("before");
    HttpRequest request = HttpRequest.newBuilder(page("/sandbox/events")).build();
    HttpResponse<InputStream> stream =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(event(lines, "all")).contains("\"text\":\"before\"");
      client.send("after");
      assertThat(event(lines, "posted")).contains("\"text\":\"after\"");
    }
  }

  private static String event(BufferedReader lines, String name) throws IOException {
    String line = "";
    while (!line.equals("event: " + name)) {
      line = lines.readLine();
    }
    return lines.readLine();
  }

  private URI page(String path) {
    return server.pageAddress().resolve(path);
  }

  @Test
  void letsAVisitorWriteAsAPersonInALanguage() {
    client.order("write", "{\"person\": 2000001, \"language\": \"ru\", \"text\": \"/start\"}");

    assertThat(
            client
                .result("getUpdates", "{}")
                .path(0)
                .path("message")
                .path("from")
                .path("language_code")
                .asText())
        .isEqualTo("ru");
  }

  @Test
  void ordersAFaultForTheNextPost() {
    client.order("fault", "{\"fault\": \"flood\", \"seconds\": 7}");

    assertThat(client.refusal("sendMessage", client.message("x")))
        .isEqualTo("429 Too Many Requests: retry after 7");
    client.send("x");
  }

  @Test
  void throwsTheBotOutAndLetsItInAgain() {
    client.order("bot", "{\"action\": \"kick\"}");
    assertThat(client.refusal("sendMessage", client.message("x")))
        .isEqualTo("403 Forbidden: bot was kicked from the channel chat");
    client.order("bot", "{\"action\": \"restore\"}");
    client.send("x");
  }

  @Test
  void changesTheBotsStandingInAnyChat() {
    String logChat = Long.toString(server.logChatId());
    String message = "{\"chat_id\": %s, \"text\": \"x\"}".formatted(logChat);
    client.order("bot", "{\"action\": \"kick\", \"chat\": %s}".formatted(logChat));
    assertThat(client.refusal("sendMessage", message))
        .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
    client.send("x");
    client.order(
        "bot", "{\"action\": \"upgrade\", \"chat\": %s, \"to\": -1005}".formatted(logChat));
    assertThat(client.refusal("sendMessage", message))
        .isEqualTo("400 Bad Request: group chat was upgraded to a supergroup chat");
    client.order("bot", "{\"action\": \"forget\", \"chat\": 2000001}");
    assertThat(client.refusal("sendMessage", "{\"chat_id\": 2000001, \"text\": \"x\"}"))
        .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
  }

  @Test
  void ordersThatAChatHasMoved() {
    client.order("fault", "{\"fault\": \"moved\", \"to\": -1008}");

    assertThat(client.call("sendMessage", client.message("x")).at("/parameters/migrate_to_chat_id"))
        .hasToString("-1008");
    client.send("x");
  }

  @Test
  void saysWhatIsWrongWithAnOrder() {
    HttpResponse<String> answer = client.post("/sandbox/fault", "{\"fault\": \"flod\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"There is no fault \\\"flod\\\".\"}");
  }

  @Test
  void takesAFileOfAVisitor() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page("/sandbox/upload?person=2000001&name=a.txt"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("Тақырып"))
            .build();
    http.send(request, HttpResponse.BodyHandlers.discarding());

    assertThat(
            client
                .result("getUpdates", "{}")
                .path(0)
                .path("message")
                .path("document")
                .path("file_name")
                .asText())
        .isEqualTo("a.txt");
  }

  @Test
  void turnsAwayPagesOfOtherOrigins() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(page("/sandbox/clear-faults"))
            .header("Origin", "https://evil.example")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void allowsNoScriptButItsOwn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(page("/")).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    assertThat(answer.body()).doesNotContain("style=", "onclick", "http:", "https:");
  }
}
