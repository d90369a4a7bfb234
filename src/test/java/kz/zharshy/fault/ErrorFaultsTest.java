package kz.zharshy.fault;

import static kz.zharshy.article.ArticleState.FAILED;
import static kz.zharshy.article.ArticleState.PUBLISHED;
import static kz.zharshy.article.ArticleState.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.cli.Bot;
import kz.zharshy.health.ErrorEnd;
import kz.zharshy.sandbox.SandboxMessage;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.source.feed.FeedServer;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of the machine under the bot, which runs as a process. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
final class ErrorFaultsTest {
  private static final String TABLES = "kz.zharshy.post.TableWriter";
  private static final int PATIENCE = 90;
  private static final int KILLED = 137;
  private static final int OF_JAVA = 3;
  private static final String HOG =
      "long[][] all = new long[1000][]; for (int i = 0; i < 1000; i++) all[i] = new long[1 << 20];";
  private static final long OWNER = 42;

  @TempDir private Path folder;
  private SandboxServer telegram;
  private QueueDatabase queue;

  @BeforeEach
  void open() throws Exception {
    telegram = SandboxServer.start(SandboxOptions.standard(Clock.systemUTC(), System::nanoTime));
    queue = QueueDatabase.open(folder.resolve("queue.db").toString());
  }

