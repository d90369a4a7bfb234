package kz.zharshy.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.fault.Proves;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.store.OverdueArticles.Choice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of many articles that an outage has made late. */
final class OverdueTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private PublishFixture room;

  @BeforeEach
  void open() throws Exception {
    room = PublishFixture.open(PublishFixture.Setting.in(folder));
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  @Proves("after an outage many articles are overdue | the editors choose")
  void theEditorsAreAskedOnceAndNothingLateGoesOutMeanwhile() throws Exception {
    late(8);
    room.add("Fresh", "Text.");

    room.run(Duration.ofMinutes(10));

    assertThat(room.posted()).containsExactly("Fresh");
    assertThat(room.article(1).state()).isEqualTo(ArticleState.HELD);
    assertThat(room.article(1).reason())
        .isEqualTo(Reason.of(ReasonCode.LATE, Instant.parse("2026-11-22T10:00:00Z")));
    assertThat(room.heard).containsExactly("overdue 1: 8", "published 9");
  }

  @Test
  void afterAnOutageOfTelegramTheyAreAskedToo() throws Exception {
    room.telegram().kickBot();
    for (int i = 1; i <= 8; i++) {
      room.add("Headline " + i, "Text.");
    }
    room.run(Duration.ofMinutes(130));
    room.telegram().restoreBot();

    room.run(Duration.ofMinutes(5));

    assertThat(room.posted()).isEmpty();
    assertThat(room.heard).contains("overdue 1: 8");
  }

  @Test
  void aFewLateOnesGoOutWithoutAQuestion() throws Exception {
    late(5);

    room.run(A_MINUTE);

    assertThat(room.posted()).hasSize(5);
  }

  @Test
  void aLongQueueThatKeepsMovingIsNoOutage() throws Exception {
    for (int i = 1; i <= 30; i++) {
      room.add("Headline " + i, "Text.");
      room.run(Duration.ofSeconds(2));
    }
    room.run(A_MINUTE);
    room.telegram().onCall(Fault.flood(3000).on("sendMessage"));
    for (int i = 31; i <= 50; i++) {
      room.add("Headline " + i, "Text.");
    }

    room.run(Duration.ofHours(2));

    assertThat(room.posted()).hasSize(50);
  }

  @Test
  @Proves({
    "after an outage many articles are overdue | the editors choose",
    "after an outage many articles are overdue | nothing floods"
  })
  void allGoOutInTheirOrderWithTimeBetweenThem() throws Exception {
    late(7);
    room.run(A_MINUTE);

    assertThat(room.overdue.decide(1, Choice.ALL, "telegram:1")).isTrue();
    assertThat(room.overdue.decide(1, Choice.DROP, "telegram:2")).isFalse();
    room.run(Duration.ofMinutes(16));
    assertThat(room.posted())
        .containsExactly("Headline 1", "Headline 2", "Headline 3", "Headline 4");
    room.run(Duration.ofMinutes(20));

    assertThat(room.posted()).hasSize(7);
    assertThat(room.heard).startsWith("overdue 1: 7", "overdue 1 all by telegram:1", "published 1");
  }

  @Test
  void theNewestThreeGoOutAndTheOthersAreWithdrawn() throws Exception {
    late(7);
    room.run(A_MINUTE);

    room.overdue.decide(1, Choice.NEWEST, "telegram:1");
    room.run(Duration.ofMinutes(30));

    assertThat(room.posted()).containsExactly("Headline 5", "Headline 6", "Headline 7");
    assertThat(room.article(4).state()).isEqualTo(ArticleState.WITHDRAWN);
    assertThat(room.article(4).reason()).isEqualTo(Reason.of(ReasonCode.LATE_DROPPED));
    assertThat(room.database.articles().history(4))
        .filteredOn(line -> line.event().equals("withdrawn"))
        .extracting(line -> line.actor())
        .containsExactly("telegram:1");
  }

  @Test
  void aDigestNamesThemAllWithTheirLinks() throws Exception {
    for (int i = 1; i <= 6; i++) {
      Content content =
          Content.builder("Snow & <ice> " + i, "Text.")
              .sourceUrl("https://news.example.kz/" + i)
              .build();
      room.database.articles().add(Draft.of(content), "test", room.now());
    }
    room.time.pass(Duration.ofHours(3));
    room.run(A_MINUTE);

    room.overdue.decide(1, Choice.DIGEST, "telegram:1");
    room.run(A_MINUTE);

    assertThat(room.telegram().posts()).hasSize(1);
    assertThat(room.telegram().posts().get(0).text())
        .startsWith("While we were away\n\n• Snow & <ice> 1\n• Snow & <ice> 2\n")
        .contains("Snow & <ice> 6");
    assertThat(room.telegram().posts().get(0).json().path("entities").toString())
        .contains("https://news.example.kz/6");
    assertThat(room.article(1).reason()).isEqualTo(Reason.of(ReasonCode.LATE_IN_DIGEST, 7));
  }

  @Test
  void noneGoesOutWhereTheEditorsDropThem() throws Exception {
    late(6);
    room.run(A_MINUTE);

    room.overdue.decide(1, Choice.DROP, "telegram:1");
    room.run(Duration.ofHours(3));

    assertThat(room.posted()).isEmpty();
    assertThat(room.article(6).state()).isEqualTo(ArticleState.WITHDRAWN);
  }

  @Test
  void theStandingChoiceIsMadeWhereNobodyDecides() throws Exception {
    late(6);

    room.run(Duration.ofMinutes(59));
    assertThat(room.posted()).isEmpty();
    room.run(Duration.ofMinutes(30));

    assertThat(room.posted()).hasSize(6);
    assertThat(room.heard).contains("overdue 1 all by bot");
  }

  @Test
  void whatWouldExpireBeforeItsTurnGoesOutAtOnce() throws Exception {
    for (int i = 1; i <= 5; i++) {
      room.add("Headline " + i, "Text.");
    }
    Plan now = Plan.atOnce();
    Instant soon = room.now().plus(Duration.ofMinutes(190));
    Plan ending =
        new Plan(null, null, null, now.priority(), new Plan.Window(null, soon), false, null);
    Draft draft = Draft.of(Content.builder("Expiring", "Text.").build()).withPlan(ending);
    room.database.articles().add(draft, "test", room.now());
    room.time.pass(Duration.ofHours(3));
    room.run(A_MINUTE);

    room.overdue.decide(1, Choice.ALL, "telegram:1");
    room.run(A_MINUTE);

    assertThat(room.posted()).containsExactlyInAnyOrder("Headline 1", "Expiring");
  }

  private void late(int count) {
    for (int i = 1; i <= count; i++) {
      room.add("Headline " + i, "Text.");
    }
    room.time.pass(Duration.ofHours(3));
  }
}
