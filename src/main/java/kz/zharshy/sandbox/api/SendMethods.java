package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.World;

/** Messages of text or of rich blocks, and the sign that one is being written. */
record SendMethods(World world, Access access) {
  private static final Set<String> ACTIONS =
      Set.of(
          ("typing upload_photo record_video upload_video record_voice upload_voice"
                  + " upload_document choose_sticker find_location record_video_note"
                  + " upload_video_note")
              .split(" ", -1));

  void addTo(Methods methods) {
    methods.add("sendMessage", this::sendMessage);
    methods.add("sendRichMessage", this::sendRichMessage);
    methods.add("sendChatAction", this::sendChatAction);
  }

  private JsonNode sendMessage(Params params) {
    ObjectNode content = Contents.text(params, world.entities());
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  private JsonNode sendRichMessage(Params params) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.set("rich_message", richMessage(params, world));
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  /** The rich message of a call that sends or edits one. */
  static ObjectNode richMessage(Params params, World world) {
    JsonNode input =
        params.required(
            "rich_message",
            "can't parse rich message JSON object",
            "parameter \"rich_message\" is required");
    return new RichMessages(new Attachments(world.files()), params).read(input);
  }

  private JsonNode sendChatAction(Params params) {
    if (!ACTIONS.contains(params.text("action").toLowerCase(Locale.ROOT))) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    access.writable(params);
    return BooleanNode.TRUE;
  }
}
