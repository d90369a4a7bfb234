package kz.zharshy.fault;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import kz.zharshy.cli.Bot;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.SandboxWorld;
import kz.zharshy.sandbox.world.FloodLimits;
import kz.zharshy.store.QueueDatabase;

/**
 * Watches the bot, as a process with the memory of its image, for a long time: 50 updates a second,
 * 20 articles a minute, and faults by chance. Run by hand on Linux, never by the build. Prints a
 * line a minute, and at the end whether memory, threads and files stayed as they were. The
 * arguments are minutes and a folder.
 */
public final class Soak {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final int UPDATES_A_SECOND = 50;
  private static final int ARTICLES_A_MINUTE = 20;
  private static final int READERS = 500;
  private static final long FIRST_READER = 3_000_000;
  private static final int MANY = 100_000;
  private static final Duration SETTLING = Duration.ofMinutes(4);

  /** So many answers may be under way when all connections are reset. */
  private static final int UNDER_WAY = 4;

  /** Caches fill, and the program is compiled as it runs. */
  private static final int WARM = 5;

  private final Path database;
  private final Random random = new Random(20_261_130);
  private final SoakFaults faults = new SoakFaults(20_261_130);
  private final SandboxServer telegram;
  private final SandboxWorld world;
  private final FaultProxy line;
  private final QueueDatabase queue;
  private final ChaosNews news;
  private final Bot bot;
  private final List<SoakFigures> figures = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger all = new AtomicInteger();
  private int firstPost;
  private int answered;
  private int resets;

  private Soak(Path folder) throws Exception {
    Files.createDirectories(folder);
    database = folder.resolve("queue.db");
    telegram =
        SandboxServer.start(
            SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
                .withLimits(new FloodLimits(MANY, MANY, MANY)));
    world = SandboxWorld.of(telegram);
    line = new FaultProxy(telegram.apiAddress().getPort());
    queue = QueueDatabase.open(database.toString());
    news = new ChaosNews(queue.articles());
    bot =
        Bot.against(
            telegram,
            folder,
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4"),
            "ZHARSHY_BOT_API=http://127.0.0.1:" + line.port(),
            "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE=120",
            "ZHARSHY_LIMITS_CHAT_PER_SECOND=3",
            "ZHARSHY_LIMITS_TOTAL_PER_SECOND=200");
  }

