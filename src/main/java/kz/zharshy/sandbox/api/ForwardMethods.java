package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Forwards;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Forwards, which say where they come from, and copies, which do not. */
record ForwardMethods(World world, Access access) {
  void addTo(Methods methods) {
    methods.add("forwardMessage", this::forwardMessage);
    methods.add("copyMessage", this::copyMessage);
    methods.add("forwardMessages", params -> several(params, Forwards::content));
    methods.add("copyMessages", params -> several(params, Forwards::copied));
  }

  private JsonNode forwardMessage(Params params) {
    Chat from = access.readable(params, "from_chat_id");
    Posting posting = access.posting(from, params, "message to forward not found");
    if (posting.json().has("pinned_message")) {
      throw Refusal.badRequest("message can't be forwarded");
    }
    Chat to = access.writable(params);
    access.takeBudget(to, 1);
    return world.postAsBot(to, Forwards.content(posting)).copy();
  }

  private JsonNode copyMessage(Params params) {
    Chat from = access.readable(params, "from_chat_id");
    Posting posting = access.posting(from, params, "message to copy not found");
    Chat to = access.writable(params);
    ObjectNode content = Forwards.copied(posting);
    if (params.values().has("caption")) {
      world.entities().put(Texts.caption(params), content, true);
    }
    Contents.withExtras(content, params, to);
    access.takeBudget(to, 1);
    int id = world.postAsBot(to, content).messageId();
    return JsonNodeFactory.instance.objectNode().put("message_id", id);
  }

  /** Messages that do not exist are skipped, unless none exists. */
  private JsonNode several(Params params, Function<Posting, ObjectNode> content) {
    List<Integer> ids = params.messageIds("message_ids");
    Chat from = access.readable(params, "from_chat_id");
    Chat to = access.writable(params);
    List<ObjectNode> contents = new ArrayList<>();
    for (int id : ids) {
      Posting posting = from.posting(id);
      if (posting != null) {
        contents.add(content.apply(posting));
      }
    }
    if (contents.isEmpty()) {
      throw Refusal.badRequest("there are no messages to forward");
    }
    access.takeBudget(to, contents.size());
    ArrayNode sent = JsonNodeFactory.instance.arrayNode();
    contents.forEach(
        each -> sent.addObject().put("message_id", world.postAsBot(to, each).messageId()));
    return sent;
  }
}
