package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who reacted to which message of a chat with what. Guarded by the world's lock. */
public final class Reactions {
  private final Map<Integer, Map<Long, String>> byMessage = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> crowds = new HashMap<>();

  /** Sets somebody's reaction; an empty emoji removes it. */
  void set(int messageId, long userId, String emoji) {
    Map<Long, String> all = byMessage.computeIfAbsent(messageId, id -> new LinkedHashMap<>());
    if (emoji.isEmpty()) {
      all.remove(userId);
    } else {
      all.put(userId, emoji);
    }
  }

  /** Sets how many anonymous people react with this emoji. */
  void setCrowd(int messageId, String emoji, int people) {
    crowds.computeIfAbsent(messageId, id -> new LinkedHashMap<>()).put(emoji, people);
  }

  /** The Bot API's {@code ReactionCount}s of a message. */
  public ArrayNode counts(int messageId) {
    Map<String, Integer> counts = new LinkedHashMap<>(crowds.getOrDefault(messageId, Map.of()));
    byMessage
        .getOrDefault(messageId, Map.of())
        .values()
        .forEach(emoji -> counts.merge(emoji, 1, Integer::sum));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    counts.values().removeIf(count -> count == 0);
    counts.forEach(
        (emoji, count) ->
            json.addObject()
                .put("total_count", count)
                .putObject("type")
                .put("type", "emoji")
                .put("emoji", emoji));
    return json;
  }
}
