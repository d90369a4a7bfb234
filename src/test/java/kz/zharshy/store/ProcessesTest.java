package kz.zharshy.store;

import static java.util.concurrent.TimeUnit.MINUTES;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.routed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one database, and processes that are killed. */
@Tag("slow")
final class ProcessesTest {
  private static final int KILLS = 6;

  private static final String PUBLISHED_BUT_NOT_SENT =
      "SELECT count(*) FROM article WHERE state = 'published' AND (SELECT count(*) FROM delivery"
          + " WHERE article_id = article.id AND delivery.state = 'sent') <> 2";

  private static final String SENT_BUT_NOT_PUBLISHED =
      "SELECT count(*) FROM article WHERE state <> 'published' AND (SELECT count(*) FROM delivery"
          + " WHERE article_id = article.id AND delivery.state = 'sent') = 2";

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  @Proves("two processes open a fresh database at once | both work")
  void processesThatOpenAFreshDatabaseAtOnceAllWork() throws Exception {
    Path file = folder.resolve("fresh.db");
    List<Process> children = start(3, "add", file);

    for (Process child : children) {
      assertThat(child.waitFor(2, MINUTES)).isTrue();
      assertThat(child.exitValue()).isZero();
    }

    try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
      assertThat(queue.articles().count(ArticleState.QUEUED)).isEqualTo(3);
    }
  }

  @Test
  void noArticleIsClaimedByTwoProcesses() throws Exception {
    Path file = folder.resolve("shared.db");
    try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
      for (int i = 0; i < 300; i++) {
        routed(queue, draft("Статья " + i));
      }
    }

    List<String> claimed = new ArrayList<>();
    for (Process child : start(2, "claim", file)) {
      claimed.addAll(child.inputReader(StandardCharsets.UTF_8).lines().toList());
      assertThat(child.waitFor()).isZero();
    }

    assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void aKilledPublisherLeavesASoundDatabaseInWhichNothingIsHalfDone() throws Exception {
    Path file = folder.resolve("killed.db");
    Random random = new Random(20261122);
    for (int kill = 1; kill <= KILLS; kill++) {
      killAfterLines(30 + random.nextInt(60), "publish", file);

      try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
        assertThat(queue.ledger().inDoubt()).hasSizeLessThanOrEqualTo(kill);
      }
      assertThat(answer(file, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(answer(file, PUBLISHED_BUT_NOT_SENT)).isEqualTo("0");
      assertThat(answer(file, SENT_BUT_NOT_PUBLISHED)).isEqualTo("0");
    }
  }

  @Test
  @Proves({
    "kill -9 during a schema migration | the next start finishes it or rolls it back",
    "kill -9 during a schema migration | integrity holds"
  })
  void aMigrationThatWasKilledIsFinishedAtTheNextStart() throws Exception {
    Random random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      Path place = Files.createDirectory(folder.resolve("kill" + kill));
      Process child = killAfterLines(1 + random.nextInt(4), "open", place);
      assertThat(child.waitFor()).isNotZero();

      try (Stream<Path> files = Files.list(place)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".db")).toList()) {
          try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
            assertThat(queue.articles().waiting(1)).isEmpty();
          }
          assertThat(answer(file, "PRAGMA integrity_check")).isEqualTo("ok");
        }
      }
    }
  }

  @Test
  @Proves({
    "disk full | stops sending what it could not record",
    "disk full | goes on by itself when there is space"
  })
  void onAFullDiskNothingIsBegunAndWithSpaceItGoesOnByItself() throws Exception {
    Process child = Commands.javaOnSmallDisk(folder, Child.class, "fill", folder.toString());
    started.add(child);
    child.getOutputStream().write('\n');
    child.getOutputStream().flush();

    assertThat(child.inputReader(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "ready",
            "full",
            "FULL: The disk of the database "
                + folder.resolve("queue.db")
                + " is full. Make space; nothing was changed.",
            "FULL, still PENDING",
            "PUBLISHED");
  }

  /** Kills a child at a random moment behind a line of its output. */
  private Process killAfterLines(int lines, String task, Path file) throws Exception {
    Process child = start(1, task, file).get(0);
    try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
      for (int line = 0; line < lines; line++) {
        assertThat(output.readLine()).isNotNull();
      }
      child.destroyForcibly();
      assertThat(child.waitFor(1, MINUTES)).isTrue();
    }
    return child;
  }

  /** Starts children and lets them begin together. */
  private List<Process> start(int number, String task, Path file) throws IOException {
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Process child = Commands.java(Child.class, task, file.toString());
      started.add(child);
      children.add(child);
    }
    for (Process child : children) {
      assertThat(child.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
    }
    for (Process child : children) {
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
    }
    return children;
  }

  static String answer(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.getString(1);
    }
  }
}
