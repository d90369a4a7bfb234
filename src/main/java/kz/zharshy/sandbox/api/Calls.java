package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;

/** The calls that came, oldest first. Safe for use by several threads. */
public final class Calls {
  /** A sandbox may run for days: older calls are forgotten. */
  private static final int KEPT = 10_000;

  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Deque<Entry> calls = new ArrayDeque<>();
  private long next;

  /** A call that may not have been answered yet. */
  static final class Entry {
    private volatile ReceivedCall call;

    private Entry(ReceivedCall call) {
      this.call = call;
    }

    /**
     * Records how it ended.
     *
     * @param httpStatus 0 if no answer was given
     * @param whatWentWrong empty if nothing did
     */
    void answered(int httpStatus, String whatWentWrong) {
      call = call.answered(httpStatus, whatWentWrong);
    }
  }

  public Calls(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  synchronized Entry add(String method, ObjectNode params) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    Entry entry =
        new Entry(
            new ReceivedCall(method, params, clock.instant(), nanoTime.getAsLong(), next++, 0, ""));
    calls.addLast(entry);
    return entry;
  }

  /** A copy of the list. */
  public synchronized List<ReceivedCall> all() {
    return calls.stream().map(entry -> entry.call).toList();
  }

  /** The newest calls except those for updates, newest first. */
  public synchronized List<ReceivedCall> newest(int most) {
    List<ReceivedCall> newest = new ArrayList<>();
    Iterator<Entry> back = calls.descendingIterator();
    while (back.hasNext() && newest.size() < most) {
      ReceivedCall call = back.next().call;
      if (!call.method().equalsIgnoreCase("getUpdates")) {
        newest.add(call);
      }
    }
    return newest;
  }
}
