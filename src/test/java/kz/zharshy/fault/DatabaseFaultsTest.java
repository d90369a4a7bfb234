package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.ArticleState;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.telegram.BotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database does to a post that is just being made. */
@Tag("slow")
final class DatabaseFaultsTest {
  @TempDir private Path folder;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void end() {
    later.shutdownNow();
  }

  @Test
  @Proves({
    "SQLite locked by another program for 30 s | nothing doubled",
    "SQLite locked by another program for 30 s | the message id is kept and recorded"
        + " as soon as possible"
  })
  void aPostIsRecordedWhenTheLockFallsThatFellOnItMeanwhile() throws Exception {
    Setting locked =
        Setting.in(folder)
            .with(
                new PublishFixture.Between() {
                  @Override
                  public BotApi api(BotApi real) {
                    return afterSend(real, () -> lockFor(Duration.ofSeconds(1)));
                  }
                });
    try (PublishFixture room = PublishFixture.open(locked)) {
      long first = room.add("First", "Text.");
      long second = room.add("Second", "Text.");

      room.run(Duration.ofMinutes(1));

      assertThat(room.posted()).containsExactly("First", "Second");
      assertThat(room.parts(first).get(0).messageId()).isEqualTo(1L);
      assertThat(room.parts(second).get(0).messageId()).isEqualTo(2L);
      assertThat(room.article(second).state()).isEqualTo(ArticleState.PUBLISHED);
      assertThat(room.heard).containsExactly("published " + first, "published " + second);
    }
  }

  /** Calls Telegram, and lets something happen between its answer and the caller's next step. */
  private static BotApi afterSend(BotApi real, Runnable what) {
    return (BotApi)
        Proxy.newProxyInstance(
            BotApi.class.getClassLoader(),
            new Class<?>[] {BotApi.class},
            (proxy, method, arguments) -> {
              Object outcome = method.invoke(real, arguments);
              if (method.getName().equals("send")) {
                what.run();
              }
              return outcome;
            });
  }

  /** Another program begins to write, and takes so long. */
  private void lockFor(Duration time) {
    try {
      Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
      other.createStatement().execute("PRAGMA busy_timeout = 5000");
      other.createStatement().execute("BEGIN IMMEDIATE");
      Future<?> unused =
          later.schedule(
              () -> {
                other.close();
                return true;
              },
              time.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
