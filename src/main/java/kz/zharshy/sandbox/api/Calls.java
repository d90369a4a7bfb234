package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
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

  /** A call whose answer is still to come. */
  static final class Entry {
    private final String method;
    private final ObjectNode params;
    private final Instant at;
    private final long nanoTime;
    private final long number;
    private volatile int status;
    private volatile String trouble = "";

    private Entry(String method, ObjectNode params, Instant at, long nanoTime, long number) {
      this.method = method;
      this.params = params;
      this.at = at;
      this.nanoTime = nanoTime;
      this.number = number;
    }

    /**
     * Notes how it ended.
     *
     * @param httpStatus 0 if no answer was given
     * @param whatWentWrong empty if nothing did
     */
    void answered(int httpStatus, String whatWentWrong) {
      trouble = whatWentWrong;
      status = httpStatus;
    }

    private ReceivedCall described() {
      return new ReceivedCall(method, params, at, nanoTime, number, status, trouble);
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
    Entry entry = new Entry(method, params, clock.instant(), nanoTime.getAsLong(), next++);
    calls.addLast(entry);
    return entry;
  }

  /** A copy of the list. */
  public synchronized List<ReceivedCall> all() {
    return calls.stream().map(Entry::described).toList();
  }

  /** The newest calls but those for updates, the newest first. */
  public synchronized List<ReceivedCall> newest(int most) {
    List<ReceivedCall> newest = new ArrayList<>();
    Iterator<Entry> back = calls.descendingIterator();
    while (back.hasNext() && newest.size() < most) {
      Entry entry = back.next();
      if (!entry.method.equalsIgnoreCase("getUpdates")) {
        newest.add(entry.described());
      }
    }
    return newest;
  }
}
