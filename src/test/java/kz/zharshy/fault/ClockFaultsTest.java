package kz.zharshy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.publish.PublishFixture.Setting;
import kz.zharshy.sandbox.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that jump, and zones that change their offset. */
@Tag("slow")
final class ClockFaultsTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  @Proves(
      "clock jumps, DST gap and overlap, a zone rule changed (Almaty became UTC+5 on"
          + " 2024-03-01) | a scheduled post fires once")
  void aClockThatIsSetBackPostsNothingASecondTime() throws Exception {
    addFor(room.now().plus(AN_HOUR));
    room.run(AN_HOUR.plusMinutes(1));
    assertThat(room.posted()).containsExactly("Scheduled");

    room.time.setClock(room.now().minus(AN_HOUR.multipliedBy(2)));
    room.run(AN_HOUR.multipliedBy(3));

    assertThat(room.posted()).containsExactly("Scheduled");
  }

  @Test
  @Proves(
      "clock jumps, DST gap and overlap, a zone rule changed (Almaty became UTC+5 on"
          + " 2024-03-01) | at the right moment")
  void aClockThatIsPutRightBringsAPostAtItsTime() throws Exception {
    Instant due = room.now().plus(AN_HOUR);
    addFor(due);
    room.time.setClock(room.now().minus(AN_HOUR));
    room.run(AN_HOUR.plusMinutes(30));
    assertThat(room.posted()).isEmpty();

    room.time.setClock(due);
    room.run(Duration.ofMinutes(1));

    assertThat(room.posted()).containsExactly("Scheduled");
  }

  @Test
  @Proves(
      "clock jumps, DST gap and overlap, a zone rule changed (Almaty became UTC+5 on"
          + " 2024-03-01) | waits use a monotonic clock")
  void aFloodWaitIsNeitherCutShortNorDrawnOutByTheClock() throws Exception {
    room.telegram().onCall(Fault.flood(60).on("sendMessage"));
    room.add("First", "Text.");
    room.run(Duration.ofSeconds(5));
    room.time.setClock(room.now().plus(AN_HOUR));
    room.run(Duration.ofSeconds(50));
    assertThat(room.posted()).isEmpty();

    room.time.setClock(room.now().minus(AN_HOUR.multipliedBy(2)));
    room.run(Duration.ofSeconds(10));

    assertThat(room.posted()).containsExactly("First");
  }

  @Test
  @Proves(
      "clock jumps, DST gap and overlap, a zone rule changed (Almaty became UTC+5 on"
          + " 2024-03-01) | waits use a monotonic clock")
  void aPartInDoubtIsLookedForThoughTheClockWasSetBack() throws Exception {
    room.add("Before", "Text.");
    room.run(Duration.ofMinutes(1));
    room.telegram().onCall(Fault.loseAnswer().on("sendMessage"));
    long id = room.add("Snow in Almaty", "Text.");
    room.run(Duration.ofSeconds(1));

    room.time.setClock(room.now().minus(AN_HOUR));
    room.run(Duration.ofMinutes(2));

    assertThat(room.posted()).containsExactly("Before", "Snow in Almaty");
    assertThat(room.article(id).state()).isEqualTo(ArticleState.PUBLISHED);
  }

  @Test
  @Proves(
      "clock jumps, DST gap and overlap, a zone rule changed (Almaty became UTC+5 on"
          + " 2024-03-01) | at the right moment")
  void theHourThatCameTwiceIsTheOneThatWasMeant() throws Exception {
    // At midnight Almaty's clocks went back to 23:00.
    LocalDateTime halfPast = LocalDateTime.parse("2024-02-29T23:30");
    Instant second = ZonedDateTime.ofLocal(halfPast, ALMATY, ZoneOffset.ofHours(5)).toInstant();
    room.time.setClock(second.minus(Duration.ofHours(3)));
    addFor(second);

    room.run(Duration.ofHours(3).minusMinutes(1));
    assertThat(room.posted()).isEmpty();
    room.run(Duration.ofHours(2));

    assertThat(room.posted()).containsExactly("Scheduled");
  }

  private void addFor(Instant time) {
    Content content = Content.builder("Scheduled", "Text.").build();
    Plan plan = Plan.atOnce().withPublishAt(time);
    Draft draft = new Draft(null, content, plan, ArticleState.QUEUED);
    room.database.articles().add(draft, "test", room.now());
  }
}
