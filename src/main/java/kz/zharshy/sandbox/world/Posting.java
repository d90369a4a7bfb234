package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message as the server holds it.
 *
 * @param json the Bot API's {@code Message}; never changed, an edit puts another posting in its
 *     place
 * @param byBot whether the bot wrote it
 */
public record Posting(ObjectNode json, boolean byBot) {
  public int messageId() {
    return json.get("message_id").intValue();
  }

  /** Seconds since the epoch, as the Bot API gives them. */
  public long date() {
    return json.get("date").longValue();
  }

  /** A copy that may be changed and given away. */
  public ObjectNode copy() {
    return json.deepCopy();
  }
}
