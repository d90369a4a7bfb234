package kz.zharshy.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a chaos run.
 *
 * @param lost parts that are not in the channel although no person is asked about them
 * @param twice parts that are in the channel more than once
 * @param outOfOrder articles whose parts do not stand in their order
 * @param waiting articles about which a person is asked
 * @param starts how long after the start of each process its first post of news came
 */
record ChaosCount(
    int kills,
    int articles,
    int parts,
    int faults,
    List<String> lost,
    List<String> twice,
    List<String> outOfOrder,
    List<String> waiting,
    List<Duration> starts) {
  static final ChaosCount NONE =
      new ChaosCount(0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of());

  ChaosCount plus(ChaosCount other) {
    return new ChaosCount(
        kills + other.kills,
        articles + other.articles,
        parts + other.parts,
        faults + other.faults,
        both(lost, other.lost),
        both(twice, other.twice),
        both(outOfOrder, other.outOfOrder),
        both(waiting, other.waiting),
        both(starts, other.starts));
  }

  private Duration slowestStart() {
    return starts.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Duration usualStart() {
    List<Duration> sorted = starts.stream().sorted().toList();
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  @Override
  public String toString() {
    return ("%d kills, %d articles of %d parts, %d lost or broken answers, floods and cuts: %d lost,"
                + " %d twice, %d out of order, %d wait for a person; first post after a start: %d ms as"
                + " a rule, %d ms at the most (of %d starts)")
            .formatted(
                kills,
                articles,
                parts,
                faults,
                lost.size(),
                twice.size(),
                outOfOrder.size(),
                waiting.size(),
                usualStart().toMillis(),
                slowestStart().toMillis(),
                starts.size())
        + waiting.stream().map(reason -> "\n" + reason).collect(Collectors.joining());
  }
}
