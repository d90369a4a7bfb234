package kz.zharshy.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Calls that say something to a person: text with entities, alone or below a drawn picture. */
public final class ChatCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChatCalls() {}

  /**
   * What is said.
   *
   * @param buttons below it, if there are any
   */
  public record Words(
      String text, List<MessageEntity> entities, @Nullable InlineKeyboardMarkup buttons) {
    public Words {
      entities = List.copyOf(entities);
    }
  }

  /** A message of text. */
  public static BotCall message(long chat, Words words) {
    ObjectNode params = JSON.createObjectNode().put("chat_id", chat).put("text", words.text());
    params.set("entities", JSON.valueToTree(words.entities()));
    params.putObject("link_preview_options").put("is_disabled", true);
    return call("sendMessage", params, words);
  }

  /** A message of text that answers another, in its topic. */
  public static BotCall message(long chat, Words words, Message answered) {
    BotCall call = message(chat, words);
    call.params()
        .putObject("reply_parameters")
        .put("message_id", answered.getMessageId())
        .put("allow_sending_without_reply", true);
    if (answered.isTopicMessage()) {
      call.params().put("message_thread_id", answered.getMessageThreadId());
    }
    return call;
  }

  /** Text in place of a message's. */
  public static BotCall message(long chat, int messageId, Words words) {
    return new BotCall(
        "editMessageText", message(chat, words).params().put("message_id", messageId));
  }

  /** A picture with the words below it. */
  public static BotCall picture(long chat, byte[] png, Words words) {
    ObjectNode params = JSON.createObjectNode().put("chat_id", chat).put("photo", png);
    caption(params, words);
    return call("sendPhoto", params, words);
  }

  /** A picture with the words below it, in place of a message that shows another picture. */
  public static BotCall picture(long chat, int messageId, byte[] png, Words words) {
    ObjectNode params = JSON.createObjectNode().put("chat_id", chat).put("message_id", messageId);
    caption(params.putObject("media").put("type", "photo").put("media", png), words);
    return call("editMessageMedia", params, words);
  }

  /** What {@link #kept} makes a message of, for whichever chat. */
  public static String keep(Words words) {
    return message(0, words).params().toString();
  }

  /**
   * A text message that was kept as its parameters.
   *
   * @throws IllegalStateException if they are no JSON object
   */
  public static BotCall kept(long chat, String parameters) {
    try {
      ObjectNode params = JSON.readValue(parameters, ObjectNode.class);
      return new BotCall("sendMessage", params.put("chat_id", chat));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message of ours is no JSON.", e);
    }
  }

  /** What a message that was kept says. */
  public static String text(String parameters) {
    return kept(0, parameters).params().path("text").asText();
  }

  private static void caption(ObjectNode picture, Words words) {
    picture
        .put("caption", words.text())
        .set("caption_entities", JSON.valueToTree(words.entities()));
  }

  private static BotCall call(String method, ObjectNode params, Words words) {
    if (words.buttons() != null) {
      params.set("reply_markup", JSON.valueToTree(words.buttons()));
    }
    return new BotCall(method, params);
  }
}
