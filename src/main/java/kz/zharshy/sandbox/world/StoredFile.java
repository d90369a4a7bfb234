package kz.zharshy.sandbox.world;

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
}
