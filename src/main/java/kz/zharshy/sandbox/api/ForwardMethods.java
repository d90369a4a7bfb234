package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Forwards, which say where they come from, and copies, which do not. */
final class ForwardMethods {
  /** What belongs to a message's place, not to its content. */
  private static final Set<String> OF_THE_PLACE =
      Set.of(
          "message_id",
          "from",
          "sender_chat",
          "chat",
          "date",
          "edit_date",
          "media_group_id",
          "reply_to_message",
          "has_protected_content",
          "reply_markup");

  private final World world;
  private final Access access;

  ForwardMethods(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  void addTo(Methods methods) {
    methods.add("forwardMessage", this::forwardMessage);
    methods.add("copyMessage", this::copyMessage);
  }

  private JsonNode forwardMessage(Params params) {
    Chat from = access.readable(params, "from_chat_id");
    Posting posting = access.posting(from, params, "message to forward not found");
    Chat to = access.writable(params);
    access.takeBudget(to, 1);
    return world.postAsBot(to, forwarded(posting)).copy();
  }

  /** The content of a forward: a forward of a forward names the first origin. */
  private static ObjectNode forwarded(Posting posting) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.set("forward_origin", origin(posting.copy()));
    ObjectNode rest = posting.copy();
    rest.remove("forward_origin");
    return content.setAll(contentOf(rest));
  }

  private static JsonNode origin(ObjectNode message) {
    if (message.has("forward_origin")) {
      return message.get("forward_origin");
    }
    ObjectNode origin = JsonNodeFactory.instance.objectNode();
    if (message.has("sender_chat")) {
      origin.put("type", "channel");
      origin.set("chat", message.get("sender_chat"));
      origin.set("message_id", message.get("message_id"));
    } else {
      origin.put("type", "user");
      origin.set("sender_user", message.get("from"));
    }
    return origin.set("date", message.get("date"));
  }

  private JsonNode copyMessage(Params params) {
    Chat from = access.readable(params, "from_chat_id");
    Posting posting = access.posting(from, params, "message to copy not found");
    Chat to = access.writable(params);
    ObjectNode content = contentOf(posting.copy());
    content.remove("forward_origin");
    if (params.values().has("caption")) {
      world.entities().put(Texts.caption(params), content, true);
    }
    Contents.withExtras(content, params, to);
    access.takeBudget(to, 1);
    int id = world.postAsBot(to, content).messageId();
    return JsonNodeFactory.instance.objectNode().put("message_id", id);
  }

  private static ObjectNode contentOf(ObjectNode message) {
    return message.without(OF_THE_PLACE);
  }
}
