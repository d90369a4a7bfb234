package kz.zharshy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Media;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold JSON arrays. A picture is an address or path, or {@code {"url": "…",
 * "caption": "…"}}; other elements of an array, which another program may have written, are
 * ignored.
 */
final class JsonColumns {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonColumns() {}

  static String ofPictures(List<Media> pictures) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Media picture : pictures) {
      ObjectNode json = picture.json();
      array.add(json.size() == 1 ? json.get("url") : json);
    }
    return array.toString();
  }

  static List<Media> pictures(@Nullable String json) {
    List<Media> pictures = new ArrayList<>();
    for (JsonNode element : elements(json)) {
      Media.read(element).ifPresent(pictures::add);
    }
    return pictures;
  }

  static String ofWords(List<String> words) {
    ArrayNode array = MAPPER.createArrayNode();
    words.forEach(array::add);
    return array.toString();
  }

  static List<String> words(@Nullable String json) {
    List<String> words = new ArrayList<>();
    for (JsonNode element : elements(json)) {
      if (element.isValueNode() && !element.isNull() && !element.asText().isBlank()) {
        words.add(element.asText());
      }
    }
    return words;
  }

  private static JsonNode elements(@Nullable String json) {
    try {
      JsonNode node = MAPPER.readTree(json == null ? "" : json);
      return node.isArray() ? node : MAPPER.createArrayNode();
    } catch (JsonProcessingException e) {
      return MAPPER.createArrayNode();
    }
  }
}