  @AfterEach
  void close() {
    queue.close();
    telegram.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OutOfMemoryError, long[][] all = new long[1000][]; for (int i = 0; i < 1000; i++)"
        + " all[i] = new long[1 << 20];",
    "StackOverflowError, throw new StackOverflowError();",
    "NoSuchMethodError, throw new NoSuchMethodError();"
  })
  @Proves({
    "an error in any thread: out of memory, stack overflow, a broken class | the process ends with a code of its own",
    "an error in any thread: out of memory, stack overflow, a broken class | the editors are told"
  })
  void anErrorEndsTheProcessWithACodeOfItsOwnAndTheEditorsHearOfIt(String error, String statement)
      throws Exception {
    long id = add("Prices", "<table><tr><td>Bread</td><td>200</td></tr></table>");
    try (Bot bot = Bot.against(telegram, folder, Doctored.java(folder, TABLES, statement))) {
      assertThat(bot.end(PATIENCE)).isEqualTo(ErrorEnd.EXIT_CODE);

      assertThat(bot.output()).contains("java.lang." + error).contains("start it again");
    }
    assertThat(SandboxWorld.of(telegram).messages(SandboxWorld.of(telegram).logChatId()))
        .extracting(SandboxMessage::text)
        .anyMatch(text -> text.contains(error));
    assertThat(queue.articles().find(id).orElseThrow().state()).isEqualTo(ArticleState.PUBLISHING);
    assertThat(queue.ledger().inDoubt()).isEmpty();
  }

  @Test
  @Proves({
    "an article, an update or a feed that ends the process each time | set aside the third time within ten minutes",
    "an article, an update or a feed that ends the process each time | the others go on"
  })
  void anArticleThatEndsTheProcessThreeTimesIsSetAsideAndTheOthersGoOut() throws Exception {
    List<String> java =
        Doctored.java(folder, TABLES, "throw new OutOfMemoryError(\"Java heap space\");");
    long poison = add("Prices", "<table><tr><td>Bread</td><td>200</td></tr></table>");
    long other = add("Snow in Almaty", "<p>Schools are closed today.</p>");

    supervise(java, 3);
    try (Bot bot = Bot.against(telegram, folder, java)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> state(other) == PUBLISHED);
      assertThat(state(poison)).isEqualTo(FAILED);
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> logChat().contains("Prices"));
      assertThat(bot.stop(10)).isZero();
    }

    assertThat(logChat())
        .contains("OutOfMemoryError")
        .contains("бот осыған келгенде он минутта үш рет үзілді (OutOfMemoryError)");
    assertThat(queue.articles().find(poison).orElseThrow().reason())
        .isEqualTo(Reason.of(ReasonCode.ENDED_THE_BOT, "OutOfMemoryError"));
    assertThat(queue.errorEnds().count(Instant.EPOCH)).isEqualTo(3);
    assertThat(queue.errorEnds().all()).isEmpty();
    assertThat(SandboxWorld.of(telegram).posts()).hasSize(1);
  }

  @Test
  @Proves(
      "an article, an update or a feed that ends the process each time | tried again when an editor says so")
  void anArticleThatWasSetAsideIsTriedAgainWhenAnEditorSaysSo() throws Exception {
    List<String> java = Doctored.java(folder, TABLES, "throw new StackOverflowError();");
    long poison = add("Prices", "<table><tr><td>Bread</td><td>200</td></tr></table>");
    supervise(java, 3);
    try (Bot bot = Bot.against(telegram, folder, java)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> state(poison) == FAILED);
      assertThat(bot.stop(10)).isZero();
    }

    queue.articles().move(poison, FAILED, QUEUED, null, "test", Clock.systemUTC().instant());
    try (Bot bot = Bot.against(telegram, folder)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> state(poison) == PUBLISHED);
      assertThat(bot.stop(10)).isZero();
    }
  }

  @Test
  @Proves({
    "an article, an update or a feed that ends the process each time | set aside the third time within ten minutes",
    "an article, an update or a feed that ends the process each time | the others go on"
  })
  void anUpdateThatEndsTheProcessThreeTimesIsSetAsideAndTheOthersAreAnswered() throws Exception {
    List<String> java =
        Doctored.java(folder, "kz.zharshy.chat.editor.StatsTally", "throw new NoSuchFieldError();");
    SandboxWorld world = SandboxWorld.of(telegram);
    world.personWrites(OWNER, "en", "/stats");
    supervise(java, 3);
    world.personWrites(OWNER, "en", "/status");
    try (Bot bot = Bot.against(telegram, folder, java)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> told().contains("🔁 Restarted"));
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> logChat().contains("Шетке қойылды"));
      assertThat(bot.stop(10)).isZero();
    }

    assertThat(told()).contains("Restarted after 3 errors in a week").doesNotContain("Set aside");
    assertThat(logChat()).contains("⚠️ Шетке қойылды: ботқа келген");
  }

  @Test
  @Proves({
    "an article, an update or a feed that ends the process each time | set aside the third time within ten minutes",
    "an article, an update or a feed that ends the process each time | tried again when an editor says so"
  })
  void aFeedThatEndsTheProcessThreeTimesIsSetAsideUntilAnEditorReleasesIt() throws Exception {
    List<String> java =
        Doctored.java(folder, "kz.zharshy.source.feed.JsonFeed", "throw new AssertionError();");
    SandboxWorld world = SandboxWorld.of(telegram);
    try (FeedServer site = new FeedServer()) {
      site.page("/feed.json", "application/json", "{\"items\": [{\"id\": \"1\"}]}");
      String[] feeds = {
        "ZHARSHY_FEEDS=[{url: '" + site.at("/feed.json") + "'}]",
        "ZHARSHY_SOURCES_ALLOW_PRIVATE_ADDRESSES=true"
      };
      supervise(java, 3, feeds);
      world.personWrites(OWNER, "en", "/status");
      try (Bot bot = Bot.against(telegram, folder, java, feeds)) {
        await()
            .atMost(PATIENCE, TimeUnit.SECONDS)
            .until(() -> told().contains("🚧 Set aside: the feed"));
        world.personWrites(OWNER, "en", "/release 1");
        await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> told().contains("tried again"));
        // At the next poll it ends the bot once more.
        assertThat(bot.end(PATIENCE)).isEqualTo(ErrorEnd.EXIT_CODE);
      }
      assertThat(queue.errorEnds().all()).isEmpty();
    }
  }

  @Test
  void whatJavaItselfEndsForWantOfMemoryIsSetAsideTheSame() throws Exception {
    List<String> java = new ArrayList<>(Doctored.java(folder, TABLES, HOG));
    java.add("-XX:+ExitOnOutOfMemoryError");
    java.add("-XX:OnOutOfMemoryError=echo OutOfMemoryError >> $ZHARSHY_DATABASE.at-work");
    long poison = add("Prices", "<table><tr><td>Bread</td><td>200</td></tr></table>");
    for (int i = 0; i < 3; i++) {
      try (Bot bot = Bot.against(telegram, folder, java)) {
        assertThat(bot.end(PATIENCE)).isEqualTo(OF_JAVA);
      }
    }

    try (Bot bot = Bot.against(telegram, folder, java)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> state(poison) == FAILED);
      assertThat(bot.stop(10)).isZero();
    }
    assertThat(queue.errorEnds().count(Instant.EPOCH)).isEqualTo(3);
  }

  @Test
  @Proves("kill -9 at the same article again and again | no blame falls on it")
  void whoIsKilledAtWorkIsNoErrorHoweverOften() throws Exception {
    List<String> java = Doctored.java(folder, TABLES, "Runtime.getRuntime().halt(" + KILLED + ");");
    long id = add("Prices", "<table><tr><td>Bread</td><td>200</td></tr></table>");
    for (int kill = 0; kill < 4; kill++) {
      try (Bot bot = Bot.against(telegram, folder, java)) {
        assertThat(bot.end(PATIENCE)).isEqualTo(KILLED);
      }
    }

    try (Bot bot = Bot.against(telegram, folder)) {
      await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> state(id) == PUBLISHED);
      assertThat(bot.stop(10)).isZero();
    }
    assertThat(queue.errorEnds().count(Instant.EPOCH)).isZero();
  }

  /** Runs the bot as a supervisor does, as long as it ends because of errors. */
  private void supervise(List<String> java, int errors, String... more) throws Exception {
    for (int i = 0; i < errors; i++) {
      try (Bot bot = Bot.against(telegram, folder, java, more)) {
        assertThat(bot.end(PATIENCE)).isEqualTo(ErrorEnd.EXIT_CODE);
      }
    }
  }

  private ArticleState state(long id) {
    return queue.articles().find(id).orElseThrow().state();
  }

  private String told() {
    return SandboxWorld.of(telegram).messages(OWNER).stream()
        .map(SandboxMessage::text)
        .collect(Collectors.joining("\n"));
  }

  private String logChat() {
    return SandboxWorld.of(telegram).messages(SandboxWorld.of(telegram).logChatId()).stream()
        .map(SandboxMessage::text)
        .collect(Collectors.joining("\n"));
  }

  private long add(String title, String html) {
    Draft draft = Draft.of(Content.builder(title, html).bodyFormat(BodyFormat.HTML).build());
    return queue.articles().add(draft, "test", Clock.systemUTC().instant()).article().id();
  }
}
