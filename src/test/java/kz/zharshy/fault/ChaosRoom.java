package kz.zharshy.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import kz.zharshy.cli.Bot;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.world.FloodLimits;
import kz.zharshy.store.QueueDatabase;

/** One bot that is killed again and again, with its database, its line and its Telegram. */
final class ChaosRoom implements AutoCloseable {
  private static final int MANY = 100_000;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final ClassArchive archive;
  private final Random random;
  private final ChaosFaults faults;
  private final SandboxServer telegram;
  private final FaultProxy line;
  private final QueueDatabase queue;
  private final ChaosNews news;
  private final SendWatch sends = SendWatch.ofPosts();
  private final List<Duration> starts = new ArrayList<>();

  ChaosRoom(Path folder, ClassArchive archive, long seed) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.archive = archive;
    this.random = new Random(seed);
    this.faults = new ChaosFaults(seed);
    this.telegram =
        SandboxServer.start(
            SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
                .withLimits(new FloodLimits(MANY, MANY, MANY)));
    this.line = new FaultProxy(telegram.apiAddress().getPort());
    this.queue = QueueDatabase.open(folder.resolve("queue.db").toString());
    this.news = new ChaosNews(queue.articles());
  }

  /** Lets a bot publish, look for a part, and end in order, so that it writes the archive. */
  static void writeArchive(ClassArchive archive, Path folder) throws Exception {
    try (ChaosRoom room = new ChaosRoom(folder.resolve("first"), archive, 0)) {
      room.news.add(2);
      try (Bot bot = room.start(archive.writing())) {
        room.awaitPublished(bot);
        bot.stop(60);
      }
    }
  }

  /** Kills so often while so many articles go out, then lets the rest go out in peace. */
  ChaosCount run(int kills, int articles) throws Exception {
    news.add(1);
    live(this::awaitPublished);
    sends.watch(SandboxWorld.of(telegram));
    faults.begin(SandboxWorld.of(telegram));
    line.faults(faults::line);
    for (int kill = 1; kill < kills; kill++) {
      while (news.size() * (kills - 1) < articles * kill) {
        news.add(1 + random.nextInt(4));
      }
      sends.begin();
      live(death());
      sends.release();
      if (random.nextInt(10) == 0) {
        SandboxWorld.of(telegram).personPostsInChannel("Headline " + news.size());
      }
    }
    SandboxWorld.of(telegram).clearFaults();
    line.faults(number -> Fault.none());
    sends.begin();
    live(this::awaitPublished);
    return count(kills);
  }

  /** What happens in a bot's life until it is killed. */
  private interface Life {
    void until(Bot bot) throws Exception;
  }

  private void live(Life life) throws Exception {
    long begun = System.nanoTime();
    try (Bot bot = start(archive.using())) {
      life.until(bot);
      bot.kill();
    }
    sends.firstAfter(begun).ifPresent(starts::add);
  }

  private Life death() {
    int dice = random.nextInt(100);
    if (dice < 20) {
      // Anywhere, most often while it starts.
      return bot -> TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
    } else if (dice < 60) {
      return this::untilSomeMomentOfAPost;
    } else if (dice < 80) {
      return this::untilACallIsUnderWay;
    }
    return this::untilNothingCanBeWritten;
  }

  private void untilSomeMomentOfAPost(Bot bot) throws Exception {
    awaitPost(bot, 1 + random.nextInt(4));
    TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
  }

  /** The call is held before it is done, which it then is after the bot's death, or answered. */
  private void untilACallIsUnderWay(Bot bot) throws Exception {
    sends.holdNext(random.nextBoolean());
    awaitPost(bot, 1);
  }

  /** As a bot that dies between a call and its record, or between a claim and a call. */
  private void untilNothingCanBeWritten(Bot bot) throws Exception {
    awaitPost(bot, 1 + random.nextInt(2));
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("BEGIN IMMEDIATE");
      TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
      bot.kill();
      statement.execute("ROLLBACK");
    }
  }

  /** Lets the bot live until it begins to send its n-th post, if it has anything to send. */
  private void awaitPost(Bot bot, int post) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!sends.await(1, Duration.ofMillis(100))) {
      if (news.toGo() == 0) {
        return;
      }
      failAfter(deadline, bot);
    }
    sends.await(post, Duration.ofSeconds(1));
  }

  private void awaitPublished(Bot bot) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (news.toGo() + news.lookedFor() > 0) {
      failAfter(deadline, bot);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static void failAfter(long deadline, Bot bot) throws Exception {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException("The bot does not go on:\n" + bot.output());
    }
  }

  private Bot start(List<String> java) throws Exception {
    return Bot.against(
        telegram,
        folder,
        java,
        "ZHARSHY_BOT_API=http://127.0.0.1:" + line.port(),
        "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE=" + MANY,
        "ZHARSHY_LIMITS_CHAT_PER_SECOND=" + MANY,
        "ZHARSHY_LIMITS_TOTAL_PER_SECOND=" + MANY);
  }

  private ChaosCount count(int kills) {
    Map<Long, List<Integer>> posted = ChaosNews.posted(SandboxWorld.of(telegram).posts());
    List<String> twice = new ArrayList<>();
    List<String> outOfOrder = new ArrayList<>();
    posted.forEach(
        (id, parts) -> {
          if (new HashSet<>(parts).size() < parts.size()) {
            twice.add(id + ": " + parts);
          } else if (!parts.equals(parts.stream().sorted().toList())) {
            outOfOrder.add(id + ": " + parts);
          }
        });
    return new ChaosCount(
        kills,
        news.size(),
        news.parts(),
        faults.happened(),
        news.lost(posted),
        twice,
        outOfOrder,
        news.waiting().stream().map(news::reason).toList(),
        starts);
  }

  @Override
  public void close() {
    sends.release();
    line.close();
    queue.close();
    telegram.close();
  }
}
