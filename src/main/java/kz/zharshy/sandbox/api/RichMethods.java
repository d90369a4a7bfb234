package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.World;

/** Rich messages: blocks instead of text. */
record RichMethods(World world, Access access) {
  void addTo(Methods methods) {
    methods.add("sendRichMessage", this::sendRichMessage);
  }

  private JsonNode sendRichMessage(Params params) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.set("rich_message", read(params, world));
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  /** The rich message of a call that sends or edits one. */
  static ObjectNode read(Params params, World world) {
    JsonNode input =
        params.required(
            "rich_message",
            "can't parse rich message JSON object",
            "parameter \"rich_message\" is required");
    return new RichMessages(new Attachments(world.files()), params).read(input);
  }
}
