package kz.zharshy.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message as the sandbox's server holds it.
 *
 * @param json the Bot API's {@code Message}; a copy
 */
public record SandboxMessage(JsonNode json) {
  public int id() {
    return json.get("message_id").intValue();
  }

  /** The text or the caption; empty where there is neither. */
  public String text() {
    return json.path("text").asText(json.path("caption").asText());
  }

  public boolean isEdited() {
    return json.has("edit_date");
  }
}
