package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import kz.zharshy.sandbox.world.Files;
import kz.zharshy.sandbox.world.PictureSize;
import kz.zharshy.sandbox.world.StoredFile;

/** Turns what a call gives as a file into a photo or a document of a message. */
record Attachments(Files files) {
  private static final int LARGEST_PHOTO = 10 * 1024 * 1024;
  private static final Pattern HTTP = Pattern.compile("(?i)https?://\\S+\\.\\S+");

  /**
   * Puts a file into the message.
   *
   * @param kind the Bot API's word, for example {@code photo} or {@code document}
   * @param details what the call says of a sound or a moving picture: its length and size
   */
  void put(ObjectNode content, Params params, String kind, String given, JsonNode details) {
    switch (kind) {
      case "photo" -> photo(content, params, given);
      case "document" -> document(content, params, given);
      default -> content.set(kind, recording(params, kind, given, details));
    }
  }

  /** What such a file must have in the Bot API stands there even if the call does not say it. */
  private ObjectNode recording(Params params, String kind, String given, JsonNode details) {
    StoredFile file = file(params, given, kind, kind + "s");
    ObjectNode json = file.documentJson().put("duration", details.path("duration").asInt());
    if (kind.equals("video") || kind.equals("animation")) {
      json.put("width", details.path("width").asInt())
          .put("height", details.path("height").asInt());
    }
    if (kind.equals("video_note")) {
      json.put("length", details.path("length").asInt());
    }
    for (String field : List.of("title", "performer")) {
      if (details.hasNonNull(field)) {
        json.put(field, details.path(field).asText());
      }
    }
    return json;
  }

  private void photo(ObjectNode content, Params params, String given) {
    StoredFile file = file(params, given, "photo", "photos");
    if (file.bytes().length > LARGEST_PHOTO) {
      throw Refusal.badRequest(
          "file of size "
              + file.bytes().length
              + " bytes is too big for a photo; the maximum size is "
              + LARGEST_PHOTO
              + " bytes");
    }
    PictureSize size =
        PictureSize.of(file.bytes()).orElseThrow(() -> Refusal.badRequest("IMAGE_PROCESS_FAILED"));
    if (!size.isAllowed()) {
      throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
    content.putArray("photo").add(file.photoJson(size));
  }

  private void document(ObjectNode content, Params params, String given) {
    StoredFile file = file(params, given, "document", "documents");
    content.set("document", file.documentJson());
  }

  /** By the name of an upload, by a file id, or by an address, which nothing is fetched from. */
  private StoredFile file(Params params, String given, String kind, String folder) {
    Upload upload = params.upload(given.isEmpty() ? kind : given).orElse(null);
    if (upload != null) {
      if (upload.bytes().length == 0) {
        throw Refusal.badRequest("file must be non-empty");
      }
      return files.keep(folder, upload.fileName(), upload.mimeType(), upload.bytes());
    }
    if (given.isEmpty()) {
      throw Refusal.badRequest("there is no " + kind + " in the request");
    }
    if (HTTP.matcher(given).matches()) {
      return files.keep(folder, nameIn(given), "image/png", PictureSize.placeholder());
    }
    return files
        .byId(given)
        .orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
  }

  private static String nameIn(String address) {
    String path = address.replaceFirst("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
