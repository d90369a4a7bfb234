package kz.zharshy.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zharshy.article.ArticleState;
import org.junit.jupiter.api.Test;

/** A change rings, whoever made it. */
final class ChangesTest extends QueueFile {
  private final AtomicInteger rings = new AtomicInteger();

  @Test
  void anotherProgramsInsertIsNoticed() {
    queue.onChange(rings::incrementAndGet);

    Commands.sqlite3(file, "INSERT INTO article (title) VALUES ('Срочно')");

    await().until(() -> rings.get() == 1);
    assertThat(queue.articles().count(ArticleState.QUEUED)).isEqualTo(1);
  }

  @Test
  void eachOfSeveralChangesByOthersIsNoticed() {
    queue.onChange(rings::incrementAndGet);
    for (int change = 1; change <= 3; change++) {
      int expected = change;
      sql(file, "INSERT INTO article (title) VALUES ('Ещё')");
      await().until(() -> rings.get() >= expected);
    }
  }

  @Test
  void aChangeOfOurOwnRingsBeforeTheCallReturns() {
    queue.onChange(rings::incrementAndGet);

    queue.articles().add(draft("Своя"), "test", NOON);

    assertThat(rings).hasValue(1);
  }

  @Test
  void whatChangesNothingDoesNotRing() {
    queue.onChange(rings::incrementAndGet);

    queue.articles().move(1, ArticleState.QUEUED, ArticleState.HELD, null, "test", NOON);
    queue.articles().claim(Samples.CHANNEL, NOON);
    queue.articles().expire(NOON);

    assertThat(rings).hasValue(0);
  }

  @Test
  void aListenerMayUseTheQueue() throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    queue.onChange(
        () -> {
          if (queue.articles().count(ArticleState.QUEUED) == 1) {
            seen.countDown();
          }
        });

    sql(file, "INSERT INTO article (title) VALUES ('Срочно')");

    assertThat(seen.await(10, SECONDS)).isTrue();
  }
}
