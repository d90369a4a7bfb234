package kz.zharshy.post;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** How many entities of some kinds begin and end up to a place that only moves forward. */
final class EntityCounter {
  private final int[] starts;
  private final int[] ends;
  private int begun;
  private int ended;

  EntityCounter(List<Entity> settled, Predicate<String> type) {
    List<Entity> chosen = settled.stream().filter(entity -> type.test(entity.type())).toList();
    starts = chosen.stream().mapToInt(Entity::offset).toArray();
    ends = chosen.stream().mapToInt(EntityNormalizer::end).toArray();
    Arrays.sort(starts);
    Arrays.sort(ends);
  }

  /** How many begin before a place, which must not lie before the last one asked for. */
  int begunBy(int place) {
    while (begun < starts.length && starts[begun] < place) {
      begun++;
    }
    return begun;
  }

  /** How many end at or before a place, which must not lie before the last one asked for. */
  int endedBy(int place) {
    while (ended < ends.length && ends[ended] <= place) {
      ended++;
    }
    return ended;
  }

  /** Whether a place lies inside of one. */
  boolean holds(int place) {
    return begunBy(place) > endedBy(place);
  }
}
