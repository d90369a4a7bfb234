package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * People's queries waiting for the bot's answer: pressed buttons, or inline queries. Safe for use
 * by several threads.
 */
public final class Queries {
  private static final int KEPT = 1000;

  private final Map<String, Optional<JsonNode>> answers = new LinkedHashMap<>();
  private long last;

  /** {@code first}: below all numbers that become ids. */
  Queries(long first) {
    last = first;
  }

  /** A new query's id. */
  synchronized String open() {
    if (answers.size() == KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
    String id = Long.toString(++last);
    answers.put(id, Optional.empty());
    return id;
  }

  /** Answers a query; false if there is no such query. */
  public synchronized boolean answer(String id, JsonNode answer) {
    notifyAll();
    return answers.computeIfPresent(id, (same, before) -> Optional.of(answer)) != null;
  }

  /** The answer to a query; empty if there is none yet. */
  public synchronized Optional<JsonNode> answer(String id) {
    return answers.getOrDefault(id, Optional.empty());
  }

  /** Waits for the answer to a query; empty if none comes in time. */
  public synchronized Optional<JsonNode> await(String id, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (answer(id).isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return answer(id);
  }
}
