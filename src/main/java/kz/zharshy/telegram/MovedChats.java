package kz.zharshy.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The groups that became supergroups: each has another number since, and takes no call under its
 * old one. Safe for use by several threads.
 */
public final class MovedChats {
  /** Hears that a chat has another number. */
  @FunctionalInterface
  public interface Listener {
    void moved(long from, long to);
  }

  private static final List<String> FIELDS = List.of("chat_id", "from_chat_id");

  /** More moves of one chat are a mistake of the server's. */
  private static final int MOST_MOVES = 5;

  private final Map<Long, Long> moved = new ConcurrentHashMap<>();
  private volatile Listener listener = (from, to) -> {};

  /** Recalls what was learnt before; nobody is told of it. */
  public void recall(Map<Long, Long> earlier) {
    moved.putAll(earlier);
  }

  /** Says who is told of each new number, once. */
  public void tell(Listener hears) {
    listener = hears;
  }

  /** Learns a number from Telegram. */
  public void learn(long from, long to) {
    Long before = from == to ? Long.valueOf(to) : moved.put(from, to);
    if (before == null || before != to) {
      listener.moved(from, to);
    }
  }

  /** The number that a chat has now. */
  public long now(long chat) {
    long now = chat;
    for (int i = 0; i < MOST_MOVES && moved.containsKey(now); i++) {
      now = moved.getOrDefault(now, now);
    }
    return now;
  }

  boolean isEmpty() {
    return moved.isEmpty();
  }

  /** The same parameters with the numbers of now. */
  ObjectNode forwarded(ObjectNode params) {
    ObjectNode forwarded = params.deepCopy();
    for (String field : FIELDS) {
      JsonNode chat = params.path(field);
      long now = isNumber(chat) ? now(chat.asLong()) : 0;
      if (now != 0 && now != chat.asLong()) {
        forwarded.put(field, Long.toString(now));
      }
    }
    return forwarded;
  }

  /** Learns from a refusal of a call; whether the same call is worth making again. */
  boolean learn(ObjectNode params, Outcome<?> outcome) {
    JsonNode chat = params.path("chat_id");
    if (!(outcome instanceof Outcome.Refused<?> refused)
        || refused.migratedTo() == null
        || !isNumber(chat)
        || refused.migratedTo() == chat.asLong()) {
      return false;
    }
    learn(chat.asLong(), refused.migratedTo());
    return true;
  }

  private static boolean isNumber(JsonNode chat) {
    return chat.asText().matches("-?[0-9]{1,18}");
  }
}
