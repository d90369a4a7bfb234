package kz.zharshy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.Health;
import kz.zharshy.publish.MovableTime;
import kz.zharshy.store.QueueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServiceLoopTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final MovableTime time = new MovableTime();
  private final Health health = new Health(time, time::nanos);
  private final AtomicInteger steps = new AtomicInteger();
  private volatile @Nullable RuntimeException fault;
  private volatile @Nullable Error error;
  private final ServiceLoop loop = new ServiceLoop(health, "publisher-tau_news", this::step);

  @AfterEach
  void stop() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    loop.stop();
  }

  @Test
  void aLoopThatFailsTwiceInARowIsATroubleUntilAStepGoesWell() {
    fault = new IllegalStateException("no such thing");
    loop.start();
    awaitSteps(1);
    assertThat(health.problems()).isEmpty();

    loop.wake();
    await()
        .until(
            () ->
                health
                    .problems()
                    .equals(
                        List.of(
                            Reason.of(
                                ReasonCode.WORKER_FAILS,
                                "publisher-tau_news",
                                "java.lang.IllegalStateException: no such thing"))));

    fault = null;
    loop.wake();
    await().until(() -> health.problems().isEmpty());
  }

  @Test
  void whatTheDatabaseSaysIsToldAsItsTrouble() {
    fault = new QueueException(QueueException.Kind.BUSY, "locked");
    loop.start();
    awaitSteps(1);
    loop.wake();

    await().until(() -> !health.problems().isEmpty());
    assertThat(health.problems())
        .extracting(Reason::code)
        .containsExactly(ReasonCode.DATABASE_TROUBLE);
  }

  @Test
  void anErrorEndsTheLoopAndHealthNamesIt() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    error = new StackOverflowError("deep");
    loop.start();

    await()
        .dontCatchUncaughtExceptions()
        .until(
            () ->
                health
                    .problems()
                    .equals(List.of(Reason.of(ReasonCode.WORKER_DEAD, "publisher-tau_news"))));
    assertThat(steps).hasValue(1);
  }

  @Test
  void anErrorThatALibraryHasWrappedEndsItToo() {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    fault = new IllegalStateException(new NoClassDefFoundError("Gone"));
    loop.start();

    await().dontCatchUncaughtExceptions().until(() -> !health.problems().isEmpty());
    assertThat(health.problems())
        .containsExactly(Reason.of(ReasonCode.WORKER_DEAD, "publisher-tau_news"));
  }

  @Test
  void aLoopThatWaitsOrWasStoppedIsWell() throws Exception {
    loop.start();
    awaitSteps(1);
    time.pass(LONG);
    assertThat(health.problems()).isEmpty();

    loop.stop();
    assertThat(loop.join(Duration.ofMinutes(1))).isTrue();
    time.pass(LONG);
    assertThat(health.problems()).isEmpty();
  }

  private Duration step() {
    steps.incrementAndGet();
    if (error != null) {
      throw error;
    }
    if (fault != null) {
      throw fault;
    }
    return LONG;
  }

  private void awaitSteps(int number) {
    await().until(() -> steps.get() == number);
  }
}
