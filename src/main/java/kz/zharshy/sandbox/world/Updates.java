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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the bot. One poller at a time: a newer one that has to wait ends the older one's
 * wait. Safe for use by several threads.
 */
public final class Updates {
  /** Those come only to a bot that asks for them by name. */
  private static final Set<String> ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<ObjectNode> waiting = new ArrayDeque<>();
  private Set<String> allowed = Set.of();
  private int lastId = 500_000_000;
  private long newestPoller;
  private boolean closed;

  /**
   * Puts an update behind the others, if the bot wants its kind.
   *
   * @param kind the field of {@code Update} that holds the content
   * @return the update, also where the bot does not want it
   */
  public ObjectNode add(String kind, JsonNode content) {
    lock.lock();
    try {
      ObjectNode update = JsonNodeFactory.instance.objectNode().put("update_id", ++lastId);
      update.set(kind, content);
      if (wants(kind)) {
        waiting.addLast(update);
        changed.signalAll();
      }
      return update.deepCopy();
    } finally {
      lock.unlock();
    }
  }

  /** Puts an update that the bot may have had already in front of the others. */
  public void repeat(ObjectNode update) {
    lock.lock();
    try {
      waiting.addFirst(update);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean wants(String kind) {
    return allowed.isEmpty() ? !ON_REQUEST.contains(kind) : allowed.contains(kind);
  }

  /** Changes which kinds are kept from now on; the empty set means Telegram's choice. */
  public void allow(Set<String> kinds) {
    lock.lock();
    try {
      allowed = Set.copyOf(kinds);
    } finally {
      lock.unlock();
    }
  }

  /** The kinds that the bot asked for, empty for Telegram's choice. */
  public Set<String> allowed() {
    lock.lock();
    try {
      return allowed;
    } finally {
      lock.unlock();
    }
  }

  /** How many updates wait. */
  public int pending() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all that wait. */
  public void drop() {
    lock.lock();
    try {
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Acknowledges what is below {@code offset} and gives what waits, after up to {@code timeout} if
   * nothing does.
   *
   * @param offset as in {@code getUpdates}: 0 acknowledges nothing, below 0 keeps so many of the
   *     newest
   * @return empty if a newer poller came
   */
  public Optional<List<ObjectNode>> poll(long offset, int limit, Duration timeout)
      throws InterruptedException {
    lock.lock();
    try {
      acknowledge(offset);
      long nanos = timeout.toNanos();
      if (waiting.isEmpty() && nanos > 0) {
        newestPoller++;
        changed.signalAll();
      }
      long poller = newestPoller;
      while (waiting.isEmpty() && nanos > 0 && !closed && poller == newestPoller) {
        nanos = changed.awaitNanos(nanos);
      }
      if (poller != newestPoller) {
        return Optional.empty();
      }
      return Optional.of(waiting.stream().limit(limit).map(ObjectNode::deepCopy).toList());
    } finally {
      lock.unlock();
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
  public Optional<ObjectNode> oldest(Duration timeout) throws InterruptedException {
    lock.lock();
    try {
      long nanos = timeout.toNanos();
      while (waiting.isEmpty() && nanos > 0 && !closed) {
        nanos = changed.awaitNanos(nanos);
      }
      return Optional.ofNullable(waiting.peekFirst()).map(ObjectNode::deepCopy);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets one update. */
  public void remove(int updateId) {
    lock.lock();
    try {
      waiting.removeIf(update -> update.get("update_id").intValue() == updateId);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait of the poller, as if a newer one had come. */
  public void endPoll() {
    lock.lock();
    try {
      newestPoller++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waits. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
