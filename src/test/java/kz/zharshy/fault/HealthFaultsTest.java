package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import kz.zharshy.cli.Bot;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a monitor hears of the bot as a process while something is wrong, and afterwards. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class HealthFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private SandboxServer telegram;
  private SandboxWorld world;
  private int port;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    world = SandboxWorld.of(telegram);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  @Proves({
    "409 on polling: a second copy of the bot runs | health says so",
    "5xx for half an hour | health says so",
    "401 | health says so of polling too"
  })
  void pollingInTroubleIsNamedUntilItIsOver() throws Exception {
    try (Bot bot = Bot.against(telegram, folder, health())) {
      awaitFine();
      world.onCall(polling(Fault.refuse(409, "Conflict: terminated by other getUpdates request")));
      awaitTrouble("polling, since", "Another program with the same token", "409 Conflict");
      world.clearFaults();
      awaitFine();

      world.onCall(polling(Fault.gateway(502)));
      awaitTrouble("polling, since", "cannot be received now", "502");
      world.clearFaults();
      awaitFine();

      world.onCall(polling(Fault.refuse(401, "Unauthorized")));
      awaitTrouble("polling, since", "The token is refused", "401 Unauthorized");
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  @Proves("SQLite locked by another program for 30 s | health says so")
  void aLockIsNamedUntilItFalls() throws Exception {
    try (Bot bot = Bot.against(telegram, folder, health())) {
      awaitFine();
      try (Connection other = connection();
          Statement sql = other.createStatement()) {
        sql.execute("BEGIN IMMEDIATE");
        awaitTrouble("lease, since", "is locked by another program");
        sql.execute("ROLLBACK");
      }
      awaitFine();
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  @Proves("disk full | health says so")
  void aFullDiskIsNamed() throws Exception {
    try (Bot bot = Bot.onSmallDisk(telegram, folder, 2048, health())) {
      awaitFine();
      try (Connection other = connection();
          Statement sql = other.createStatement()) {
        sql.execute("CREATE TABLE ballast AS SELECT randomblob(3000000) AS what");
        awaitTrouble("lease, since", "The database: ");
      }
      assertThat(bot.output()).contains("A step of lease went wrong");
    }
  }

  @Test
  void aCallThatTakesItsTimeIsNoTrouble() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    try (Bot bot = Bot.against(telegram, folder, health())) {
      awaitFine();
      world.onCall(Fault.holdAnswer(answer).on("sendMessage"));
      try (Connection other = connection();
          Statement sql = other.createStatement()) {
        sql.execute("INSERT INTO article (title, body) VALUES ('News', 'Text.')");
      }
      await().atMost(PATIENCE).until(() -> !world.calls("sendMessage").isEmpty());
      await()
          .during(Duration.ofSeconds(12))
          .atMost(PATIENCE)
          .until(() -> ask().statusCode() == 200);
      answer.countDown();
      assertThat(bot.stop(10)).isZero();
    }
  }

  private static Fault polling(Fault fault) {
    return fault.on("getUpdates").always();
  }

  private String health() {
    return "ZHARSHY_HEALTH_PORT=" + port;
  }

  private Connection connection() throws Exception {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA busy_timeout = 10000");
    }
    return connection;
  }

  private void awaitFine() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(ask().body()).startsWith("fine\n"));
    await().atMost(PATIENCE).until(() -> !world.calls("getUpdates").isEmpty());
  }

  private void awaitTrouble(String... words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              HttpResponse<String> answer = ask();
              assertThat(answer.statusCode()).isEqualTo(503);
              assertThat(answer.body()).contains(words);
            });
  }

  private HttpResponse<String> ask() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/health");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
