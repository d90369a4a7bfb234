package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What remains of a message when it is forwarded or copied. */
public final class Forwards {
  /** Fields that belong to a message's place, not to its content. */
  private static final Set<String> OF_THE_PLACE =
      Set.of(
          ("message_id from sender_chat chat date edit_date media_group_id"
                  + " reply_to_message has_protected_content reply_markup")
              .split(" ", -1));

  /** The account by which Telegram itself forwards. */
  private static final long TELEGRAM = 777_000;

  private Forwards() {}

  /** The content of the forward that Telegram itself makes of a post into the discussion group. */
  static ObjectNode automatic(Posting post) {
    ObjectNode content = content(post).put("is_automatic_forward", true);
    return content.set("sender_chat", post.json().get("sender_chat"));
  }

  /** Telegram's own {@code User}. */
  static ObjectNode telegram() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", TELEGRAM)
        .put("is_bot", false)
        .put("first_name", "Telegram");
  }

  /** The content of a forward: a forward of a forward names the first origin. */
  public static ObjectNode content(Posting posting) {
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

  /** The content of a copy, which does not say where it comes from. */
  public static ObjectNode copied(Posting posting) {
    ObjectNode content = contentOf(posting.copy());
    content.remove("forward_origin");
    return content;
  }

  private static ObjectNode contentOf(ObjectNode message) {
    return message.without(OF_THE_PLACE);
  }
}
