package kz.zharshy.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.publish.MovableTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchedPoolTest {
  private final MovableTime time = new MovableTime();
  private final Health health = new Health(time, time::nanos);
  private final WatchedPool pool = new WatchedPool(health, "updates", 1);
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    pool.shutdownNow();
  }

  @Test
  void aTaskThatDoesNotEndIsNoticedAndSoIsItsEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> hanging =
        pool.submit(
            () -> {
              begun.countDown();
              return release.await(1, TimeUnit.MINUTES);
            });
    begun.await();
    time.pass(Duration.ofSeconds(11));
    assertThat(health.problems())
        .containsExactly(Reason.of(ReasonCode.WORKER_STUCK, "updates", 11, ""));

    release.countDown();
    hanging.get();
    await().until(() -> health.problems().isEmpty());
    time.pass(Duration.ofHours(5));
    assertThat(health.problems()).isEmpty();
  }

  @Test
  void anErrorOfATaskIsNotKeptInAFutureThatNobodyReads() {
    Future<?> unused =
        pool.schedule(
            () -> {
              Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
              throw new StackOverflowError("deep");
            },
            0,
            TimeUnit.SECONDS);

    await().until(health::someoneDied);
    assertThat(health.problems()).containsExactly(Reason.of(ReasonCode.WORKER_DEAD, "updates"));
  }

  @Test
  void anotherMistakeOfATaskCostsNobodyElse() throws Exception {
    Future<?> unused =
        pool.submit(
            () -> {
              throw new IllegalStateException("nope");
            });

    assertThat(pool.submit(() -> "next").get()).isEqualTo("next");
    assertThat(health.problems()).isEmpty();
  }

  @Test
  void whoIsSentHomeIsNotMissed() throws Exception {
    pool.submit(() -> true).get();
    pool.shutdown();
    assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    await().untilAsserted(() -> assertThat(health.problems()).isEmpty());
  }
}
