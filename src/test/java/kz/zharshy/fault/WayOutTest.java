package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import kz.zharshy.cli.Bot;
import kz.zharshy.fault.Fault.End;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * SIGTERM in each state of the table on the page for operators: the process ends within ten
 * seconds, with the right code, nothing is lost by it, and what cannot end is settled by the next
 * start.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class WayOutTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path PAGE = Path.of("src/site/markdown/operators.md");
  private static final int A_SUPERVISORS_SECONDS = 10;
  private static final long OWNER = 42;

  /** The chat, its menu, digests and polling each ask at once. */
  private static final int CALLS_OF_A_START = 3;

  private static final String INSERT = "INSERT INTO article (title, body) VALUES ('News', 'Text.')";

  /** What the program is in the middle of, as the page calls it. */
  enum State {
    FIRST_START("First start", 0),
    MIGRATION("Schema being made or migrated", 0),
    IDLE("Nothing to do", 0),
    POLLING("Polling not answered", 0),
    NETWORK("No call answered at all", 0),
    CALL("A call that never returns", 0),
    UPLOAD("Upload under way", 0),
    LOCK("Database locked by another program", 0),
    DISK("Disk full", 0),
    FEED("Feed being fetched", 0),
    PAGE("Page being fetched for an editor", 0),
    MEMORY("Memory just ran out", 70),
    INDEX("Search index being built", 0),
    REINDEX("`reindex` and other commands", 143),
    TWICE("A second SIGTERM", 143);

    private final String row;
    private final int code;

    State(String row, int code) {
      this.row = row;
      this.code = code;
    }
  }

  @TempDir private Path folder;
  private final CountDownLatch never = new CountDownLatch(1);
  private SandboxServer telegram;
  private SandboxWorld world;
  private FaultProxy line;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    world = SandboxWorld.of(telegram);
    line = new FaultProxy(telegram.pageAddress().getPort());
  }

  @AfterEach
  void close() {
    never.countDown();
    line.close();
    telegram.close();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  @Proves("SIGTERM | exit 0 within 10 s")
  void theProcessEndsInTimeAndTheArticleIsPostedOnce(State state) throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database());
        Bot bot = enter(state, other)) {
      if (state == State.TWICE) {
        bot.tell();
        await().atMost(PATIENCE).until(() -> bot.output().contains("Stopping"));
      }

      assertThat(bot.stop(A_SUPERVISORS_SECONDS)).as(bot.output()).isEqualTo(state.code);

      assertThat(bot.output())
          .doesNotContain("is closed")
          .doesNotContainPattern("Stopped\\.\\n(?!\\S+ DEBUG).");
    }
    never.countDown();
    world.clearFaults();
    try (Bot next = Bot.against(telegram, folder)) {
      QueueDatabase.open(database().toString()).close();
      insertUnlessThere();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(count("state <> 'published'")).as(next.output()).isZero());
      assertThat(next.stop(A_SUPERVISORS_SECONDS)).isZero();
    }
    assertThat(world.posts())
        .extracting(SandboxMessage::text)
        .filteredOn(text -> text.startsWith("News"))
        .hasSize(1);
    assertThat(answer("PRAGMA integrity_check")).isEqualTo("ok");
  }

  @Test
  void thePageListsTheStatesAndTheirCodes() throws Exception {
    Map<String, String> page =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| SIGTERM during"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split("\\|", -1))
            .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));

    assertThat(new TreeMap<>(page))
        .isEqualTo(
            new TreeMap<>(
                Stream.of(State.values())
                    .collect(
                        Collectors.toMap(
                            state -> state.row, state -> Integer.toString(state.code)))));
  }

  private Bot enter(State state, Connection other) throws Exception {
    Statement sql = other.createStatement();
    return switch (state) {
      case FIRST_START -> {
        Bot bot = Bot.against(telegram, folder);
        await().atMost(PATIENCE).until(() -> bot.hasOpen(database()));
        yield bot;
      }
      case MIGRATION -> {
        sql.execute("BEGIN EXCLUSIVE");
        Bot bot = Bot.against(telegram, folder);
        await().atMost(PATIENCE).until(() -> bot.hasOpen(database()));
        yield bot;
      }
      case IDLE -> running();
      case POLLING -> {
        world.onCall(hold("getUpdates"));
        yield running();
      }
      case CALL, TWICE -> {
        world.onCall(hold("sendMessage"));
        Bot bot = running();
        sql.execute(INSERT);
        await().atMost(PATIENCE).until(() -> !world.calls("sendMessage").isEmpty());
        yield bot;
      }
      case UPLOAD -> upload(sql);
      case LOCK -> {
        CountDownLatch answer = new CountDownLatch(1);
        world.onCall(kz.zharshy.sandbox.fault.Fault.holdAnswer(answer).on("sendMessage"));
        Bot bot = running();
        sql.execute(INSERT);
        await().atMost(PATIENCE).until(() -> !world.calls("sendMessage").isEmpty());
        sql.execute("BEGIN IMMEDIATE");
        answer.countDown();
        yield bot;
      }
      case DISK -> {
        Bot bot = Bot.onSmallDisk(telegram, folder, 2048);
        await().atMost(PATIENCE).until(() -> !world.calls("getUpdates").isEmpty());
        sql.execute("CREATE TABLE ballast AS SELECT randomblob(3000000) AS what");
        sql.execute(INSERT);
        await().atMost(PATIENCE).until(() -> bot.output().contains("The database:"));
        yield bot;
      }
      case NETWORK -> {
        ServerSocket mute = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Bot bot =
            Bot.against(
                telegram, folder, "ZHARSHY_BOT_API=http://127.0.0.1:" + mute.getLocalPort());
        for (int calls = 0; calls < CALLS_OF_A_START; calls++) {
          mute.accept();
        }
        yield bot;
      }
      case FEED -> feed();
      case PAGE -> page();
      case MEMORY -> {
        world.onCall(hold("sendMessage"));
        List<String> java =
            Doctored.java(folder, "kz.zharshy.post.TableWriter", "throw new OutOfMemoryError();");
        Bot bot = Bot.against(telegram, folder, java);
        await().atMost(PATIENCE).until(() -> !world.calls("getUpdates").isEmpty());
        sql.execute(
            "INSERT INTO article (title, body, body_format)"
                + " VALUES ('News', '<table><tr><td>Bread</td><td>200</td></tr></table>', 'html')");
        await().atMost(PATIENCE).until(() -> bot.output().contains("Ended by an error"));
        yield bot;
      }
      case INDEX -> {
        archive(sql);
        Bot bot = Bot.against(telegram, folder);
        await().atMost(PATIENCE).until(() -> Files.isDirectory(index()));
        yield bot;
      }
      case REINDEX -> {
        archive(sql);
        Bot bot = Bot.start(folder, variables(), "reindex");
        await().atMost(PATIENCE).until(() -> Files.isDirectory(index()));
        yield bot;
      }
    };
  }

  private Bot running(String... settings) throws Exception {
    Bot bot = Bot.against(telegram, folder, settings);
    await().atMost(PATIENCE).until(() -> !world.calls("getUpdates").isEmpty());
    return bot;
  }

  /**
   * The line swallows the picture and says nothing. Of an earlier post the bot knows from which
   * number on to look for this one; without it, a person would be asked.
   */
  private Bot upload(Statement sql) throws Exception {
    Path picture = Files.createDirectories(folder.resolve("inbox/media")).resolve("noise.jpg");
    BufferedImage noise = new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(20_261_130);
    for (int x = 0; x < 2000; x++) {
      for (int y = 0; y < 2000; y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    ImageIO.write(noise, "jpg", picture.toFile());
    Bot bot = running("ZHARSHY_BOT_API=http://127.0.0.1:" + line.port());
    sql.execute("INSERT INTO article (title, body) VALUES ('Before', 'Text.')");
    await().atMost(PATIENCE).until(() -> count("state = 'published'") == 1);
    line.fault(Fault.inRequest(100_000, End.HALF_OPEN));
    sql.execute(
        "INSERT INTO article (title, body, images) VALUES ('News', 'Text.', '[\"%s\"]')"
            .formatted(picture));
    await()
        .atMost(PATIENCE)
        .until(() -> answer("SELECT count(*) FROM delivery WHERE state = 'sending'").equals("1"));
    return bot;
  }

  private Bot page() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Bot bot = running("ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES=true");
    world.personWrites(OWNER, "en", silentServer(asked) + "/news");
    asked.await();
    return bot;
  }

  private Bot feed() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Bot bot =
        running(
            "ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES=true",
            "ZHARSHY_FEEDS=[{url: '%s/rss'}]".formatted(silentServer(asked)));
    asked.await();
    return bot;
  }

  /** Takes whatever it is asked and does not answer. */
  private String silentServer(CountDownLatch asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.createContext(
        "/",
        exchange -> {
          asked.countDown();
          try (exchange) {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** So many articles that their index takes a while. */
  private void archive(Statement sql) throws Exception {
    try (Bot bot = running()) {
      assertThat(bot.stop(A_SUPERVISORS_SECONDS)).isZero();
    }
    sql.execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
          INSERT INTO article (title, body, state)
            SELECT 'Old ' || i, 'Text ' || hex(randomblob(200)), 'published' FROM n""");
    try (Stream<Path> files = Files.list(index())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(index());
  }

  private kz.zharshy.sandbox.fault.Fault hold(String method) {
    return kz.zharshy.sandbox.fault.Fault.holdAnswer(never).on(method).always();
  }

  private List<String> variables() {
    return List.of(
        "ZHARSHY_DATABASE=" + database(),
        "ZHARSHY_CHANNELS=[{footer: 'Subscribe! https://t.me/zharshy_sandbox'}]");
  }

  private Path database() {
    return folder.resolve("queue.db");
  }

  private Path index() {
    return ArticleIndex.folderOf(database());
  }

  private void insertUnlessThere() throws SQLException {
    if (count("title = 'News'") == 0) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
          Statement statement = connection.createStatement()) {
        statement.execute(INSERT);
      }
    }
  }

  private int count(String condition) throws SQLException {
    return Integer.parseInt(answer("SELECT count(*) FROM article WHERE " + condition));
  }

  private String answer(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.getString(1);
    }
  }
}
