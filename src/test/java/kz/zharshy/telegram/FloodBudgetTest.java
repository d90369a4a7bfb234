package kz.zharshy.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The budget against a server that counts what arrives, on a clock of the test's own. */
final class FloodBudgetTest {
  private static final String CHANNEL = "@example_news";
  private static final String READER = "700100200";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private long nanos = 5_000_000_000L;
  private int readers = 1000;
  private final FloodBudget budget = new FloodBudget(FloodLimits.TELEGRAMS, () -> nanos);

  @Test
  void aSinglePostGoesAtOnce() {
    call(CHANNEL);
    pass(Duration.ofMinutes(5));

    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aChannelNeverSeesTwentyOneInAMinuteHoweverTheNetworkDelays(long seed) {
    List<Long> arrivals = posts(200, new Random(seed), 200);

    assertThat(most(arrivals, MINUTE)).isLessThanOrEqualTo(20);
    assertThat(most(arrivals, SECOND)).isEqualTo(1);
  }

  @Test
  void twoHundredPostsTakeLittleLongerThanTheLimitForces() {
    List<Long> arrivals = posts(200, new Random(9), 200);

    // Twenty at once, and twenty more at each of nine minutes' ends.
    Duration best = MINUTE.multipliedBy(9);
    Duration took = Duration.ofNanos(arrivals.get(199) - arrivals.get(0));
    assertThat(took).isLessThan(best.multipliedBy(105).dividedBy(100));
  }

  @Test
  void aFullMinuteIsSpreadAndAFewPartsGoQuickly() {
    List<Long> arrivals = posts(20, new Random(3), 1);

    assertThat(since(arrivals, 2)).isLessThan(Duration.ofSeconds(4));
    assertThat(since(arrivals, 19)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
  }

  @Test
  void theNextPostWaitsForTheAnswerToTheOneBefore() {
    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();
    pass(Duration.ofSeconds(30));
    assertThat(budget.take(CHANNEL, Lane.POST)).isPositive();

    budget.finished(CHANNEL);

    pass(budget.take(CHANNEL, Lane.POST));
    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();
  }

  @Test
  void aCallWhoseEndNobodyToldBlocksForMinutesOnly() {
    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();

    pass(Duration.ofMinutes(4));

    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();
  }

  @Test
  void allChatsTogetherStayBelowTheirLimit() {
    PriorityQueue<Call> open = new PriorityQueue<>();
    List<Long> arrivals = new ArrayList<>();
    Random random = new Random(4);
    while (arrivals.size() < 300) {
      while (!open.isEmpty() && open.peek().end <= nanos) {
        budget.finished(open.poll().chat);
      }
      String chat = Integer.toString(readers);
      if (budget.take(chat, Lane.POST).isZero()) {
        readers++;
        long end = nanos + random.nextInt(1, 200) * 1_000_000L;
        arrivals.add(random.nextLong(nanos, end + 1));
        open.add(new Call(chat, end));
      }
      pass(Duration.ofMillis(3));
    }
    Collections.sort(arrivals);

    assertThat(most(arrivals, SECOND)).isLessThanOrEqualTo(30);
  }

  @Test
  void readersAreAnsweredWithinASecondWhileAChannelIsFilled() {
    Random random = new Random(5);
    List<Long> arrivals = new ArrayList<>();
    long longest = 0;
    long nextPost = 0;
    while (nanos < Duration.ofMinutes(3).toNanos()) {
      if (nanos >= nextPost) {
        Duration wait = budget.take(CHANNEL, Lane.POST);
        nextPost = nanos + wait.toNanos();
        arrive(CHANNEL, wait, arrivals);
      }
      String reader = Integer.toString(random.nextInt(1000, 9000));
      Duration wait = budget.take(reader, Lane.ANSWER);
      longest = Math.max(longest, wait.toNanos());
      arrive(reader, wait, arrivals);
      pass(Duration.ofMillis(random.nextInt(30, 60)));
    }

    assertThat(Duration.ofNanos(longest)).isLessThan(SECOND);
    assertThat(most(arrivals, SECOND)).isLessThanOrEqualTo(30);
  }

  @Test
  void answersLeaveRoomForPostsAndDigestsForBoth() {
    assertThat(inOneSecond(Lane.DIGEST)).isEqualTo(28);
    assertThat(inOneSecond(Lane.ANSWER)).isEqualTo(1);
    assertThat(inOneSecond(Lane.POST)).isEqualTo(1);
  }

  @Test
  void whoAskedFirstGetsTheNextPlaceOfAllChats() {
    List<Integer> served = new ArrayList<>();
    long[] askAt = new long[116];
    for (int first = 0; served.size() < 116; first = 115) {
      // Whoever came last is always the first to ask again.
      for (int i = 0; i < 116; i++) {
        int reader = Math.abs(first - i);
        if (!served.contains(reader) && askAt[reader] <= nanos) {
          askAt[reader] = nanos + budget.take(Integer.toString(reader), Lane.ANSWER).toNanos();
          if (askAt[reader] == nanos) {
            served.add(reader);
            budget.finished(Integer.toString(reader));
          }
        }
      }
      pass(Duration.ofMillis(1));
    }

    for (int second = 0; second < 4; second++) {
      assertThat(served.subList(29 * second, 29 * second + 29))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(29 * second, 29 * second + 29).boxed().toList());
    }
  }

  @Test
  void aReaderGetsAShortBurstAndThenOneASecond() {
    for (int i = 0; i < 3; i++) {
      assertThat(budget.take(READER, Lane.ANSWER)).isZero();
      budget.finished(READER);
    }

    assertThat(budget.take(READER, Lane.ANSWER)).isPositive();
    assertThat(budget.take("700100201", Lane.ANSWER)).isZero();
  }

  @Test
  void groupsHaveTheLimitOfAMinuteToo() {
    String group = "-1001234567890";
    budget.seed(group, Collections.nCopies(20, Duration.ofSeconds(20)));

    assertThat(budget.take(group, Lane.ANSWER)).isGreaterThan(Duration.ofSeconds(38));
  }

  @Test
  void aChannelIsOneHoweverItsNameIsWritten() {
    assertThat(budget.take("@Example_News", Lane.POST)).isZero();

    assertThat(budget.take("@example_news", Lane.POST)).isPositive();
  }

  @Test
  void afterA429NothingGoesToThatChatForSoLongAndAllElseGoesOn() {
    budget.backOff(CHANNEL, Duration.ofSeconds(40));

    assertThat(budget.take(CHANNEL, Lane.POST)).isEqualTo(Duration.ofSeconds(40));
    assertThat(budget.take("@other_news", Lane.POST)).isZero();
    pass(Duration.ofSeconds(40));
    assertThat(budget.take(CHANNEL, Lane.POST)).isZero();
  }

  @Test
  void afterA429TheChatIsSlowerForTenMinutes() {
    budget.backOff(CHANNEL, SECOND);
    pass(SECOND);

    assertThat(mostInAMinute()).isBetween(10, 14);
    pass(Duration.ofMinutes(11));
    assertThat(mostInAMinute()).isEqualTo(20);
  }

  @Test
  void aSecond429IsLearnedFromToo() {
    budget.backOff(CHANNEL, SECOND);
    budget.backOff(CHANNEL, SECOND);
    pass(SECOND);

    assertThat(mostInAMinute()).isBetween(7, 10);
  }

  @Test
  void aReaderHasNoBurstAfterA429() {
    budget.backOff(READER, SECOND);
    pass(SECOND);
    call(READER);

    assertThat(budget.take(READER, Lane.ANSWER)).isGreaterThan(SECOND);
  }

  @Test
  void callsOfAnEarlierRunCount() {
    budget.seed(CHANNEL, Collections.nCopies(20, Duration.ofSeconds(30)));

    assertThat(budget.take(CHANNEL, Lane.POST))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
  }

  @Test
  void aCallOfAnEarlierRunThatBeganInTheFutureBeganNow() {
    budget.seed(CHANNEL, List.of(Duration.ofSeconds(-20)));

    assertThat(budget.take(CHANNEL, Lane.POST)).isBetween(SECOND, Duration.ofSeconds(2));
  }

  @Test
  void thePromiseIsKept() {
    Duration promised = budget.promise(CHANNEL, 59);

    List<Long> arrivals = posts(60, new Random(1), 1);

    assertThat(since(arrivals, 59)).isBetween(promised.minusSeconds(1), promised.plusSeconds(3));
    assertThat(budget.promise("@idle_news", 0)).isZero();
  }

  private record Call(String chat, long end) implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      return Long.compare(end, other.end);
    }
  }

  /** Posts one after the other, each call delayed by up to so much; gives when each arrived. */
  private List<Long> posts(int count, Random random, int slowestMillis) {
    List<Long> arrivals = new ArrayList<>();
    while (arrivals.size() < count) {
      Duration wait = budget.take(CHANNEL, Lane.POST);
      if (wait.isZero()) {
        long begun = nanos;
        pass(Duration.ofMillis(random.nextInt(slowestMillis) + 1));
        arrivals.add(random.nextLong(begun, nanos + 1));
        budget.finished(CHANNEL);
      }
      pass(wait);
    }
    return arrivals;
  }

  /** The most arrivals in any time of that length, both ends included. */
  private static int most(List<Long> arrivals, Duration length) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < arrivals.size(); last++) {
      while (arrivals.get(last) - arrivals.get(first) > length.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private void arrive(String chat, Duration wait, List<Long> arrivals) {
    if (wait.isZero()) {
      arrivals.add(nanos);
      budget.finished(chat);
    }
  }

  private int mostInAMinute() {
    return most(posts(60, new Random(2), 1), MINUTE);
  }

  private int inOneSecond(Lane lane) {
    int taken = 0;
    while (budget.take(Integer.toString(readers++), lane).isZero()) {
      taken++;
    }
    return taken;
  }

  private static Duration since(List<Long> arrivals, int index) {
    return Duration.ofNanos(arrivals.get(index) - arrivals.get(0));
  }

  private void call(String chat) {
    assertThat(budget.take(chat, Lane.ANSWER)).isZero();
    budget.finished(chat);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
