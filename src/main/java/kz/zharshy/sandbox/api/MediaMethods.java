package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/** Pictures, sounds, documents and albums of them; and how a file is fetched. */
final class MediaMethods {
  private static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

  /** Methods that send one file, and what it is in their messages. */
  private static final Map<String, String> KINDS =
      Map.of(
          "sendPhoto", "photo",
          "sendDocument", "document",
          "sendVideo", "video",
          "sendAnimation", "animation",
          "sendAudio", "audio",
          "sendVoice", "voice",
          "sendVideoNote", "video_note");

  private static final Set<String> EDITABLE =
      Set.of("photo", "document", "video", "animation", "audio");

  private final World world;
  private final Access access;
  private final Attachments attachments;

  MediaMethods(World world, Access access) {
    this.world = world;
    this.access = access;
    this.attachments = new Attachments(world.files());
  }

  void addTo(Methods methods) {
    KINDS.forEach((method, kind) -> methods.add(method, params -> send(params, kind)));
    methods.add("editMessageMedia", this::editMessageMedia);
    methods.add("sendMediaGroup", this::sendMediaGroup);
    methods.add("getFile", this::getFile);
  }

  private JsonNode send(Params params, String kind) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    attachments.put(content, params, kind, params.text(kind), params.values());
    putCaption(content, Texts.caption(params), params.flag("show_caption_above_media"));
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  private void putCaption(ObjectNode content, FormattedText caption, boolean above) {
    if (!caption.text().isEmpty()) {
      world.entities().put(caption, content, true);
      if (above) {
        content.put("show_caption_above_media", true);
      }
    }
  }

  private JsonNode sendMediaGroup(Params params) {
    JsonNode media =
        params.required(
            "media", "can't parse media JSON object", "there are no media in the request");
    if (!media.isArray() || media.size() < 2 || media.size() > 10) {
      throw Refusal.badRequest("album must contain from 2 to 10 media");
    }
    List<ObjectNode> contents = new ArrayList<>();
    for (JsonNode item : media) {
      contents.add(item(params, item, media.path(0).path("type").asText()));
    }
    Chat chat = access.writable(params);
    access.takeBudget(chat, contents.size());
    return post(params, chat, contents);
  }

  private ObjectNode item(Params params, JsonNode item, String first) {
    String kind = item.path("type").asText();
    if (!kind.equals(first) && !(isPicture(kind) && isPicture(first))) {
      throw Refusal.badRequest("can't use the media of the specified type in the album");
    }
    return media(params, item, Set.of("photo", "video", "document", "audio"));
  }

  private static boolean isPicture(String kind) {
    return kind.equals("photo") || kind.equals("video");
  }

  private ObjectNode media(Params params, JsonNode item, Set<String> allowed) {
    String kind = item.path("type").asText();
    if (!allowed.contains(kind)) {
      throw Refusal.badRequest("can't parse InputMedia: type \"" + kind + "\" is unsupported");
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    attachments.put(content, params, kind, item.path("media").asText(), item);
    putCaption(content, Texts.caption(item), item.path("show_caption_above_media").asBoolean());
    return content;
  }

  /** A text cannot become a picture, nor a picture a text. */
  private JsonNode editMessageMedia(Params params) {
    JsonNode item =
        params.required(
            "media", "can't parse input media JSON object", "parameter \"media\" is required");
    ObjectNode media = media(params, item, EDITABLE);
    Chat chat = access.joined(params);
    Posting old = access.editable(chat, params);
    if (EDITABLE.stream().noneMatch(old.json()::has)) {
      throw Refusal.badRequest("message can't be edited");
    }
    ObjectNode message = old.copy();
    message.remove(EDITABLE);
    message.remove(List.of("caption", "caption_entities", "show_caption_above_media"));
    message.setAll(media);
    return access.replace(chat, old, message, params, true);
  }

  private JsonNode post(Params params, Chat chat, List<ObjectNode> contents) {
    String group =
        Long.toString(13_000_000_000_000_000L + world.now() * 1000 + chat.postings().size());
    ArrayNode sent = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode content : contents) {
      content.put("media_group_id", group);
      Contents.withExtras(content, params, chat);
      content.remove("reply_markup");
      sent.add(world.postAsBot(chat, content).copy());
    }
    return sent;
  }

  private JsonNode getFile(Params params) {
    StoredFile file =
        world
            .files()
            .byId(params.text("file_id"))
            .orElseThrow(() -> Refusal.badRequest("invalid file_id"));
    if (file.bytes().length > LARGEST_DOWNLOAD) {
      throw Refusal.badRequest("file is too big");
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("file_id", file.id())
        .put("file_unique_id", file.uniqueId())
        .put("file_size", file.bytes().length)
        .put("file_path", file.path());
  }
}
