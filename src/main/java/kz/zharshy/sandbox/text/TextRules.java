package kz.zharshy.sandbox.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What Telegram does to a text and its entities before it keeps them. */
public final class TextRules {
  private static final int MOST_ENTITIES = 100;

  private TextRules() {}

  /** Cleans and trims; entities go with their text, and those that cover none are dropped. */
  public static FormattedText tidy(String raw, Iterable<JsonNode> rawEntities) {
    String text = clean(raw);
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    List<ObjectNode> entities = new ArrayList<>();
    for (JsonNode entity : rawEntities) {
      int from = Math.max(entity.path("offset").asInt(), start);
      int to = Math.min(entity.path("offset").asInt() + entity.path("length").asInt(), end);
      if (from < to) {
        ObjectNode kept = entity.deepCopy();
        entities.add(kept.put("offset", from - start).put("length", to - from));
      }
    }
    entities.sort(
        Comparator.<ObjectNode>comparingInt(entity -> entity.path("offset").asInt())
            .thenComparingInt(entity -> -entity.path("length").asInt()));
    return new FormattedText(
        text.substring(start, end), entities.subList(0, Math.min(entities.size(), MOST_ENTITIES)));
  }

  /** Control characters become spaces one for one, so that offsets stay. */
  private static String clean(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.chars().forEach(c -> text.append(c < ' ' && c != '\n' ? ' ' : (char) c));
    return text.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n';
  }
}
