package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Turns a message that is in a channel into another, call by call
 * (core.telegram.org/bots/api#updating-messages). Messages are described by the calls that send
 * them. A message with pictures stays one, as Telegram makes no text of it: the words become its
 * caption. Nor does a message of text become a picture, or an album grow.
 */
public final class Edits {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> CAPTION =
      List.of("caption", "caption_entities", "show_caption_above_media");

  private Edits() {}

  /**
   * A call that brings a message nearer to what it should be.
   *
   * @param call the Bot API's {@code editMessage…} or {@code deleteMessage}
   * @param there what the message is once the call was done
   */
  public record Step(BotCall call, BotCall there) {}

  /**
   * The next call; empty if the message is as near to the wanted one as it can come.
   *
   * @param there the message as it is now
   * @param messageId its number; of an album the first
   */
  public static Optional<Step> next(BotCall there, BotCall wanted, long messageId) {
    if (hasMedia(there)) {
      return media(there, wanted, messageId)
          .or(() -> caption(there, wanted, messageId))
          .or(() -> surplus(there, wanted, messageId));
    }
    return text(there, wanted, messageId);
  }

  /** The same message with only these words. */
  public static BotCall words(BotCall there, String words) {
    ObjectNode params = JSON.objectNode();
    params.set("chat_id", there.params().get("chat_id"));
    params.put("text", words).putObject("link_preview_options").put("is_disabled", true);
    return new BotCall("sendMessage", params);
  }

  /** The wanted message with the pictures that are there. */
  public static BotCall withPicturesOf(BotCall there, BotCall wanted) {
    ObjectNode params = there.params().deepCopy();
    putCaption(params, captionHolder(there, params), wanted);
    return new BotCall(there.method(), params);
  }

  /** The message that is there, with the wanted one's words and buttons. */
  public static BotCall withWordsOf(BotCall wanted, BotCall there) {
    if (hasMedia(there)) {
      return withPicturesOf(there, wanted);
    }
    BotCall then = asText(there, wanted);
    if (then.params().has("text") != there.params().has("text")) {
      return there;
    }
    ObjectNode params = there.params().deepCopy();
    for (String name : List.of("text", "entities", "rich_message", "reply_markup")) {
      put(params, name, then.params().path(name));
    }
    return new BotCall(there.method(), params);
  }

  /** Whether the message shows pictures of its own, with its words below them. */
  static boolean hasMedia(BotCall call) {
    return !items(call).isEmpty();
  }

  private static Optional<Step> media(BotCall there, BotCall wanted, long messageId) {
    List<ObjectNode> now = items(there);
    List<ObjectNode> then = items(wanted);
    for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
      if (!now.get(i).equals(then.get(i))) {
        return Optional.of(media(there, wanted, messageId, i));
      }
    }
    return Optional.empty();
  }

  /** An edited picture loses its caption, so that of the first goes with it. */
  private static Step media(BotCall there, BotCall wanted, long messageId, int index) {
    ObjectNode item = items(wanted).get(index).deepCopy();
    ObjectNode params = there.params().deepCopy();
    if (index == 0) {
      putCaption(params, captionHolder(there, params), wanted);
      captionHolder(there, params).properties().stream()
          .filter(field -> CAPTION.contains(field.getKey()))
          .forEach(field -> item.set(field.getKey(), field.getValue()));
    }
    putMedia(there, params, index, items(wanted).get(index));
    ObjectNode call = edit(there, messageId + index);
    call.set("media", item);
    putButtons(call, params);
    return new Step(new BotCall("editMessageMedia", call), new BotCall(there.method(), params));
  }

  private static Optional<Step> caption(BotCall there, BotCall wanted, long messageId) {
    ObjectNode params = withPicturesOf(there, wanted).params();
    if (params.equals(there.params())) {
      return Optional.empty();
    }
    ObjectNode call = edit(there, messageId);
    if (withoutButtons(params).equals(withoutButtons(there.params()))) {
      return Optional.of(buttons(call, new BotCall(there.method(), params)));
    }
    ObjectNode holder = captionHolder(there, params);
    CAPTION.stream().filter(holder::has).forEach(name -> call.set(name, holder.get(name)));
    putButtons(call, params);
    return Optional.of(
        new Step(new BotCall("editMessageCaption", call), new BotCall(there.method(), params)));
  }

  /** Pictures that are no longer the article's leave the album, the last first. */
  private static Optional<Step> surplus(BotCall there, BotCall wanted, long messageId) {
    int now = items(there).size();
    int then = items(wanted).size();
    if (then == 0 || now <= then) {
      return Optional.empty();
    }
    ObjectNode params = there.params().deepCopy();
    ((ArrayNode) params.get("media")).remove(now - 1);
    BotCall call = new BotCall("deleteMessage", edit(there, messageId + now - 1));
    return Optional.of(new Step(call, new BotCall(there.method(), params)));
  }

  private static Optional<Step> text(BotCall there, BotCall wanted, long messageId) {
    BotCall then = asText(there, wanted);
    if (shown(there).equals(shown(then))) {
      return Optional.empty();
    }
    ObjectNode call = edit(there, messageId);
    if (withoutButtons(shown(there)).equals(withoutButtons(shown(then)))) {
      return Optional.of(buttons(call, then));
    }
    call.setAll(shown(then));
    return Optional.of(new Step(new BotCall("editMessageText", call), then));
  }

  /** Only the buttons change: what a person may have put right in the words by hand stays. */
  private static Step buttons(ObjectNode call, BotCall then) {
    putButtons(call, then.params());
    return new Step(new BotCall("editMessageReplyMarkup", call), then);
  }

  private static ObjectNode withoutButtons(ObjectNode params) {
    return params.deepCopy().without("reply_markup");
  }

  /** A picture that belongs to the words is shown above them, where Telegram can fetch it. */
  private static BotCall asText(BotCall there, BotCall wanted) {
    if (!hasMedia(wanted)) {
      return wanted;
    }
    ObjectNode params = JSON.objectNode();
    params.set("chat_id", there.params().get("chat_id"));
    JsonNode holder = captionHolder(wanted, wanted.params());
    params.set("text", holder.path("caption"));
    if (holder.has("caption_entities")) {
      params.set("entities", holder.get("caption_entities"));
    }
    JsonNode picture = items(wanted).get(0).path("media");
    ObjectNode preview = params.putObject("link_preview_options");
    if (picture.isTextual()) {
      preview.set("url", picture);
      preview.put("prefer_large_media", true).put("show_above_text", true);
    } else {
      preview.put("is_disabled", true);
    }
    return new BotCall("sendMessage", params);
  }

  /** What readers see of a text, without to whom and how loudly it was sent. */
  private static ObjectNode shown(BotCall text) {
    ObjectNode shown = text.params().deepCopy();
    shown.retain(
        List.of("text", "entities", "link_preview_options", "rich_message", "reply_markup"));
    return shown;
  }

  /** The pictures, without captions, as the Bot API's {@code InputMedia}. */
  private static List<ObjectNode> items(BotCall call) {
    return switch (call.method()) {
      case "sendPhoto" -> List.of(item("photo", call.params().path("photo")));
      case "sendVideo" -> List.of(item("video", call.params().path("video")));
      case "sendDocument" -> List.of(item("document", call.params().path("document")));
      case "sendMediaGroup" ->
          call.params()
              .path("media")
              .valueStream()
              .map(item -> item(item.path("type").asText(), item.path("media")))
              .toList();
      default -> List.of();
    };
  }

  private static ObjectNode item(String type, JsonNode file) {
    return JSON.objectNode().put("type", type).set("media", file);
  }

  private static void putMedia(BotCall call, ObjectNode params, int index, ObjectNode item) {
    if (call.method().equals("sendMediaGroup")) {
      ((ObjectNode) params.get("media").get(index)).setAll(item);
    } else {
      params.set(item.get("type").asText(), item.get("media"));
    }
  }

  /** An album's words are those of its first picture. */
  private static ObjectNode captionHolder(BotCall call, ObjectNode params) {
    return call.method().equals("sendMediaGroup")
        ? (ObjectNode) params.get("media").get(0)
        : params;
  }

  private static void putCaption(ObjectNode params, ObjectNode holder, BotCall wanted) {
    boolean pictured = hasMedia(wanted);
    ObjectNode from = pictured ? captionHolder(wanted, wanted.params()) : wanted.params();
    put(holder, "caption", from.path(pictured ? "caption" : "text"));
    put(holder, "caption_entities", from.path(pictured ? "caption_entities" : "entities"));
    put(params, "reply_markup", wanted.params().path("reply_markup"));
  }

  private static void put(ObjectNode into, String name, JsonNode value) {
    if (value instanceof MissingNode) {
      into.remove(name);
    } else {
      into.set(name, value);
    }
  }

  private static ObjectNode edit(BotCall there, long messageId) {
    ObjectNode call = JSON.objectNode();
    call.set("chat_id", there.params().get("chat_id"));
    return call.put("message_id", messageId);
  }

  /** An edit that names no buttons takes those away that are there. */
  private static void putButtons(ObjectNode call, ObjectNode params) {
    if (params.has("reply_markup")) {
      call.set("reply_markup", params.get("reply_markup"));
    }
  }
}
