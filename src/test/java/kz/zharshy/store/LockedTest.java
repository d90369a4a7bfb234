package kz.zharshy.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Proves;
import org.junit.jupiter.api.Test;

/** Another program holds the database. */
final class LockedTest extends QueueFile {
  @Test
  @Proves({
    "SQLite locked by another program for 30 s | waits",
    "SQLite locked by another program for 30 s | nothing doubled"
  })
  void aWriterWaitsUntilTheLockFallsAndWritesOnce() throws Exception {
    try (Connection other = lock()) {
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<Void> adding =
          CompletableFuture.runAsync(
              () -> {
                begun.countDown();
                add(queue);
              });
      assertThat(begun.await(10, SECONDS)).isTrue();
      assertThat(adding).isNotCompleted();

      commit(other);

      adding.get(30, SECONDS);
    }
    assertThat(queue.articles().count(ArticleState.QUEUED)).isEqualTo(1);
  }

  @Test
  void readersDoNotWait() throws SQLException {
    add(queue);
    try (Connection other = lock()) {
      assertThat(queue.articles().waiting(5)).hasSize(1);
      assertThat(queue.articles().claim("nobody", NOON)).isEmpty();
      assertThat(queue.articles().expire(NOON)).isEmpty();
      commit(other);
    }
  }

  @Test
  void whoHasWaitedTooLongSaysWhatToDo() throws SQLException {
    try (Connection other = lock();
        QueueDatabase impatient = QueueDatabase.open(file.toString(), Duration.ofMillis(10))) {
      assertThatThrownBy(() -> add(impatient))
          .isInstanceOfSatisfying(
              QueueException.class, e -> assertThat(e.kind()).isEqualTo(QueueException.Kind.BUSY))
          .hasMessage(
              "The database "
                  + file
                  + " is locked by another program. End that program's transaction, or wait.");
      commit(other);
      add(impatient);
    }
    assertThat(queue.articles().count(ArticleState.QUEUED)).isEqualTo(1);
  }

  @Test
  void closingEndsTheWaiting() throws Exception {
    try (Connection other = lock()) {
      CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> add(queue));

      queue.close();

      assertThat(adding).failsWithin(30, SECONDS).withThrowableThat().havingCause();
      commit(other);
    }
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    try (Connection other = lock()) {
      CompletableFuture<QueueException> thrown = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  add(queue);
                } catch (QueueException e) {
                  thrown.complete(e);
                }
              });
      thread.start();
      thread.interrupt();

      assertThat(thrown.get(30, SECONDS).kind()).isEqualTo(QueueException.Kind.BUSY);
      commit(other);
    }
  }

  private static void add(QueueDatabase queue) {
    queue.articles().add(draft("Одна"), "test", NOON);
  }

  private Connection lock() throws SQLException {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
    other.createStatement().execute("BEGIN IMMEDIATE");
    return other;
  }

  private static void commit(Connection other) throws SQLException {
    other.createStatement().execute("COMMIT");
  }
}
