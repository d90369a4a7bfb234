package kz.zharshy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Loops among classes: those that know each other, directly or by others (Tarjan's algorithm). */
final class ClassLoops {
  private final Map<String, Set<String>> known;
  private final Map<String, Integer> number = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> loops = new ArrayList<>();

  /**
   * The loops of a graph.
   *
   * @param known whom each class knows
   */
  ClassLoops(Map<String, Set<String>> known) {
    this.known = known;
  }

  /** All loops of two or more classes. */
  List<Set<String>> all() {
    for (String name : known.keySet()) {
      if (!number.containsKey(name)) {
        visit(name);
      }
    }
    return loops;
  }

  private void visit(String name) {
    number.put(name, number.size());
    lowest.put(name, number.get(name));
    path.push(name);
    onPath.add(name);
    for (String other : known.getOrDefault(name, Set.of())) {
      if (!number.containsKey(other)) {
        visit(other);
        lowest.merge(name, lowest.get(other), Math::min);
      } else if (onPath.contains(other)) {
        lowest.merge(name, number.get(other), Math::min);
      }
    }
    if (lowest.get(name).equals(number.get(name))) {
      close(name);
    }
  }

  private void close(String name) {
    Set<String> loop = new TreeSet<>();
    String last;
    do {
      last = path.pop();
      onPath.remove(last);
      loop.add(last);
    } while (!last.equals(name));
    if (loop.size() > 1) {
      loops.add(loop);
    }
  }
}
