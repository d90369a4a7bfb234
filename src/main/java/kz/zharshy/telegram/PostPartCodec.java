package kz.zharshy.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.post.Button;
import kz.zharshy.post.Entity;
import kz.zharshy.post.MarkedText;
import kz.zharshy.post.Medium;
import kz.zharshy.post.PartHeader;
import kz.zharshy.post.PostEdit;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import org.jspecify.annotations.Nullable;

/**
 * Turns a part of a post into a call of the Bot API and back, and into the text that the ledger
 * keeps. That text is the call itself, so a part is sent exactly as it was frozen, behind the
 * number of its form; what form 1 must look like is written down in a test.
 */
public final class PostPartCodec {
  private static final String FORM = "form";
  private static final int NEWEST_FORM = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PostPartCodec() {}

  /**
   * A part as it is stored.
   *
   * @param kind what sort of message it is
   * @param text all the rest
   */
  public record Stored(String kind, String text) {}

  /** The text under which a part is stored. */
  public static Stored store(PostPart part) {
    BotCall call = call(part);
    try {
      return new Stored(
          call.method(),
          JSON.writeValueAsString(NODES.objectNode().put(FORM, NEWEST_FORM).setAll(call.params())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A part cannot be written as JSON.", e);
    }
  }

  /** The part that was stored. Throws {@link PostException} if this version cannot read it. */
  public static PostPart read(Stored stored) {
    try {
      if (!(JSON.readTree(stored.text()) instanceof ObjectNode params)) {
        throw new IllegalArgumentException("the frozen part is no JSON object");
      }
      int form = params.path(FORM).asInt(1);
      if (form > NEWEST_FORM) {
        throw new PostException(ReasonCode.PART_TOO_NEW, form);
      }
      return part(stored.kind(), params);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new PostException(ReasonCode.CALL_UNKNOWN, String.valueOf(e.getMessage()));
    }
  }

  /** The call that sends a part. */
  public static BotCall call(PostPart part) {
    ObjectNode params = NODES.objectNode();
    chat(params, part.header().chat());
    String method = content(part, params);
    PartHeader header = part.header();
    if (header.silent()) {
      params.put("disable_notification", true);
    }
    if (header.isProtected()) {
      params.put("protect_content", true);
    }
    buttons(params, header.buttons());
    if (header.answersTo() != null) {
      params
          .putObject("reply_parameters")
          .put("message_id", header.answersTo())
          .put("allow_sending_without_reply", true);
    }
    return new BotCall(method, params);
  }

  /**
   * The call that makes an edit.
   *
   * @param chat the chat of the message
   * @param messageId its number; of an album the first
   */
  public static BotCall call(PostEdit edit, String chat, long messageId) {
    ObjectNode params = NODES.objectNode();
    chat(params, chat);
    if (edit instanceof PostEdit.ChangeText change) {
      params.put("message_id", messageId);
      content(change.part(), params);
      buttons(params, change.part().header().buttons());
      return new BotCall("editMessageText", params);
    }
    if (edit instanceof PostEdit.ChangeCaption change) {
      params.put("message_id", messageId);
      caption(params, change.words());
      buttons(params, change.buttons());
      return new BotCall("editMessageCaption", params);
    }
    if (edit instanceof PostEdit.ChangeMedium change) {
      params.put("message_id", messageId + change.index());
      ObjectNode item = item(change.medium());
      if (change.words() != null) {
        caption(item, change.words());
      }
      params.set("media", item);
      buttons(params, change.buttons());
      return new BotCall("editMessageMedia", params);
    }
    if (edit instanceof PostEdit.RemoveMedium removal) {
      params.put("message_id", messageId + removal.index());
      return new BotCall("deleteMessage", params);
    }
    params.put("message_id", messageId);
    buttons(params, ((PostEdit.ChangeButtons) edit).buttons());
    return new BotCall("editMessageReplyMarkup", params);
  }

  /** Puts down what readers see of a part; gives the method that sends it. */
  private static String content(PostPart part, ObjectNode params) {
    if (part instanceof PostPart.Text text) {
      words(params, text.words(), "text", "entities");
      preview(params.putObject("link_preview_options"), text.picture());
      return "sendMessage";
    }
    if (part instanceof PostPart.Single single) {
      params.set(type(single.medium().kind()), file(single.medium()));
      caption(params, single.words());
      return method(single.medium().kind());
    }
    if (part instanceof PostPart.Album album) {
      ArrayNode media = params.putArray("media");
      album.media().forEach(medium -> media.add(item(medium)));
      caption((ObjectNode) media.get(0), album.words());
      return "sendMediaGroup";
    }
    params
        .putObject("rich_message")
        .set("blocks", RichCodec.write(((PostPart.Rich) part).blocks()));
    return "sendRichMessage";
  }

  private static PostPart part(String method, ObjectNode params) {
    PartHeader header = header(params);
    for (MediaKind kind : MediaKind.values()) {
      if (method.equals(method(kind))) {
        Medium medium = medium(kind, params.path(type(kind)));
        return new PostPart.Single(header, medium, caption(params));
      }
    }
    return switch (method) {
      case "sendMessage" ->
          new PostPart.Text(header, words(params, "text", "entities"), picture(params));
      case "sendMediaGroup" -> album(header, params.path("media"));
      case "sendRichMessage" ->
          new PostPart.Rich(header, RichCodec.read(params.path("rich_message").path("blocks")));
      default -> throw new IllegalArgumentException(method + " is no method that sends a post");
    };
  }

  private static PostPart album(PartHeader header, JsonNode media) {
    List<Medium> all = new ArrayList<>();
    for (JsonNode item : media) {
      for (MediaKind kind : MediaKind.values()) {
        if (item.path("type").asText().equals(type(kind))) {
          all.add(medium(kind, item.path("media")));
        }
      }
    }
    return new PostPart.Album(header, all, caption(media.path(0)));
  }

  private static String type(MediaKind kind) {
    return switch (kind) {
      case PHOTO -> "photo";
      case VIDEO -> "video";
      case DOCUMENT -> "document";
    };
  }

  private static String method(MediaKind kind) {
    return switch (kind) {
      case PHOTO -> "sendPhoto";
      case VIDEO -> "sendVideo";
      case DOCUMENT -> "sendDocument";
    };
  }

  private static ObjectNode item(Medium medium) {
    ObjectNode item = NODES.objectNode().put("type", type(medium.kind()));
    item.set("media", file(medium));
    return item;
  }

  /** A file of this machine is uploaded by the sender. */
  private static JsonNode file(Medium medium) {
    if (medium.isKept()) {
      return TextNode.valueOf(medium.fileId());
    }
    return medium.isAddress()
        ? TextNode.valueOf(medium.location())
        : NODES.objectNode().put("path", medium.location());
  }

  private static Medium medium(MediaKind kind, JsonNode file) {
    if (!file.isTextual()) {
      return new Medium(kind, file.path("path").asText());
    }
    Medium named = new Medium(kind, file.textValue());
    return named.isAddress() ? named : Medium.kept(kind, file.textValue());
  }

  private static void preview(ObjectNode preview, @Nullable String picture) {
    if (picture == null) {
      // Otherwise Telegram would show a card of the first link in the text.
      preview.put("is_disabled", true);
    } else {
      preview.put("url", picture).put("prefer_large_media", true).put("show_above_text", true);
    }
  }

  private static @Nullable String picture(ObjectNode params) {
    return params.path("link_preview_options").path("url").textValue();
  }

  private static void caption(ObjectNode into, MarkedText words) {
    if (!words.isEmpty()) {
      words(into, words, "caption", "caption_entities");
    }
  }

  private static MarkedText caption(JsonNode from) {
    return words(from, "caption", "caption_entities");
  }

  private static void words(ObjectNode into, MarkedText words, String name, String entitiesName) {
    into.put(name, words.text());
    if (!words.entities().isEmpty()) {
      ArrayNode entities = into.putArray(entitiesName);
      words.entities().forEach(entity -> entities.add(entity(entity)));
    }
  }

  private static MarkedText words(JsonNode from, String name, String entitiesName) {
    List<Entity> entities =
        from.path(entitiesName).valueStream().map(PostPartCodec::entity).toList();
    return new MarkedText(from.path(name).asText(), entities);
  }

  private static ObjectNode entity(Entity entity) {
    ObjectNode node = NODES.objectNode();
    node.put("type", entity.type()).put("offset", entity.offset()).put("length", entity.length());
    if (entity.url() != null) {
      node.put("url", entity.url());
    }
    if (entity.language() != null) {
      node.put("language", entity.language());
    }
    return node;
  }

  private static Entity entity(JsonNode node) {
    return new Entity(
        node.path("type").asText(),
        node.path("offset").asInt(),
        node.path("length").asInt(),
        node.path("url").textValue(),
        node.path("language").textValue());
  }

  private static PartHeader header(ObjectNode params) {
    JsonNode answers = params.path("reply_parameters").path("message_id");
    List<List<Button>> rows = new ArrayList<>();
    for (JsonNode row : params.path("reply_markup").path("inline_keyboard")) {
      rows.add(
          row.valueStream()
              .map(it -> new Button(it.path("text").asText(), it.path("url").asText()))
              .toList());
    }
    return new PartHeader(
        params.path("chat_id").asText(),
        params.path("disable_notification").asBoolean(),
        params.path("protect_content").asBoolean(),
        answers.isMissingNode() ? null : answers.asLong(),
        rows);
  }

  private static void chat(ObjectNode params, String chat) {
    if (chat.startsWith("@")) {
      params.put("chat_id", chat);
    } else {
      params.put("chat_id", Long.parseLong(chat));
    }
  }

  /** An edit that names no buttons takes those away that are there. */
  private static void buttons(ObjectNode params, List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    ArrayNode keyboard = params.putObject("reply_markup").putArray("inline_keyboard");
    for (List<Button> row : rows) {
      ArrayNode line = keyboard.addArray();
      row.forEach(button -> line.addObject().put("text", button.text()).put("url", button.url()));
    }
  }
}