  /** Runs for so many minutes, an hour by default, and ends with 1 where something grew. */
  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    Path folder =
        arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("zharshy-soak");
    System.exit(new Soak(folder).run(minutes) ? 0 : 1);
  }

  private boolean run(int minutes) throws Exception {
    ScheduledExecutorService load = Executors.newScheduledThreadPool(3);
    try (bot) {
      news.add(1);
      awaitPublished(Duration.ofMinutes(2));
      firstPost = world.posts().get(0).id();
      faults.begin(world);
      List<Future<?>> running = new ArrayList<>();
      running.add(every(load, 1000 / UPDATES_A_SECOND, this::update));
      running.add(every(load, 60_000 / ARTICLES_A_MINUTE, this::article));
      running.add(every(load, 50_000, this::disturb));
      OUT.println(
          "minute   heap MB   memory MB   threads   files   database MB   processor %   updates"
              + "   articles   posts   doubles   unanswered   faults");
      for (int minute = 1; minute <= minutes; minute++) {
        TimeUnit.MINUTES.sleep(1);
        print(minute);
      }
      for (Future<?> one : running) {
        one.cancel(true);
        if (!one.isCancelled()) {
          one.get();
        }
      }
      load.shutdown();
      world.clearFaults();
      awaitPublished(SETTLING);
      TimeUnit.SECONDS.sleep(10);
      print(minutes + 1);
      return verdict();
    } finally {
      load.shutdownNow();
      line.close();
      queue.close();
      telegram.close();
    }
  }

  /** What someone does, and what may fail. */
  private interface Deed {
    void happen() throws Exception;
  }

  private static Future<?> every(ScheduledExecutorService load, long millis, Deed deed) {
    return load.scheduleAtFixedRate(
        () -> {
          try {
            deed.happen();
          } catch (Exception e) {
            OUT.println("The soak itself failed: " + e);
            throw new IllegalStateException(e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  private void update() {
    int number = all.incrementAndGet();
    if (number % 10 == 0) {
      world.crowdReacts(firstPost, "👍", 1 + random.nextInt(1000));
      return;
    }
    long reader = FIRST_READER + number % READERS;
    String language = List.of("kk", "ru", "en").get(number % 3);
    String words =
        switch (number % 4) {
          case 0 -> "/latest 10";
          case 1 -> "Headline " + (1 + random.nextInt(news.size()));
          case 2 -> "/today";
          default -> "/latest";
        };
    world.personWrites(reader, language, words);
    asked.incrementAndGet();
  }

  private void article() {
    news.add(news.size() % 5 == 0 ? 2 : 1);
  }

  /** Another program holds the database, or all connections end. */
  private void disturb() throws Exception {
    if (random.nextBoolean()) {
      resets++;
      line.breakAll(Fault.End.RESET);
      return;
    }
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("BEGIN IMMEDIATE");
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(3000));
      statement.execute("ROLLBACK");
    }
  }

  private void awaitPublished(Duration most) throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    while (news.toGo() + news.lookedFor() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void print(int minute) throws Exception {
    SoakFigures now = SoakFigures.of(bot.pid(), database);
    double before = figures.isEmpty() ? 0 : figures.get(figures.size() - 1).processor();
    figures.add(now);
    OUT.printf(
        "%6d %9.1f %11.1f %9d %7d %13.1f %13.1f %9d %10d %7d %9d %12d %8d%n",
        minute,
        megabytes(now.heap()),
        megabytes(now.memory()),
        now.threads(),
        now.files(),
        megabytes(now.database()),
        (now.processor() - before) / 60 * 100,
        all.get(),
        news.size(),
        world.posts().size(),
        doubles(),
        unanswered(),
        faults.happened());
  }

  /** Empties the readers' chats, so that this program does not grow itself. */
  private int unanswered() {
    for (long reader = FIRST_READER; reader < FIRST_READER + READERS; reader++) {
      answered += world.takeAnswers(reader);
    }
    return asked.get() - answered - faults.swallowed();
  }

  private int doubles() {
    return (int)
        posted().values().stream()
            .filter(parts -> new HashSet<>(parts).size() < parts.size())
            .count();
  }

  private Map<Long, List<Integer>> posted() {
    return ChaosNews.posted(world.posts());
  }

  private boolean verdict() {
    List<String> lost = news.lost(posted());
    int unanswered = unanswered();
    List<Boolean> flat =
        List.of(
            isFlat("heap", SoakFigures::heap, 10L << 20),
            isFlat("memory", SoakFigures::memory, 25L << 20),
            isFlat("threads", SoakFigures::threads, 5),
            isFlat("files", SoakFigures::files, 10));
    boolean good =
        !flat.contains(false)
            && doubles() == 0
            && lost.isEmpty()
            && unanswered <= resets * UNDER_WAY;
    OUT.printf(
        "%s: %d doubles, %d lost, %d wait for a person, %d unanswered (%d resets cut %d at most)%n",
        good ? "GOOD" : "BAD",
        doubles(),
        lost.size(),
        news.waiting().size(),
        unanswered,
        resets,
        resets * UNDER_WAY);
    return good;
  }

  /** Whether the last third lies no higher than the first one after the warming up. */
  private boolean isFlat(String what, ToLongFunction<SoakFigures> figure, long allowed) {
    List<SoakFigures> warm = figures.subList(Math.min(WARM, figures.size() / 3), figures.size());
    long first = lowest(warm.subList(0, Math.max(1, warm.size() / 3)), figure);
    long last =
        lowest(warm.subList(warm.size() - Math.max(1, warm.size() / 3), warm.size()), figure);
    OUT.printf("%s: %,d, then %,d%n", what, first, last);
    return last - first <= allowed;
  }

  /**
   * The bot goes on between the collection and the look, so the least is nearest to what it keeps.
   */
  private static long lowest(List<SoakFigures> some, ToLongFunction<SoakFigures> figure) {
    return some.stream().mapToLong(figure).min().orElse(0);
  }

  private static double megabytes(long bytes) {
    return bytes / 1048576.0;
  }
}
