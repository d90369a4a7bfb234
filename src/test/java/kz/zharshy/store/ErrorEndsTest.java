package kz.zharshy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork.Left;
import kz.zharshy.health.Task;
import kz.zharshy.store.ErrorEnds.Aside;
import kz.zharshy.store.ErrorEnds.End;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorEndsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ERROR = "java.lang.OutOfMemoryError";
  private static final Task FEED = new Task(Task.Kind.FEED, "https://example.kz/feed");
  private static final Task ARTICLE = Task.of(Task.Kind.ARTICLE, 12);

  @TempDir private Path folder;
  private QueueDatabase queue;
  private ErrorEnds ends;

  @BeforeEach
  void open() {
    queue = QueueDatabase.open(folder.resolve("queue.db").toString());
    ends = queue.errorEnds();
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void whatWasAtWorkAtThreeEndsWithinTenMinutesIsSetAside() {
    assertThat(endAt(0, FEED, ARTICLE)).isEmpty();
    assertThat(endAt(300, FEED)).isEmpty();
    assertThat(ends.suspects(NOON.plusSeconds(300))).isEqualTo(Set.of(FEED, ARTICLE));

    assertThat(endAt(599, FEED))
        .containsExactly(new Aside(1, FEED, "OutOfMemoryError", NOON.plusSeconds(599)));
    assertThat(ends.reason(FEED)).contains(Reason.of(ReasonCode.ENDED_THE_BOT, "OutOfMemoryError"));
    assertThat(ends.reason(ARTICLE)).isEmpty();
    assertThat(ends.count(NOON.minusSeconds(1))).isEqualTo(3);
    assertThat(ends.last()).contains(new End(NOON.plusSeconds(599), "OutOfMemoryError"));
  }

  @Test
  void threeEndsInALongerTimeAreNoReason() {
    endAt(0, FEED);
    endAt(300, FEED);

    assertThat(endAt(601, FEED)).isEmpty();
    assertThat(endAt(602, FEED)).hasSize(1);
  }

  @Test
  void whatIsSetAsideIsToldOnceAndWhatIsReleasedBeginsAnew() {
    endAt(0, FEED);
    endAt(1, FEED);
    endAt(2, FEED);
    assertThat(endAt(3, FEED)).isEmpty();
    assertThat(ends.all()).hasSize(1);

    assertThat(ends.release(FEED)).isTrue();
    assertThat(ends.release(FEED)).isFalse();
    assertThat(ends.all()).isEmpty();
    assertThat(endAt(4, FEED)).isEmpty();
    assertThat(endAt(5, FEED)).isEmpty();
    assertThat(endAt(6, FEED)).hasSize(1);
  }

  @Test
  void anUpdateThatIsSetAsideWaitsNoMoreAndThoseBehindItDo() {
    queue
        .updates()
        .store(
            List.of(
                new RawUpdate(1, "{\"update_id\":1}", 42, false, 0),
                new RawUpdate(2, "{\"update_id\":2}", 42, false, 0)),
            NOON);
    Task update = Task.of(Task.Kind.UPDATE, 1);
    endAt(0, update);
    endAt(1, update);
    assertThat(endAt(2, update)).hasSize(1);

    assertThat(queue.updates().next(Set.of()).orElseThrow().id()).isEqualTo(2);
    assertThat(ends.all()).isEmpty();
  }

  @Test
  void anEndIsForgottenAfterAMonth() {
    endAt(0, FEED);
    endAt(Duration.ofDays(31).toSeconds(), ARTICLE);

    assertThat(ends.count(Instant.EPOCH)).isEqualTo(1);
    assertThat(ends.suspects(NOON.minusSeconds(1))).isEqualTo(Set.of(ARTICLE));
  }

  private List<Aside> endAt(long seconds, Task... tasks) {
    return ends.note(new Left(ERROR, List.of(tasks)), NOON.plusSeconds(seconds));
  }
}
