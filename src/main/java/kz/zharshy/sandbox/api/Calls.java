package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** The calls that came, oldest first. Safe for use by several threads. */
public final class Calls {
  /** A sandbox may run for days: older calls are forgotten. */
  private static final int KEPT = 10_000;

  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Deque<ReceivedCall> calls = new ArrayDeque<>();

  public Calls(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  synchronized void add(String method, ObjectNode params) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    calls.addLast(new ReceivedCall(method, params, clock.instant(), nanoTime.getAsLong()));
  }

  /** A copy of the list. */
  public synchronized List<ReceivedCall> all() {
    return List.copyOf(calls);
  }
}
