package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who reacted to which message of a chat with what. Guarded by the world's lock. */
public final class Reactions {
  private final Map<Integer, Map<Long, String>> byMessage = new HashMap<>();

  /** Sets the one reaction of somebody; the empty emoji takes it away. */
  void set(int messageId, long userId, String emoji) {
    Map<Long, String> all = byMessage.computeIfAbsent(messageId, id -> new LinkedHashMap<>());
    if (emoji.isEmpty()) {
      all.remove(userId);
    } else {
      all.put(userId, emoji);
    }
  }

  /** The Bot API's {@code ReactionCount}s of a message. */
  public ArrayNode counts(int messageId) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    byMessage
        .getOrDefault(messageId, Map.of())
        .values()
        .forEach(emoji -> counts.merge(emoji, 1, Integer::sum));
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
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
