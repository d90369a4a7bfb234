package kz.zharshy.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kz.zharshy.article.Reason;
import kz.zharshy.health.AtWork.Left;
import kz.zharshy.publish.MovableTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtWorkTest {
  private static final Task FEED = new Task(Task.Kind.FEED, "https://example.kz/таспа?a=1 b");
  private static final Task ARTICLE = Task.of(Task.Kind.ARTICLE, 12);
  private static final Task PICTURE = new Task(Task.Kind.PICTURE, "https://example.kz/a.tiff");

  @TempDir private Path folder;
  private final MovableTime time = new MovableTime();
  private final Health health = new Health(time, time::nanos);
  private final AtWork atWork = health.atWork();
  private final WatchedPool workers = new WatchedPool(health, "workers", 2);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicLong holding = new AtomicLong();
  private Path file;

  @BeforeEach
  void begin() throws Exception {
    file = folder.resolve("queue.db.at-work");
    atWork.begin(file);
  }

  @AfterEach
  void end() {
    over.countDown();
    workers.shutdownNow();
  }

  @Test
  void whatIsAtWorkWhenAnErrorEndsTheProcessIsLeftForTheNext() throws Exception {
    work(FEED);
    work(ARTICLE);

    atWork.died(new OutOfMemoryError("Java heap space"));

    Left left = AtWork.left(file).orElseThrow();
    assertThat(left.error()).isEqualTo("java.lang.OutOfMemoryError");
    assertThat(left.tasks()).containsExactlyInAnyOrder(FEED, ARTICLE);
  }

  @Test
  void theNoteOfTheVirtualMachineIsOneToo() throws Exception {
    work(FEED);
    Files.writeString(file, "OutOfMemoryError\n", StandardOpenOption.APPEND);

    assertThat(AtWork.left(file)).contains(new Left("OutOfMemoryError", List.of(FEED)));
  }

  @Test
  void whoIsKilledLeavesNothing() throws Exception {
    work(FEED);

    assertThat(AtWork.left(file)).isEmpty();
    assertThat(AtWork.left(folder.resolve("none"))).isEmpty();
  }

  @Test
  void whatIsDoneIsNotLeft() throws Exception {
    workers.submit(() -> AtWork.run(FEED, () -> {})).get();
    Future<?> failed =
        workers.submit(
            () ->
                AtWork.run(
                    ARTICLE,
                    () -> {
                      throw new IllegalStateException("nope");
                    }));
    assertThatThrownBy(failed::get).hasMessageContaining("nope");
    atWork.died(new StackOverflowError());

    assertThat(AtWork.left(file)).contains(new Left("java.lang.StackOverflowError", List.of()));
  }

  @Test
  void ofWhatIsDoneWithinATaskOnlyTheInnermostIsBlamed() throws Exception {
    Future<?> unused = workers.submit(() -> AtWork.run(ARTICLE, () -> hold(PICTURE)));
    awaitHeld(1);
    atWork.died(new OutOfMemoryError());

    assertThat(AtWork.left(file).orElseThrow().tasks()).containsExactly(PICTURE);
  }

  @Test
  void anErrorThatALibraryHasWrappedIsAnErrorAllTheSame() {
    Heartbeat own = health.worker("own");
    own.begin();
    try {
      assertThatThrownBy(
              () ->
                  AtWork.run(
                      ARTICLE,
                      () -> {
                        throw new IllegalStateException(new StackOverflowError());
                      }))
          .isInstanceOf(StackOverflowError.class);
    } finally {
      own.end();
    }
  }

  @Test
  void ofWhatIsSuspectOneIsWorkedOnAtATime() throws Exception {
    atWork.know(Set.of(FEED, ARTICLE), Set.of(), nothing());
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> first = workers.submit(() -> hold(FEED));
    awaitHeld(1);
    Future<?> second = workers.submit(() -> AtWork.run(ARTICLE, begun::countDown));
    assertThat(begun.await(200, TimeUnit.MILLISECONDS)).isFalse();

    over.countDown();
    first.get();
    second.get();
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void whoWasThroughOnceIsSuspectNoMore() throws Exception {
    atWork.know(Set.of(FEED, ARTICLE), Set.of(), nothing());
    workers.submit(() -> AtWork.run(ARTICLE, () -> {})).get();
    Future<?> unused = workers.submit(() -> hold(FEED));
    awaitHeld(1);

    workers.submit(() -> AtWork.run(ARTICLE, () -> {})).get();
  }

  @Test
  void aLongNameIsToldFromOthersThatBeginTheSame() {
    Task one = new Task(Task.Kind.PICTURE, "https://example.kz/" + "a".repeat(5000) + "1");
    Task other = new Task(Task.Kind.PICTURE, "https://example.kz/" + "a".repeat(5000) + "2");

    assertThat(one).isNotEqualTo(other);
    assertThat(Task.read(one.toString())).contains(one);
  }

  private void work(Task task) {
    long held = holding.get();
    Future<?> unused = workers.submit(() -> hold(task));
    awaitHeld(held + 1);
  }

  private void hold(Task task) {
    AtWork.run(
        task,
        () -> {
          holding.incrementAndGet();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void awaitHeld(long number) {
    await().until(() -> holding.get() == number);
  }

  private static AtWork.SetAside nothing() {
    return new AtWork.SetAside() {
      @Override
      public Optional<Reason> reason(Task task) {
        return Optional.empty();
      }

      @Override
      public void remove(Task task) {}
    };
  }
}
