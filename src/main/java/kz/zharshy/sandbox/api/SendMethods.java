package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.World;

/** Messages of text, and the sign that one is being written. */
final class SendMethods {
  private final World world;
  private final Access access;

  SendMethods(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  void addTo(Methods methods) {
    methods.add("sendMessage", this::sendMessage);
    methods.add("sendChatAction", this::sendChatAction);
  }

  private JsonNode sendMessage(Params params) {
    ObjectNode content = Contents.text(params, world.entities());
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  private JsonNode sendChatAction(Params params) {
    access.writable(params);
    return BooleanNode.TRUE;
  }
}
