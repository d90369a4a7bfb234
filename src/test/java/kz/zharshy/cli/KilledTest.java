package kz.zharshy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.queue.QueueDatabase;
import kz.zharshy.sandbox.SandboxOptions;
import kz.zharshy.sandbox.SandboxServer;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.sandbox.world.FloodLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at seeded moments: before a call is made, while it is under way, after it was done. */
final class KilledTest {
  private static final int KILLS = 8;
  private static final int ARTICLES = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @Test
  void killedAgainAndAgainEveryArticleIsPostedOnceAndInOrder() throws Exception {
    SandboxOptions options =
        SandboxOptions.standard(Clock.systemUTC(), System::nanoTime)
            .withLimits(new FloodLimits(100_000, 100_000, 100_000));
    try (SandboxServer telegram = SandboxServer.start(options);
        QueueDatabase queue = QueueDatabase.open(folder.resolve("queue.db").toString())) {
      addArticles(queue);
      Random random = new Random(20_261_122);
      for (int kill = 0; kill < KILLS; kill++) {
        killWhileSending(telegram, random);
      }
      try (Bot bot = start(telegram)) {
        await()
            .atMost(PATIENCE)
            .until(() -> queue.articles().count(ArticleState.PUBLISHED) == ARTICLES);
        assertThat(bot.stop(10)).isZero();
      }
      assertThat(telegram.world().posts().stream().map(post -> firstLine(post.text())))
          .hasSize(ARTICLES * 2)
          .doesNotHaveDuplicates();
    }
  }

  /** Kills the bot around its next call: the call may have been done, or not, or half answered. */
  private void killWhileSending(SandboxServer telegram, Random random) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    int calls = random.nextInt(4);
    boolean done = random.nextBoolean();
    int[] seen = {0};
    Fault fault = done ? Fault.holdAnswer(held) : Fault.holdBefore(held);
    telegram
        .world()
        .onCall(
            fault
                .on("sendMessage")
                .when(
                    params -> {
                      boolean hit = seen[0]++ == calls;
                      if (hit) {
                        reached.countDown();
                      }
                      return hit;
                    }));
    try (Bot bot = start(telegram)) {
      assertThat(reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      bot.kill();
    }
    // What was held before it was done is done now, after the bot's death.
    held.countDown();
  }

  private Bot start(SandboxServer telegram) throws Exception {
    return Bot.against(
        telegram,
        folder,
        "ZHARSHY_LIMITS_CHANNEL_PER_MINUTE=100000",
        "ZHARSHY_LIMITS_CHAT_PER_SECOND=100000",
        "ZHARSHY_LIMITS_TOTAL_PER_SECOND=100000");
  }

  private static void addArticles(QueueDatabase queue) {
    for (int i = 1; i <= ARTICLES; i++) {
      String sentence = "This is a sentence of article %d, and it says so. ".formatted(i);
      Content content = Content.builder("Headline " + i, sentence.repeat(120)).build();
      queue.articles().add(Draft.of(content), "test", Instant.now());
    }
  }

  /** The parts of an article begin with different words, by their number at the end. */
  private static String firstLine(String text) {
    List<String> lines = text.lines().toList();
    return lines.get(0) + " … " + lines.get(lines.size() - 1);
  }
}
