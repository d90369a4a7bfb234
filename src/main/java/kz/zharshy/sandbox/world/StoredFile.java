package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file that somebody sent.
 *
 * @param id the Bot API's {@code file_id}
 * @param path the Bot API's {@code file_path}
 */
// Never compared with another: the bytes are only handed on.
@SuppressWarnings("ArrayRecordComponent")
public record StoredFile(String id, String path, String name, String mimeType, byte[] bytes) {
  /** The Bot API's {@code file_unique_id}: the same for the same file, and no key to it. */
  public String uniqueId() {
    return "AQAD" + id.substring(id.length() - 12);
  }

  /** The Bot API's {@code Document}. */
  public ObjectNode documentJson() {
    return fileJson().put("file_name", name).put("mime_type", mimeType);
  }

  /** The Bot API's {@code PhotoSize}. */
  public ObjectNode photoJson(PictureSize size) {
    return fileJson().put("width", size.width()).put("height", size.height());
  }

  /** What all files have in the Bot API. */
  public ObjectNode fileJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file_id", id)
        .put("file_unique_id", uniqueId())
        .put("file_size", bytes.length);
  }
}
