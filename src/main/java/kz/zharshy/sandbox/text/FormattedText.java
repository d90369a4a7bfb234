package kz.zharshy.sandbox.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A text and the entities in it, by offset.
 *
 * @param entities the Bot API's {@code MessageEntity} objects; offsets count UTF-16 units
 */
public record FormattedText(String text, List<ObjectNode> entities) {
  public FormattedText {
    entities = List.copyOf(entities);
  }

  /** Puts both into a message, under {@code text} or {@code caption}. */
  public void putInto(ObjectNode message, boolean asCaption) {
    String entitiesKey = asCaption ? "caption_entities" : "entities";
    message.remove(entitiesKey);
    message.put(asCaption ? "caption" : "text", text);
    if (!entities.isEmpty()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      entities.forEach(entity -> array.add(entity.deepCopy()));
      message.set(entitiesKey, array);
    }
  }
}
