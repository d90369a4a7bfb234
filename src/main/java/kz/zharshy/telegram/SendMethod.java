package kz.zharshy.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The methods that make or change posts, with the parameters that they take (Bot API 10.2).
 * Telegram passes over a parameter that it does not know without a word, so a slip of the pen would
 * be found by readers.
 */
enum SendMethod {
  SEND_MESSAGE("sendMessage", Names.SENDING, "text parse_mode entities link_preview_options"),
  SEND_PHOTO("sendPhoto", Names.SENDING, "photo has_spoiler " + Names.CAPTION),
  SEND_VIDEO(
      "sendVideo",
      Names.SENDING,
      "video duration width height thumbnail cover start_timestamp supports_streaming has_spoiler "
          + Names.CAPTION),
  SEND_DOCUMENT(
      "sendDocument",
      Names.SENDING,
      "document thumbnail disable_content_type_detection caption parse_mode caption_entities"),
  SEND_MEDIA_GROUP("sendMediaGroup", Names.SENDING, "media"),
  SEND_RICH_MESSAGE("sendRichMessage", Names.SENDING, "rich_message"),
  EDIT_TEXT(
      "editMessageText",
      Names.EDITING,
      "text parse_mode entities link_preview_options rich_message"),
  EDIT_CAPTION("editMessageCaption", Names.EDITING, Names.CAPTION),
  EDIT_MEDIA("editMessageMedia", Names.EDITING, "media"),
  EDIT_REPLY_MARKUP("editMessageReplyMarkup", Names.EDITING, "");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final String params;

  SendMethod(String name, String shared, String own) {
    this.name = name;
    this.params = shared + " " + own;
  }

  /**
   * The method of a call. Throws {@link IllegalArgumentException} if it is none that sends, or its
   * parameters are not the method's.
   */
  static SendMethod of(BotCall call) {
    for (SendMethod method : values()) {
      if (method.name.equals(call.method())) {
        method.check(call.params());
        return method;
      }
    }
    throw new IllegalArgumentException(call.method() + " is no method that sends a post");
  }

  private void check(ObjectNode given) {
    List<String> known = List.of(params.split(" "));
    given
        .fieldNames()
        .forEachRemaining(
            param -> {
              if (!known.contains(param)) {
                throw new IllegalArgumentException(name + " has no parameter " + param);
              }
            });
    if (!given.hasNonNull("chat_id")) {
      throw new IllegalArgumentException(name + " needs chat_id");
    }
  }

  /**
   * The messages of a result. Throws {@link IllegalArgumentException} if one of them has no number:
   * Telegram gives 0 to what it will publish later.
   */
  Message[] messages(JsonNode result) throws JsonProcessingException {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : result.isArray() ? result : List.of(result)) {
      if (message.path("message_id").asInt() <= 0) {
        throw new IllegalArgumentException("a message without a number");
      }
      messages.add(message(message));
    }
    return messages.toArray(Message[]::new);
  }

  /** Loads the model of a message, which takes the most part of a second once. */
  static void prepare() {
    ObjectNode message =
        JSON.createObjectNode().put("message_id", 1).put("date", 1).put("text", "a");
    message.putObject("chat").put("id", -1).put("type", "channel").put("title", "a");
    message.putArray("entities").addObject().put("type", "bold").put("offset", 0).put("length", 1);
    try {
      Message[] unused = SEND_MESSAGE.messages(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The model does not know a message of its own.", e);
    }
  }

  /** What the model cannot read was posted all the same, and its number is known. */
  private static Message message(JsonNode message) throws JsonProcessingException {
    try {
      return JSON.treeToValue(message, Message.class);
    } catch (JsonProcessingException e) {
      ObjectNode known = JSON.createObjectNode();
      known.set("message_id", message.path("message_id"));
      return JSON.treeToValue(known, Message.class);
    }
  }

  /** What several methods take. */
  private static final class Names {
    static final String SENDING =
        "business_connection_id chat_id message_thread_id direct_messages_topic_id receiver_user_id"
            + " callback_query_id disable_notification protect_content allow_paid_broadcast"
            + " message_effect_id suggested_post_parameters reply_parameters reply_markup";
    static final String EDITING =
        "business_connection_id chat_id message_id inline_message_id reply_markup";
    static final String CAPTION = "caption parse_mode caption_entities show_caption_above_media";
  }
}
