package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import kz.zharshy.article.ArticleState;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.api.ReceivedCall;
import kz.zharshy.telegram.ChatCalls;
import kz.zharshy.telegram.Lane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many articles at once, while readers ask, against a server that counts strictly. */
@Tag("slow")
final class BudgetFaultsTest {
  private static final int ARTICLES = 200;

  /** Some at once every three seconds, for eleven minutes. */
  private static final int READERS = 10;

  private static final int TURNS = 220;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  /** Twenty at once, and twenty more at each of nine minutes' ends. */
  private static final Duration BEST = Duration.ofMinutes(9);

  @TempDir private Path folder;

  @Test
  void twoHundredArticlesAtOnceDrawNoRefusalAndLoseNoTime() throws Exception {
    try (PublishFixture room = PublishFixture.open(Setting.in(folder))) {
      for (int i = 1; i <= ARTICLES; i++) {
        room.add("Headline " + i, "Text.");
      }
      long slowestAnswer = 0;
      for (long reader = 1; reader <= READERS; reader++) {
        room.telegram().personWrites(reader, "en", "/latest");
      }
      for (int turn = 0; turn < TURNS && isGoingOn(room); turn++) {
        room.run(Duration.ofSeconds(3));
        for (long reader = 1; reader <= READERS; reader++) {
          slowestAnswer = Math.max(slowestAnswer, answer(room, reader));
        }
      }

      assertThat(room.telegram().calls().stream().map(ReceivedCall::status)).containsOnly(200);
      assertThat(slowestAnswer).isLessThan(Duration.ofSeconds(1).toNanos());
      List<Long> posts = posts(room);
      assertThat(posts).hasSize(ARTICLES);
      assertThat(Duration.ofNanos(posts.get(ARTICLES - 1) - posts.get(0)))
          .isLessThan(BEST.multipliedBy(105).dividedBy(100));
      assertThat(posts).allMatch(tokenBucket()::test).allMatch(fixedMinutes()::test);
    }
  }

  private static boolean isGoingOn(PublishFixture room) {
    return room.database.articles().count(ArticleState.PUBLISHED) < ARTICLES;
  }

  /** A reader is answered as soon as the budget lets that be; gives how long that took. */
  private static long answer(PublishFixture room, long reader) throws InterruptedException {
    String chat = Long.toString(reader);
    long asked = room.time.nanos();
    Duration wait = room.budget.take(chat, Lane.ANSWER);
    while (!wait.isZero()) {
      room.time.pass(wait);
      wait = room.budget.take(chat, Lane.ANSWER);
    }
    room.api.send(ChatCalls.message(reader, new ChatCalls.Words("Latest news", List.of(), null)));
    room.budget.finished(chat);
    return room.time.nanos() - asked;
  }

  private static List<Long> posts(PublishFixture room) {
    Stream<ReceivedCall> calls = room.telegram().calls("sendMessage").stream();
    return calls
        .filter(call -> call.params().path("chat_id").asText().startsWith("@"))
        .map(ReceivedCall::nanoTime)
        .toList();
  }

  /** A server that gives a channel a third of a post each second, and saves up twenty. */
  private static LongPredicate tokenBucket() {
    double[] tokens = {20};
    long[] last = {Long.MIN_VALUE};
    return at -> {
      double gained = last[0] == Long.MIN_VALUE ? 0 : 20.0 * (at - last[0]) / MINUTE;
      tokens[0] = Math.min(20, tokens[0] + gained) - 1;
      last[0] = at;
      return tokens[0] > -1e-6;
    };
  }

  /** A server that begins to count anew with each minute. */
  private static LongPredicate fixedMinutes() {
    List<Long> minutes = new ArrayList<>();
    return at -> {
      minutes.add(at / MINUTE);
      return minutes.stream().filter(minute -> minute == at / MINUTE).count() <= 20;
    };
  }
}
