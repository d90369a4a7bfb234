package kz.zharshy.fault;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
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

/** The database's file is taken away below the running bot. */
@DisplayName("the database file moved, deleted or replaced while the bot runs")
@Tag("slow")
final class LostFileTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SECONDS = 20;
  private static final int DATABASE_GONE = 4;

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
    "the database file is moved, replaced or deleted while the bot runs | ends with the reason",
    "the database file is moved, replaced or deleted while the bot runs | the next start publishes from the new one"
  })
  void aReplacedFileEndsTheBotAndTheNextStartPublishesWhatIsInTheNewOne() throws Exception {
    Path other = folder.resolve("other.db");
    Path kept = folder.resolve("kept.db");
    QueueDatabase.open(other.toString()).close();
    insert(other, "Of the new file");
    try (Bot bot = Bot.against(telegram, folder)) {
      publish("Of the old file");
      Files.createLink(kept, database());
      Files.move(other, database(), REPLACE_EXISTING);

      assertThat(bot.end(SECONDS)).isEqualTo(DATABASE_GONE);

      assertThat(bot.output())
          .contains("The database " + database() + " was moved, deleted or replaced")
          .doesNotContain("Of the new file");
    }
    assertThat(world.messages(world.logChatId()))
        .extracting(SandboxMessage::text)
        .anyMatch(text -> text.contains("дерекқор файлын жылжытқан"));
    assertThat(answer(database(), "SELECT title FROM article")).isEqualTo("Of the new file");
    assertThat(answer(kept, "SELECT title || ' ' || state FROM article"))
        .isEqualTo("Of the old file published");

    try (Bot bot = Bot.against(telegram, folder)) {
      await().atMost(PATIENCE).until(() -> world.posts().size() == 2);
      assertThat(bot.stop(SECONDS)).isZero();
    }
    assertThat(answer(database(), "PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void inThePlaceOfAFileThatIsGoneNoneIsMadeAnew() throws Exception {
    Path moved = folder.resolve("moved.db");
    try (Bot bot = Bot.against(telegram, folder)) {
      publish("News");
      Files.move(database(), moved);
      assertThat(bot.end(SECONDS)).isEqualTo(DATABASE_GONE);
    }

    try (Bot bot = Bot.against(telegram, folder)) {
      assertThat(bot.end(SECONDS)).isEqualTo(1);
      assertThat(bot.output())
          .contains(
              database()
                  + " is not there: it was moved or deleted while the bot ran. Put it back, or"
                  + " restore a backup. To begin with an empty database, delete "
                  + database()
                  + ".missing.");
    }
    assertThat(database()).doesNotExist();

    Files.move(moved, database());
    try (Bot bot = Bot.against(telegram, folder)) {
      publish("More news");
      assertThat(bot.stop(SECONDS)).isZero();
    }
    assertThat(world.posts()).hasSize(2);
    assertThat(folder.resolve("queue.db.missing")).doesNotExist();
  }

  @Test
  @Proves(
      "the database file is moved, replaced or deleted while the bot runs | ends with the reason")
  void aDeletedFileEndsTheBot() throws Exception {
    try (Bot bot = Bot.against(telegram, folder)) {
      publish("News");
      Files.delete(database());

      assertThat(bot.end(SECONDS)).isEqualTo(DATABASE_GONE);
    }
  }

  private void publish(String title) throws Exception {
    int before = world.posts().size();
    QueueDatabase.open(database().toString()).close();
    insert(database(), title);
    await().atMost(PATIENCE).until(() -> world.posts().size() > before);
    await()
        .atMost(PATIENCE)
        .until(() -> answer(database(), "SELECT min(state) FROM article").equals("published"));
  }

  private Path database() {
    return folder.resolve("queue.db");
  }

  private static void insert(Path file, String title) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO article (title) VALUES ('" + title + "')");
    }
  }

  private static String answer(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.getString(1);
    }
  }
}
