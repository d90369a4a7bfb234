package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a call, however they came: as JSON, where numbers and objects are themselves,
 * or as texts of a form, where an object is written as JSON.
 *
 * @param values as they came; must not be changed
 */
record Params(ObjectNode values, Map<String, Upload> files) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_MESSAGES = 100;

  Params {
    files = Map.copyOf(files);
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** A parameter as text; empty if it is missing. */
  String text(String name) {
    JsonNode value = values.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** A whole number, or the default if the parameter is missing or not a number, as in Telegram. */
  long number(String name, long otherwise) {
    try {
      return Long.parseLong(text(name).strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** True in any of Telegram's spellings. */
  boolean flag(String name) {
    String value = text(name);
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
  }

  /** An object or an array; a missing node if the parameter is not there. */
  JsonNode json(String name, String wordsIfBroken) {
    JsonNode value = values.path(name);
    String text = text(name);
    if (text.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return value.isTextual() ? JSON.readTree(text) : value;
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest(wordsIfBroken);
    }
  }

  /** An object or an array that must be there. */
  JsonNode required(String name, String wordsIfBroken, String wordsIfMissing) {
    JsonNode value = json(name, wordsIfBroken);
    if (value.isMissingNode()) {
      throw Refusal.badRequest(wordsIfMissing);
    }
    return value;
  }

  /** The ids of 1–100 messages. */
  List<Integer> messageIds(String name) {
    JsonNode list =
        required(
            name, "can't parse " + name + " JSON object", "message identifiers are not specified");
    if (!list.isArray()) {
      throw Refusal.badRequest("expected an Array of message identifiers");
    }
    if (list.size() > MOST_MESSAGES) {
      throw Refusal.badRequest("too many message identifiers specified");
    }
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : list) {
      if (id.asInt() <= 0) {
        throw Refusal.badRequest("invalid message identifier specified");
      }
      ids.add(id.asInt());
    }
    if (ids.isEmpty()) {
      throw Refusal.badRequest("message identifiers are not specified");
    }
    return ids;
  }

  /** A file of the body: under the parameter's own name, or where {@code attach://} points. */
  Optional<Upload> upload(String nameOrAttachment) {
    String attachment = "attach://";
    return Optional.ofNullable(
        files.get(
            nameOrAttachment.startsWith(attachment)
                ? nameOrAttachment.substring(attachment.length())
                : nameOrAttachment));
  }
}
