package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import kz.zharshy.sandbox.text.EntityJson;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;

/** The parts of a message that several methods share: link preview, buttons, what it replies to. */
final class Contents {
  private static final int LONGEST_DATA = 64;

  private Contents() {}

  /** The content of a text message. */
  static ObjectNode text(Params params, EntityJson entities) {
    FormattedText text = Texts.text(params);
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    entities.put(text, content, false);
    JsonNode options =
        params.json("link_preview_options", "can't parse link preview options JSON object");
    if (!options.isMissingNode()) {
      content.set("link_preview_options", options);
    }
    return content;
  }

  /** Adds what any message can have besides its text or picture. */
  static ObjectNode withExtras(ObjectNode content, Params params, Chat chat) {
    if (params.flag("protect_content")) {
      content.put("has_protected_content", true);
    }
    reply(content, params, chat);
    keyboard(content, params);
    return content;
  }

  private static void reply(ObjectNode content, Params params, Chat chat) {
    JsonNode reply = params.json("reply_parameters", "can't parse reply parameters JSON object");
    int id = reply.path("message_id").asInt((int) params.number("reply_to_message_id", 0));
    if (id == 0) {
      return;
    }
    Posting to = chat.posting(id);
    if (to != null) {
      ObjectNode shallow = to.copy();
      shallow.remove("reply_to_message");
      content.set("reply_to_message", shallow);
    } else if (!reply.path("allow_sending_without_reply").asBoolean()) {
      throw Refusal.badRequest("message to be replied not found");
    }
  }

  /** Sets the inline buttons of a call; a keyboard of another kind is not part of a message. */
  static void keyboard(ObjectNode content, Params params) {
    keyboard(content, params.json("reply_markup", "object expected as reply markup"));
  }

  /** Sets inline buttons. */
  static void keyboard(ObjectNode content, JsonNode markup) {
    JsonNode rows = markup.path("inline_keyboard");
    for (JsonNode row : rows) {
      row.forEach(Contents::checkButton);
    }
    if (!rows.isEmpty()) {
      content.set("reply_markup", markup.deepCopy());
    }
  }

  private static void checkButton(JsonNode button) {
    if (button.path("text").asText().isEmpty()) {
      throw Refusal.badRequest(
          "can't parse inline keyboard button: Field \"text\" must be of type String");
    }
    JsonNode data = button.path("callback_data");
    if (data.isTextual()) {
      int bytes = data.textValue().getBytes(StandardCharsets.UTF_8).length;
      if (bytes < 1 || bytes > LONGEST_DATA) {
        throw Refusal.badRequest("BUTTON_DATA_INVALID");
      }
    } else if (button.size() < 2) {
      throw Refusal.badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
  }
}
