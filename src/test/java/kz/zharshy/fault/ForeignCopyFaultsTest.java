package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kz.zharshy.cli.Bot;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs with one token, each with a database of its own. */
@DisplayName("409 on polling that stands: a copy of the bot with another database runs")
@Tag("slow")
final class ForeignCopyFaultsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long OWNER = 42;
  private static final int GAVE_WAY = 5;

  @TempDir private Path folder;
  private SandboxServer telegram;
  private SandboxWorld world;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    world = SandboxWorld.of(telegram);
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  @Proves({
    "a copy with another database has the same token | both pause and ask",
    "a copy with another database has the same token | what both have is published once"
  })
  void bothPauseAndTheOneThatIsNotStoppedPublishesWhatBothHaveOnce() throws Exception {
    // A bot can write only to a person who has written to it.
    world.personWrites(OWNER, "en", "/start");
    Path old = Files.createDirectory(folder.resolve("old"));
    Path young = Files.createDirectory(folder.resolve("new"));
    try (Bot first = Bot.against(telegram, old);
        Bot second = Bot.against(telegram, young)) {
      await().atMost(PATIENCE).until(() -> first.output().contains("publishing is paused"));
      await().atMost(PATIENCE).until(() -> second.output().contains("publishing is paused"));
      insert(old);
      insert(young);

      // A press reaches whichever of the two asks Telegram next.
      await().atMost(PATIENCE).until(() -> ends(first, second));

      await().atMost(PATIENCE).until(() -> world.posts().size() == 1);
      Bot left = first.isRunning() ? first : second;
      assertThat((left == first ? second : first).end(10)).isEqualTo(GAVE_WAY);
      assertThat(left.output()).contains("publishing goes on");
      assertThat(left.stop(10)).isZero();
    }
    assertThat(world.posts())
        .extracting(SandboxMessage::text)
        .containsExactly("News\n\nSubscribe!");
  }

  /** Presses "stop" below both questions, until one of the two has heard of its own. */
  private boolean ends(Bot first, Bot second) throws Exception {
    for (SandboxMessage question : questions()) {
      if (first.isRunning() && second.isRunning()) {
        world.personPresses(OWNER, question.json().path("message_id").asInt(), data(question, 1));
        first.awaitEnd(Duration.ofSeconds(7));
      }
    }
    return !first.isRunning() || !second.isRunning();
  }

  @Test
  @Proves("a webhook of another program | pauses publishing until it is removed")
  void aWebhookPausesPublishingUntilItIsRemoved() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (Bot bot = Bot.against(telegram, folder, "ZHARSHY_HEALTH_PORT=" + port)) {
      await().atMost(PATIENCE).until(() -> !world.calls("getUpdates").isEmpty());
      call("setWebhook?url=http://127.0.0.1:9/secret");
      await().atMost(PATIENCE).until(() -> bot.output().contains("publishing is paused"));
      insert(folder);
      await().atMost(PATIENCE).until(() -> health(port).contains("503"));
      assertThat(health(port)).contains("127.0.0.1 by a webhook").doesNotContain("secret");
      assertThat(world.posts()).isEmpty();
      call("deleteWebhook");

      await().atMost(PATIENCE).until(() -> world.posts().size() == 1);

      await().atMost(PATIENCE).until(() -> health(port).contains("200"));
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  void whoIsStartedWithHereRemovesTheWebhookAndPublishes() throws Exception {
    call("setWebhook?url=http://127.0.0.1:9/secret");
    QueueDatabase queue = QueueDatabase.open(folder.resolve("queue.db").toString());
    queue.foreignCopies().ask("0badf00d", Clock.systemUTC().instant());
    queue.foreignCopies().choose(kz.zharshy.store.ForeignCopies.Choice.THERE);
    queue.close();
    insert(folder);
    try (Bot bot = Bot.against(telegram, folder)) {
      assertThat(bot.end(20)).isEqualTo(GAVE_WAY);
      assertThat(bot.output()).contains("start this one with `run --here`");
    }
    assertThat(world.posts()).isEmpty();

    try (Bot bot = Bot.here(telegram, folder)) {
      await().atMost(PATIENCE).until(() -> world.posts().size() == 1);
      assertThat(bot.stop(10)).isZero();
    }
    assertThat(world.calls("deleteWebhook")).hasSize(1);
  }

  private List<SandboxMessage> questions() {
    return world.messages(OWNER).stream()
        .filter(message -> message.json().at("/reply_markup/inline_keyboard/1/0").isObject())
        .toList();
  }

  private static String data(SandboxMessage question, int row) {
    JsonNode button = question.json().at("/reply_markup/inline_keyboard/" + row + "/0");
    return button.path("callback_data").asText();
  }

  private void call(String method) throws Exception {
    get(URI.create(telegram.apiAddress() + "/bot" + telegram.token() + "/" + method));
  }

  private static String health(int port) throws Exception {
    return get(URI.create("http://127.0.0.1:" + port + "/health"));
  }

  private static String get(URI address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private static void insert(Path folder) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO article (title) VALUES ('News')");
    }
  }
}
