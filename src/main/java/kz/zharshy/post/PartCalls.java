package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import kz.zharshy.article.Picture;
import kz.zharshy.article.RelatedPosts.Place;
import org.jspecify.annotations.Nullable;

/** Calls of the Bot API that publish a part (core.telegram.org/bots/api#available-methods). */
final class PartCalls {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode chat;

  /**
   * Calls for one chat.
   *
   * @param chat what all of them hold: the chat, and how it is notified
   */
  private PartCalls(ObjectNode chat) {
    this.chat = chat;
  }

  static PartCalls to(ChannelStyle style, boolean silent) {
    ObjectNode chat = JSON.objectNode().put("chat_id", "@" + style.channel());
    if (silent) {
      chat.put("disable_notification", true);
    }
    if (style.habits().protect()) {
      chat.put("protect_content", true);
    }
    return new PartCalls(chat);
  }

  /** The same calls with buttons below the message. */
  PartCalls with(List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    ObjectNode more = chat.deepCopy();
    ArrayNode keyboard = more.putObject("reply_markup").putArray("inline_keyboard");
    for (List<Button> row : rows) {
      ArrayNode line = keyboard.addArray();
      row.forEach(button -> line.addObject().put("text", button.text()).put("url", button.url()));
    }
    return new PartCalls(more);
  }

  /** The same calls in answer to a message, if that is still there. */
  PartCalls inAnswerTo(@Nullable Place place) {
    if (place == null) {
      return this;
    }
    ObjectNode more = chat.deepCopy();
    more.putObject("reply_parameters")
        .put("message_id", place.message())
        .put("allow_sending_without_reply", true);
    return new PartCalls(more);
  }

  /** A message of text. Without this Telegram would show a card of the first link in it. */
  BotCall message(MarkedText part) {
    return message(part, JSON.objectNode().put("is_disabled", true));
  }

  /** A message of text with a picture large above it, so that the text need not be a caption. */
  BotCall messageUnder(String picture, MarkedText part) {
    ObjectNode preview = JSON.objectNode().put("url", picture);
    return message(part, preview.put("prefer_large_media", true).put("show_above_text", true));
  }

  /** A rich message of these blocks. */
  BotCall rich(ArrayNode blocks) {
    ObjectNode params = JSON.objectNode();
    params.putObject("rich_message").set("blocks", blocks);
    return new BotCall("sendRichMessage", around(params));
  }

  /** A photo, or an album of several, with text under it. */
  BotCall photos(List<Picture> pictures, MarkedText caption) {
    if (pictures.size() == 1) {
      ObjectNode params = JSON.objectNode();
      params.set("photo", file(pictures.get(0)));
      text(params, caption, "caption", "caption_entities");
      return new BotCall("sendPhoto", around(params));
    }
    ArrayNode media = JSON.arrayNode();
    for (Picture picture : pictures) {
      ObjectNode item = media.addObject().put("type", "photo");
      item.set("media", file(picture));
      if (media.size() == 1) {
        text(item, caption, "caption", "caption_entities");
      }
    }
    return new BotCall("sendMediaGroup", around(JSON.objectNode().set("media", media)));
  }

  private BotCall message(MarkedText part, ObjectNode preview) {
    ObjectNode params = JSON.objectNode();
    text(params, part, "text", "entities");
    params.set("link_preview_options", preview);
    return new BotCall("sendMessage", around(params));
  }

  private ObjectNode around(ObjectNode own) {
    ObjectNode params = JSON.objectNode();
    params.set("chat_id", chat.get("chat_id"));
    params.setAll(own);
    params.setAll(chat);
    return params;
  }

  /** A file of this machine is uploaded by the sender. */
  private static JsonNode file(Picture picture) {
    String location = picture.location();
    if (Pictures.isKept(location)) {
      return new TextNode(Pictures.fileId(location));
    }
    return Pictures.isAddress(location)
        ? new TextNode(location)
        : JSON.objectNode().put("path", location);
  }

  private static void text(ObjectNode into, MarkedText part, String name, String entitiesName) {
    into.put(name, part.text());
    if (!part.entities().isEmpty()) {
      ArrayNode entities = into.putArray(entitiesName);
      part.entities().forEach(entity -> entities.add(entity(entity)));
    }
  }

  private static ObjectNode entity(Entity entity) {
    ObjectNode node = JSON.objectNode();
    node.put("type", entity.type());
    node.put("offset", entity.offset());
    node.put("length", entity.length());
    if (entity.url() != null) {
      node.put("url", entity.url());
    }
    if (entity.language() != null) {
      node.put("language", entity.language());
    }
    return node;
  }
}
