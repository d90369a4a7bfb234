package kz.zharshy.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Queries of people that wait for the bot's answer: pressed buttons and inline queries. Guarded by
 * the world's lock.
 *
 * @param <A> the answer
 */
final class Callbacks<A> {
  private static final int KEPT = 1000;

  private final Map<String, Optional<A>> answers = new LinkedHashMap<>();
  private long last;

  /**
   * @param first below all numbers that become ids
   */
  Callbacks(long first) {
    last = first;
  }

  /** A new query's id. */
  String next() {
    if (answers.size() == KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
    String id = Long.toString(++last);
    answers.put(id, Optional.empty());
    return id;
  }

  /** Whether there is such a query, which has this answer from now on. */
  boolean answer(String id, A answer) {
    return answers.computeIfPresent(id, (same, before) -> Optional.of(answer)) != null;
  }

  /** The answer to a query; empty as long as there is none. */
  Optional<A> answer(String id) {
    return answers.getOrDefault(id, Optional.empty());
  }
}
