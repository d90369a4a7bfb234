package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.cli.Bot;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log chat moves or is lost, and nobody answers: the bot, as it runs, is heard all the same.
 */
@Tag("slow")
final class AlarmFaultsTest {
  private static final long OWNER = 42;
  private static final long SUPERGROUP = -1_008_888_888_888L;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private SandboxServer telegram;
  private SandboxWorld world;
  private QueueDatabase queue;
  private long logChat;
  private int port;

  @BeforeEach
  void open() throws IOException {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    world = SandboxWorld.of(telegram);
    queue = QueueDatabase.open(folder.resolve("queue.db").toString());
    logChat = world.logChatId();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    queue.close();
    telegram.close();
  }

  @Test
  @Proves("the log chat becomes a supergroup | notices follow it, after a restart too")
  void aNoticeFollowsTheLogChatAndSoDoesTheNextRun() throws Exception {
    try (Bot bot = start()) {
      awaitHealth(200, "notices reach");
      world.upgradeLogChat(SUPERGROUP);
      fails("One");

      awaitHeard(SUPERGROUP, "One");
      awaitHeard(SUPERGROUP, "bot.log-chat");
      awaitHealth(200, "has the number -1008888888888 now");
      bot.kill();
    }
    int calls = world.calls().size();
    try (Bot bot = start()) {
      fails("Two");

      awaitHeard(SUPERGROUP, "Two");
      awaitHealth(200, "has the number -1008888888888 now");
      bot.kill();
    }
    assertThat(world.calls().subList(calls, world.calls().size()))
        .noneMatch(call -> call.params().path("chat_id").asLong() == logChat);
  }

  @Test
  @Proves({
    "nobody of the newsroom can be reached | health says so",
    "nobody of the newsroom can be reached | the first who comes back hears it"
  })
  void whatNobodyCouldHearStandsInHealthAndIsToldToTheFirstWhoComesBack() throws Exception {
    try (Bot bot = start()) {
      awaitHealth(200, "notices reach");
      Object unused = world.kickBotFromLogChat();
      awaitHealth(503, "log chat, since ");
      fails("One");
      awaitHealth(503, "Nobody of the newsroom can be told anything");
      assertThat(bot.output()).contains("ERROR").contains("Nobody of the newsroom can be told");

      unused = world.personWrites(OWNER, "en", "/status");

      awaitHeard(OWNER, "One");
      awaitHeard(OWNER, "log chat");
    }
  }

  private Bot start() throws IOException {
    return Bot.against(
        telegram,
        folder,
        "ZHARSHY_BOT_LOG_CHAT=" + logChat,
        "ZHARSHY_POSTS_MAX_PARTS=1",
        "ZHARSHY_HEALTH_PORT=" + port);
  }

  /** An article that cannot go out. */
  private void fails(String title) {
    Content content = Content.builder(title, "A sentence of some words. ".repeat(400)).build();
    queue.articles().add(Draft.of(content), "test", Clock.systemUTC().instant());
  }

  private void awaitHeard(long chat, String words) {
    await(chat + " hears " + words)
        .atMost(PATIENCE)
        .until(
            () ->
                world.messages(chat).stream()
                    .map(SandboxMessage::text)
                    .anyMatch(text -> text.contains(words)));
  }

  private void awaitHealth(int status, String words) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
    await("health says " + status + " " + words)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> {
              HttpResponse<String> answer =
                  http.send(request, HttpResponse.BodyHandlers.ofString());
              return answer.statusCode() == status && answer.body().contains(words);
            });
  }
}
