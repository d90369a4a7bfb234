package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The updates waiting for the bot. One poller at a time: a newer one that has to wait ends the
 * older one's wait. Safe for use by several threads.
 */
public final class Updates {
  /** Sent only to a bot that asks for them by name. */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private static final long ANY_POLLER = -1;

  private final Deque<ObjectNode> waiting = new ArrayDeque<>();
  private Set<String> allowed = Set.of();
  private int lastId = 500_000_000;
  private long newestPoller;
  private boolean closed;

  /**
   * Appends an update if the bot wants its kind.
   *
   * @param kind the field of {@code Update} that holds the content
   * @return the update, also where the bot does not want it
   */
  public synchronized ObjectNode add(String kind, JsonNode content) {
    ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", ++lastId);
    update.set(kind, content);
    if (wants(kind)) {
      waiting.addLast(update);
      notifyAll();
    }
    return update.deepCopy();
  }

  /** Puts an update that the bot may already have received in front of the others. */
  public synchronized void repeat(ObjectNode update) {
    waiting.addFirst(update);
    notifyAll();
  }

  private boolean wants(String kind) {
    return allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind);
  }

  /** Sets which kinds are kept from now on; an empty set means Telegram's default. */
  public synchronized void allow(Set<String> kinds) {
    allowed = Set.copyOf(kinds);
  }

  /** The kinds that the bot asked for; empty for Telegram's default. */
  public synchronized Set<String> allowed() {
    return allowed;
  }

  /** How many updates wait. */
  public synchronized int pending() {
    return waiting.size();
  }

  /** Discards all waiting updates. */
  public synchronized void drop() {
    waiting.clear();
  }

  /**
   * Acknowledges what is below {@code offset} and gives what waits, after up to {@code timeout} if
   * nothing does.
   *
   * @param offset as in {@code getUpdates}: 0 acknowledges nothing, below 0 keeps so many of the
   *     newest
   * @return empty if a newer poller came
   */
  public synchronized Optional<List<ObjectNode>> poll(long offset, int limit, Duration timeout)
      throws InterruptedException {
    acknowledge(offset);
    if (waiting.isEmpty() && !timeout.isZero()) {
      newestPoller++;
      notifyAll();
    }
    long poller = newestPoller;
    awaitUpdate(timeout, poller);
    if (poller != newestPoller) {
      return Optional.empty();
    }
    return Optional.of(waiting.stream().limit(limit).map(ObjectNode::deepCopy).toList());
  }

  /** Waits until there is an update, the time is over, or another poller is the newest. */
  private void awaitUpdate(Duration timeout, long poller) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (waiting.isEmpty() && !closed && (poller == ANY_POLLER || poller == newestPoller)) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private void acknowledge(long offset) {
    if (offset > 0) {
      waiting.removeIf(update -> update.get("update_id").intValue() < offset);
      return;
    }
    Iterator<ObjectNode> oldest = waiting.iterator();
    for (long surplus = offset < 0 ? waiting.size() + offset : 0; surplus > 0; surplus--) {
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * The oldest update, after up to {@code timeout} if there is none.
   *
   * @return empty if there still is none
   */
  public synchronized Optional<ObjectNode> oldest(Duration timeout) throws InterruptedException {
    awaitUpdate(timeout, ANY_POLLER);
    return Optional.ofNullable(waiting.peekFirst()).map(ObjectNode::deepCopy);
  }

  /** Discards one update. */
  public synchronized void remove(int updateId) {
    waiting.removeIf(update -> update.get("update_id").intValue() == updateId);
  }

  /** Ends the wait of the poller, as if a newer one had come. */
  public synchronized void endPoll() {
    newestPoller++;
    notifyAll();
  }

  /** Ends all waits. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
