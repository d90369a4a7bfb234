package kz.zharshy.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Health.Trouble;
import kz.zharshy.publish.MovableTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthTest {
  private static final Reason LOST = Reason.of(ReasonCode.NO_LOG_CHAT);
  private static final Reason FULL = Reason.of(ReasonCode.DATABASE_FULL, "queue.db");

  private final MovableTime time = new MovableTime();
  private final Health health = new Health(time, time::nanos);
  private final Heartbeat heartbeat = health.worker("feeds");

  @AfterEach
  void end() {
    heartbeat.end();
  }

  @Test
  void aTroubleStandsSinceItWasFirstReportedUntilItIsOver() {
    health.trouble("log-chat", LOST);
    pass(30);
    health.trouble("log-chat", FULL);

    assertThat(health.troubles())
        .containsExactly(
            new Trouble("log-chat", time.instant().minus(Duration.ofSeconds(30)), FULL));

    health.well("log-chat");
    assertThat(health.troubles()).isEmpty();
  }

  @Test
  void whatOftenPassesByItselfIsATroubleOnceItHasStood() {
    health.trouble("polling", LOST, Duration.ofSeconds(8));
    pass(7);
    health.trouble("polling", LOST, Duration.ofSeconds(8));
    assertThat(health.troubles()).isEmpty();

    pass(1);
    assertThat(health.problems()).containsExactly(LOST);
  }

  @Test
  void aNoteIsNoTrouble() {
    health.note("index", LOST);

    assertThat(health.troubles()).isEmpty();
    assertThat(health.notes()).containsExactly(new Trouble("index", time.instant(), LOST));
  }

  @Test
  void aWorkerThatDoesNotMoveIsNamedWithinFifteenSeconds() {
    heartbeat.begin();
    pass(10);
    assertThat(health.troubles()).isEmpty();

    pass(5);
    assertThat(health.troubles())
        .containsExactly(
            new Trouble(
                "feeds",
                time.instant().minus(Duration.ofSeconds(15)),
                Reason.of(ReasonCode.WORKER_STUCK, "feeds", 15, "")));

    heartbeat.step();
    assertThat(health.troubles()).isEmpty();
  }

  @Test
  void aWorkerMayRestForAsLongAsItSaid() {
    heartbeat.begin();
    heartbeat.rest(Duration.ofMinutes(5));
    pass(300);
    assertThat(health.troubles()).isEmpty();

    pass(15);
    assertThat(health.problems())
        .containsExactly(Reason.of(ReasonCode.WORKER_STUCK, "feeds", 315, ""));

    heartbeat.rest();
    pass(100_000);
    assertThat(health.troubles()).isEmpty();
  }

  @Test
  void whatTakesItsTimeIsNoTroubleUntilThatIsOver() {
    heartbeat.begin();
    List<Reason> late =
        Heartbeat.within(
            "an upload",
            Duration.ofMinutes(3),
            () -> {
              pass(180);
              assertThat(health.troubles()).isEmpty();
              pass(1);
              return health.problems();
            });

    assertThat(late).containsExactly(Reason.of(ReasonCode.WORKER_STUCK, "feeds", 181, "an upload"));
    pass(10);
    assertThat(health.troubles()).isEmpty();
    pass(1);
    assertThat(health.troubles()).hasSize(1);
  }

  @Test
  void whatNobodyWatchesTakesItsTimeAllTheSame() {
    assertThat(Heartbeat.<String, RuntimeException>within("a call", Duration.ZERO, () -> "done"))
        .isEqualTo("done");
  }

  @Test
  void aWorkerWhoseThreadEndsWithoutAWordIsDead() throws Exception {
    Thread thread = new Thread(heartbeat::begin);
    thread.start();
    thread.join();

    assertThat(health.problems()).containsExactly(Reason.of(ReasonCode.WORKER_DEAD, "feeds"));
  }

  @Test
  void aWorkerThatEndedAsItShouldIsMissedByNobody() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              heartbeat.begin();
              heartbeat.end();
              ended.countDown();
            });
    thread.start();
    ended.await();
    pass(100);

    assertThat(health.troubles()).isEmpty();
  }

  @Test
  void workersOfOneNameAreToldApart() {
    Heartbeat second = health.worker("feeds");
    heartbeat.begin();
    second.begin();
    pass(11);

    assertThat(health.troubles()).extracting(Trouble::about).containsExactly("feeds", "feeds-2");
    second.end();
  }

  private void pass(int seconds) {
    time.pass(Duration.ofSeconds(seconds));
  }
}
