package kz.zharshy.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pressed buttons that wait for the bot's answer. Guarded by the world's lock. */
final class Callbacks {
  private static final int KEPT = 1000;

  private final Map<String, Boolean> answered = new LinkedHashMap<>();
  private long last = 7_100_000_000_000_000_000L;

  /** A new query's id. */
  String next() {
    if (answered.size() == KEPT) {
      answered.remove(answered.keySet().iterator().next());
    }
    String id = Long.toString(++last);
    answered.put(id, false);
    return id;
  }

  /** Whether there is such a query, which counts as answered from now on. */
  boolean answer(String id) {
    @Nullable Boolean before = answered.computeIfPresent(id, (same, was) -> true);
    return before != null;
  }

  /** Whether the bot has answered it. */
  boolean isAnswered(String id) {
    return answered.getOrDefault(id, false);
  }
}
