package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.cli.Bot;
import kz.zharshy.language.Language;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.sandbox.world.FloodLimits;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Delivery.PlannedPart;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process, with its readers and editors, that is stopped, killed, or held up. */
@Tag("slow")
final class ProcessFaultsTest {
  private static final long EDITOR = 42;
  private static final int COMMANDS = 100;
  private static final int READERS = 60;
  private static final String CHANNEL = "zharshy_sandbox";
  private static final int MANY = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String[] NO_LIMITS = {
    "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE=" + MANY,
    "ZHARSHY_LIMITS_CHAT_PER_SECOND=" + MANY,
    "ZHARSHY_LIMITS_TOTAL_PER_SECOND=" + MANY
  };

  /** As fast as Telegram lets a bot write to many people, each of whom it may write to at once. */
  private static final String[] TO_MANY = {NO_LIMITS[0], NO_LIMITS[1]};

  @TempDir private Path folder;
  private SandboxServer telegram;
  private QueueDatabase queue;

  @BeforeEach
  void open() throws Exception {
    telegram =
        SandboxServer.start(
            SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
                .withLimits(new FloodLimits(MANY, MANY, MANY)));
    queue = QueueDatabase.open(folder.resolve("queue.db").toString());
  }

  @AfterEach
  void close() {
    queue.close();
    telegram.close();
  }

