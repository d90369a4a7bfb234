package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.fault.Proves;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as it is run: a process, a database file, and a Bot API server that is not its own. */
@Tag("slow")
final class RunningTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @TempDir private Path folder;
  private SandboxServer telegram;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void anInsertOfAnotherProgramBecomesAPost() throws Exception {
    try (Bot bot = Bot.against(telegram, folder)) {
      insert("INSERT INTO article (title, body) VALUES ('Қар жауды', 'Мектептер жабық.')");

      await().atMost(PATIENCE).until(() -> SandboxWorld.of(telegram).posts().size() == 1);

      assertThat(SandboxWorld.of(telegram).posts().get(0).text())
          .isEqualTo("Қар жауды\n\nМектептер жабық.\n\nSubscribe!");
      assertThat(bot.stop(10)).isZero();
      assertThat(bot.output()).doesNotContain(telegram.token()).contains("Stopped.");
    }
  }

  @Test
  void aDroppedFileBecomesAPost() throws Exception {
    try (Bot bot = Bot.against(telegram, folder)) {
      Path inbox = Files.createDirectories(folder.resolve("inbox"));
      Files.writeString(inbox.resolve("news.txt"), "A headline\n\nA text.\n");

      await().atMost(PATIENCE).until(() -> SandboxWorld.of(telegram).posts().size() == 1);

      await().atMost(PATIENCE).until(() -> Files.exists(inbox.resolve("done/news.txt")));
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  void aReaderAsksForTheLatestAndAnOwnerPosts() throws Exception {
    try (Bot bot = Bot.against(telegram, folder)) {
      SandboxWorld.of(telegram).personWrites(7, "en", "/post Not mine\nto give");
      SandboxWorld.of(telegram).personWrites(42, "ru", "/post Снег в Алматы\nШколы закрыты.");
      await().atMost(PATIENCE).until(() -> bot.output().contains("is out"));

      SandboxWorld.of(telegram).personWrites(8, "en", "/latest");
      await().atMost(PATIENCE).until(() -> fromBot(8).size() == 1);

      assertThat(fromBot(8).get(0).text()).startsWith("Latest news\n\n1. Снег в Алматы\n");
      assertThat(SandboxWorld.of(telegram).posts().get(0).text())
          .isEqualTo("Снег в Алматы\n\nШколы закрыты.\n\nSubscribe!");
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  @Proves({
    "409 on polling: a second copy of the bot runs | both notice",
    "409 on polling: a second copy of the bot runs | the other takes over within 15 s"
        + " of the first one's death"
  })
  void aSecondCopyWaitsAndTakesOverWhenTheFirstIsKilled() throws Exception {
    try (Bot first = Bot.against(telegram, folder)) {
      insert("INSERT INTO article (title) VALUES ('One')");
      await().atMost(PATIENCE).until(() -> first.output().contains("is out"));
      try (Bot second = Bot.against(telegram, folder)) {
        await().atMost(PATIENCE).until(() -> second.output().contains("Another copy"));
        first.kill();
        insert("INSERT INTO article (title) VALUES ('Two')");

        await().atMost(PATIENCE).until(() -> second.output().contains("is out"));
        assertThat(second.stop(10)).isZero();
      }
    }
    assertThat(SandboxWorld.of(telegram).posts()).hasSize(2);
  }

  @Test
  void theSandboxShowsTheSampleArticlesAndEndsInTime() throws Exception {
    try (Bot bot = Bot.start(folder, List.of(), "run", "--sandbox")) {
      await().atMost(PATIENCE).until(() -> ADDRESS.matcher(bot.output()).find());
      await().atMost(PATIENCE).until(() -> bot.output().split("is out", -1).length == 4);

      Matcher address = ADDRESS.matcher(bot.output());
      assertThat(address.find()).isTrue();
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  void theSandboxAloneServesAnotherBot() throws Exception {
    try (Bot sandbox = Bot.start(folder, List.of(), "sandbox", "--port", "0", "--token", "12:ab")) {
      await().atMost(PATIENCE).until(() -> sandbox.output().contains("Ctrl-C"));
      Matcher address = ADDRESS.matcher(sandbox.output());
      assertThat(address.find()).isTrue();

      HttpResponse<String> me =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address.group() + "bot12:ab/getMe")).build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(me.body()).startsWith("{\"ok\":true,\"result\":{\"id\":12,\"is_bot\":true");
      assertThat(sandbox.stop(10)).isZero();
    }
  }

  @Test
  void theSandboxSaysWhyItCannotListen() {
    Program program = Program.in(folder);

    assertThat(program.run("sandbox", "--port", "99999")).isEqualTo(1);
    assertThat(program.err())
        .isEqualTo(
            "There is no port 99999: name one from 1 to 65535, or 0 for any that is free.\n");
    String taken = Integer.toString(telegram.pageAddress().getPort());
    assertThat(program.run("sandbox", "--port", taken)).isEqualTo(1);
    assertThat(program.err())
        .isEqualTo(
            "The sandbox cannot listen on port %s: Address already in use. Name another with --port, or 0 for any.\n"
                .formatted(taken));
    assertThat(program.run("sandbox", "--token", "abc")).isEqualTo(1);
    assertThat(program.err())
        .isEqualTo("--token must be of the form 123:abc, as @BotFather's are.\n");
  }

  private List<SandboxMessage> fromBot(long person) {
    return SandboxWorld.of(telegram).messages(person).stream()
        .filter(message -> message.json().path("from").path("is_bot").asBoolean())
        .toList();
  }

  private void insert(String sql) throws Exception {
    Path file = folder.resolve("queue.db");
    await().atMost(PATIENCE).until(() -> isReady(file));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean isReady(Path file) throws Exception {
    if (!Files.exists(file)) {
      return false;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'telegram_update'")
          .next();
    }
  }
}
