package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.parts;
import static kz.zharshy.store.Samples.routed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.fault.Proves;
import kz.zharshy.store.Lease.Holder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two copies of the bot at one database: only one of them publishes. */
final class LeaseTest extends QueueFile {
  private static final ProcessIdentity ALMATY = new ProcessIdentity("almaty", "", 100, 0);
  private static final ProcessIdentity ASTANA = new ProcessIdentity("astana", "", 200, 0);

  private final AtomicLong nanos = new AtomicLong();
  private QueueDatabase second;
  private Lease ours;
  private Lease theirs;

  @BeforeEach
  void openASecondCopy() {
    second = QueueDatabase.open(file.toString());
    ours = queue.lease(ALMATY, nanos::get);
    theirs = second.lease(ASTANA, nanos::get);
  }

  @AfterEach
  void closeTheSecondCopy() {
    second.close();
  }

  @Test
  void oneCopyHoldsTheLeaseAndTheOtherKnowsWhich() {
    assertThat(ours.hold(NOON)).isTrue();
    assertThat(theirs.hold(NOON.plusSeconds(1))).isFalse();

    assertThat(ours.other()).isEmpty();
    assertThat(theirs.other()).contains(new Holder("almaty", 100, NOON));
  }

  @Test
  void whoComesBackInTimeKeepsIt() {
    for (int beat = 0; beat < 20; beat++) {
      Instant now = NOON.plus(Lease.RHYTHM.multipliedBy(beat));
      assertThat(ours.hold(now)).isTrue();
      assertThat(theirs.hold(now.plusSeconds(1))).isFalse();
    }
  }

  @Test
  @Proves(
      "409 on polling: a second copy of the bot runs | the other takes over within 15 s"
          + " of the first one's death")
  void whoDoesNotComeBackLosesItWithinFifteenSeconds() {
    ours.hold(NOON);

    assertThat(theirs.hold(NOON.plus(Lease.LENGTH).minusMillis(1))).isFalse();
    assertThat(theirs.hold(NOON.plus(Lease.LENGTH))).isTrue();
    assertThat(ours.hold(NOON.plus(Lease.LENGTH))).isFalse();
    assertThat(ours.other()).contains(new Holder("astana", 200, NOON.plus(Lease.LENGTH)));
    assertThat(Lease.LENGTH.plus(Lease.RHYTHM)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void aClockThatWasSetBackDoesNotKeepADeadCopyAlive() {
    ours.hold(NOON);
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    assertThat(theirs.hold(yesterday)).isFalse();

    nanos.addAndGet(Lease.LENGTH.toNanos());

    assertThat(theirs.hold(yesterday)).isTrue();
  }

  @Test
  void whatWasGivenBackIsFreeAtOnce() {
    ours.hold(NOON);
    ours.release();

    assertThat(theirs.hold(NOON)).isTrue();
  }

  @Test
  void aCopyThatWasKilledOnThisMachineIsFollowedAtOnce() throws Exception {
    Process dead = new ProcessBuilder(Commands.javaProgram(), "-version").start();
    assertThat(dead.waitFor()).isZero();
    ProcessIdentity me = ProcessIdentity.thisProcess();
    Lease killed =
        queue.lease(new ProcessIdentity(me.host(), me.space(), dead.pid(), 0), System::nanoTime);
    killed.hold(NOON);

    assertThat(second.lease().hold(NOON)).isTrue();
  }

  @Test
  void aNewProcessWithTheNumberOfTheDeadOneIsNotTakenForIt() {
    ProcessIdentity me = ProcessIdentity.thisProcess();
    ProcessIdentity former =
        new ProcessIdentity(me.host(), me.space(), me.pid(), me.started() - 60_000);
    ProcessIdentity elsewhere =
        new ProcessIdentity(me.host(), "pid:[1]", me.pid(), me.started() - 60_000);

    assertThat(former.isGone(me)).isEqualTo(me.started() != 0);
    assertThat(elsewhere.isGone(me)).isFalse();
    assertThat(me.isGone(me)).isFalse();
  }

  @Test
  @Proves(
      "409 on polling: a second copy of the bot runs | only the one that holds the lease"
          + " publishes")
  void onlyTheHolderClaims() {
    Article article = routed(queue, draft("Одна"));
    theirs.hold(NOON);

    assertFenced(() -> queue.articles().claim(CHANNEL, NOON));
    assertThat(second.articles().claim(CHANNEL, NOON))
        .hasValueSatisfying(claimed -> assertThat(claimed.id()).isEqualTo(article.id()));
  }

  @Test
  @Proves(
      "409 on polling: a second copy of the bot runs | only the one that holds the lease"
          + " publishes")
  void whoLostTheLeaseBeginsNoCallButRecordsWhatACallCameTo() {
    ours.hold(NOON);
    routed(queue, draft("Из двух частей"));
    Article article = queue.articles().claim(CHANNEL, NOON).orElseThrow();
    Ledger ledger = queue.ledger();
    var parts = ledger.plan(article.id(), CHANNEL, parts("a", "b"), NOON);
    ledger.sending(parts.get(0).id(), NOON);

    theirs.hold(NOON.plus(Lease.LENGTH));

    ledger.sent(parts.get(0).id(), 5, 5, NOON);
    assertFenced(() -> ledger.sending(parts.get(1).id(), NOON));
    assertFenced(() -> ledger.plan(article.id(), CHANNEL, parts("a"), NOON));
    assertThat(second.ledger().sending(parts.get(1).id(), NOON)).isPresent();
  }

  @Test
  void keepingTheLeaseWakesNobody() {
    AtomicInteger rings = new AtomicInteger();
    queue.onChange(rings::incrementAndGet);

    ours.hold(NOON);
    ours.hold(NOON.plusSeconds(3));

    assertThat(rings).hasValue(0);
  }

  @Test
  void otherProgramsNeedNoLease() {
    ours.hold(NOON);
    try (QueueDatabase cli = QueueDatabase.open(file.toString())) {
      long id = cli.articles().add(draft("Из командной строки"), "cli", NOON).article().id();
      assertThat(cli.articles().move(id, ArticleState.QUEUED, ArticleState.HELD, null, "cli", NOON))
          .isTrue();
    }
  }

  private static void assertFenced(Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            QueueException.class, e -> assertThat(e.kind()).isEqualTo(QueueException.Kind.LEASE))
        .hasMessageStartingWith("Another copy of the bot publishes from ");
  }
}