  @Test
  @Proves({
    "SIGTERM | no new claim",
    "SIGTERM | the call in flight ends",
    "SIGTERM | updates are committed",
    "SIGTERM | exit 0 within 10 s",
    "SIGTERM | nothing unknown"
  })
  void whatIsUnderWayEndsNothingNewBeginsAndNothingIsUnknown() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    SendWatch posts = SendWatch.ofPosts();
    posts.watch(SandboxWorld.of(telegram));
    posts.holdNext(true);
    long first = add("First");
    long second = add("Second");
    try (Bot bot = Bot.against(telegram, folder)) {
      assertThat(posts.await(1, PATIENCE)).isTrue();
      JsonNode update = SandboxWorld.of(telegram).personWrites(EDITOR, "en", "/queue");
      await().atMost(PATIENCE).until(() -> queue.updates().nextOffset() > 0);
      Thread release = new Thread(() -> releaseAfter(posts, answered));
      release.start();

      assertThat(bot.stop(10)).isZero();

      release.join();
      assertThat(queue.updates().nextOffset()).isEqualTo(update.get("update_id").asLong() + 1);
    }
    assertThat(SandboxWorld.of(telegram).posts()).hasSize(1);
    assertThat(state(first)).isEqualTo(ArticleState.PUBLISHED);
    assertThat(state(second)).isEqualTo(ArticleState.QUEUED);
    assertThat(queue.ledger().inDoubt()).isEmpty();
  }

  @Test
  @Proves({
    "kill -9 between receiving updates and storing them; between storing and answering"
        + " | each command is handled",
    "kill -9 between receiving updates and storing them; between storing and answering"
        + " | an editor's action happens once"
  })
  void eachOfAHundredCommandsIsHandledAndNoArticleIsQueuedTwice() throws Exception {
    for (int i = 1; i <= COMMANDS / 2; i++) {
      SandboxWorld.of(telegram)
          .personWrites(EDITOR, "en", "/post News %d\nThe text of %d.".formatted(i, i));
      SandboxWorld.of(telegram).personWrites(1000 + i, "en", "/latest");
    }
    killBetweenReceivingAndStoring();
    SendWatch answers = SendWatch.ofAnswers();
    answers.watch(SandboxWorld.of(telegram));
    Random random = new Random(20_261_122);
    for (int kill = 1; kill <= 5; kill++) {
      killBetweenStoringAndAnswering(answers, random, NO_LIMITS);
    }

    try (Bot bot = Bot.against(telegram, folder, NO_LIMITS)) {
      await().atMost(PATIENCE).until(() -> count("state = 'done'") == COMMANDS);
      await()
          .atMost(PATIENCE)
          .until(() -> SandboxWorld.of(telegram).posts().size() >= COMMANDS / 2);
      assertThat(bot.stop(10)).isZero();
    }

    assertThat(SandboxWorld.of(telegram).posts())
        .extracting(SandboxMessage::text)
        .filteredOn(text -> text.startsWith("News "))
        .hasSize(COMMANDS / 2)
        .doesNotHaveDuplicates();
    for (int i = 1; i <= COMMANDS / 2; i++) {
      assertThat(answersTo(1000 + i)).isNotEmpty();
    }
  }

  private void killBetweenReceivingAndStoring() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    SandboxWorld.of(telegram)
        .onCall(
            Fault.holdAnswer(received)
                .on("getUpdates")
                .when(
                    params -> {
                      asked.countDown();
                      return true;
                    }));
    try (Bot bot = Bot.against(telegram, folder, NO_LIMITS);
        Connection other = connection();
        Statement statement = other.createStatement()) {
      assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      statement.execute("BEGIN IMMEDIATE");
      received.countDown();
      TimeUnit.MILLISECONDS.sleep(100);
      bot.kill();
      statement.execute("ROLLBACK");
    }
    assertThat(queue.updates().nextOffset()).isZero();
  }

  /** Some answers leave; of one nobody knows whether it did. */
  private void killBetweenStoringAndAnswering(SendWatch answers, Random random, String... limits)
      throws Exception {
    answers.begin();
    try (Bot bot = Bot.against(telegram, folder, limits)) {
      answers.await(1 + random.nextInt(8), PATIENCE);
      answers.holdNext(random.nextBoolean());
      TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
      bot.kill();
    }
    answers.release();
  }

  @Test
  @Proves("kill -9 while digests go out | each reader gets one")
  void eachReaderGetsOneDigestOverThreeKills() throws Exception {
    for (int i = 1; i <= READERS; i++) {
      SandboxWorld.of(telegram).personWrites(1000 + i, "en", "/language");
    }
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    publish(now.minusSeconds(1));
    subscribeAll(now);
    SendWatch letters = SendWatch.ofLetters("News digest");
    letters.watch(SandboxWorld.of(telegram));
    Random random = new Random(20_261_126);
    for (int kill = 1; kill <= 3; kill++) {
      killBetweenStoringAndAnswering(letters, random, TO_MANY);
    }
    assertThat(rows("letter")).isPositive();

    try (Bot bot = Bot.against(telegram, folder, TO_MANY)) {
      await().atMost(PATIENCE).until(() -> rows("letter") == 0);
      assertThat(bot.stop(10)).isZero();
    }

    for (int i = 1; i <= READERS; i++) {
      assertThat(answersTo(1000 + i))
          .filteredOn(message -> message.text().startsWith("News digest"))
          .hasSize(1);
    }
  }

  @Test
  void afterAClockThatWasThreeHoursAheadTheNextArticleGoesOutAtOnce() throws Exception {
    Instant ahead = Clock.systemUTC().instant().plus(Duration.ofHours(3));
    publish(ahead);
    queue.floodWaits().note("@" + CHANNEL, ahead.plusSeconds(3), ahead);
    long id = add("News");
    try (Bot bot = Bot.against(telegram, folder)) {
      await().atMost(PATIENCE).until(() -> state(id) == ArticleState.PUBLISHED);

      assertThat(bot.output()).contains("The clock was ahead: 1 begins of calls lay in the future");
      assertThat(bot.stop(10)).isZero();
    }
  }

  private void publish(Instant at) {
    Draft draft = Draft.of(Content.builder("News", "Text.").build());
    Article article = queue.articles().add(draft, "test", at).article();
    queue.articles().route(article, CHANNEL, Language.EN);
    queue.articles().claim(CHANNEL, at);
    List<PlannedPart> parts = List.of(new PlannedPart("sendMessage", "{}"));
    Delivery part = queue.ledger().plan(article.id(), CHANNEL, parts, at).get(0);
    queue.ledger().sending(part.id(), at);
    queue.ledger().sent(part.id(), 1, 1, at);
  }

  private void subscribeAll(Instant due) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO reader (user_id, language, digest, digest_hour, digest_at, since)"
                    + " VALUES (?, 'en', 'daily', 9, ?, ?)")) {
      for (int i = 1; i <= READERS; i++) {
        statement.setLong(1, 1000 + i);
        statement.setString(2, due.toString());
        statement.setString(3, due.toString());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @Test
  @Proves({
    "1,000 commands of one reader in a second | a bucket for each reader",
    "1,000 commands of one reader in a second | publishing goes on",
    "1,000 commands of one reader in a second | others are answered"
  })
  void aReaderWhoFloodsHoldsUpNobody() throws Exception {
    try (Bot bot = Bot.against(telegram, folder)) {
      await()
          .atMost(PATIENCE)
          .until(() -> !SandboxWorld.of(telegram).calls("getUpdates").isEmpty());
      for (int i = 0; i < 500; i++) {
        SandboxWorld.of(telegram).personWrites(7, "en", "/latest");
      }
      long id = add("News");
      for (int i = 0; i < 500; i++) {
        SandboxWorld.of(telegram).personWrites(7, "en", "/latest");
      }
      SandboxWorld.of(telegram).personWrites(8, "en", "/latest");

      await().atMost(PATIENCE).until(() -> !answersTo(8).isEmpty());
      await().atMost(PATIENCE).until(() -> state(id) == ArticleState.PUBLISHED);

      // At one answer a second and a short burst, the flood is still being answered.
      assertThat(answersTo(7)).hasSizeLessThan(50);
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  @Proves("a call that never returns | other chats, commands and polling go on meanwhile")
  void whileACallHangsCommandsAreAnswered() throws Exception {
    SendWatch posts = SendWatch.ofPosts();
    posts.watch(SandboxWorld.of(telegram));
    posts.holdNext(false);
    long id = add("News");
    try (Bot bot = Bot.against(telegram, folder)) {
      assertThat(posts.await(1, PATIENCE)).isTrue();
      SandboxWorld.of(telegram).personWrites(8, "en", "/latest");
      await().atMost(PATIENCE).until(() -> !answersTo(8).isEmpty());
      assertThat(state(id)).isEqualTo(ArticleState.PUBLISHING);

      posts.release();

      await().atMost(PATIENCE).until(() -> state(id) == ArticleState.PUBLISHED);
      assertThat(bot.stop(10)).isZero();
    }
  }

  private static void releaseAfter(SendWatch posts, CountDownLatch never) {
    try {
      if (!never.await(1, TimeUnit.SECONDS)) {
        posts.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long add(String title) {
    Draft draft = Draft.of(Content.builder(title, "Text.").build());
    return queue.articles().add(draft, "test", Clock.systemUTC().instant()).article().id();
  }

  private ArticleState state(long id) {
    return queue.articles().find(id).orElseThrow().state();
  }

  private List<SandboxMessage> answersTo(long person) {
    return SandboxWorld.of(telegram).messages(person).stream()
        .filter(message -> message.json().path("from").path("is_bot").asBoolean())
        .toList();
  }

  private int count(String condition) throws SQLException {
    return rows("telegram_update WHERE " + condition);
  }

  private int rows(String table) throws SQLException {
    try (Connection connection = connection();
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      return rows.getInt(1);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
  }
}
