package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.StoredFile;
import kz.zharshy.sandbox.world.World;

/** Photos, documents and albums of them; and how a file is fetched. */
final class MediaMethods {
  private static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

  private final World world;
  private final Access access;
  private final Attachments attachments;

  MediaMethods(World world, Access access) {
    this.world = world;
    this.access = access;
    this.attachments = new Attachments(world.files());
  }

  void addTo(Methods methods) {
    methods.add("sendPhoto", params -> send(params, "photo"));
    methods.add("sendDocument", params -> send(params, "document"));
    methods.add("sendMediaGroup", this::sendMediaGroup);
    methods.add("getFile", this::getFile);
  }

  private JsonNode send(Params params, String kind) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    attach(content, params, kind, params.text(kind));
    putCaption(content, Texts.caption(params), params.flag("show_caption_above_media"));
    Chat chat = access.writable(params);
    Contents.withExtras(content, params, chat);
    access.takeBudget(chat, 1);
    return world.postAsBot(chat, content).copy();
  }

  private void attach(ObjectNode content, Params params, String kind, String given) {
    if (kind.equals("photo")) {
      attachments.photo(content, params, given);
    } else {
      attachments.document(content, params, given);
    }
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
        params
            .json("media", "can't parse media JSON object")
            .orElseThrow(() -> Refusal.badRequest("there are no media in the request"));
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

  private ObjectNode item(Params params, JsonNode item, String kind) {
    if (!item.path("type").asText().equals(kind)
        || !(kind.equals("photo") || kind.equals("document"))) {
      throw Refusal.badRequest("can't use the media of the specified type in the album");
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    attach(content, params, kind, item.path("media").asText());
    putCaption(content, Texts.caption(item), item.path("show_caption_above_media").asBoolean());
    return content;
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
