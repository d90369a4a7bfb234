package kz.zharshy.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import kz.zharshy.store.UpdateInbox;

/**
 * Where an update comes from, read without understanding the rest of it.
 *
 * @param chat the chat in whose line it waits; {@link UpdateInbox#NO_LINE} if it has none
 * @param person who caused it; 0 if nobody is named
 * @param privateMessage the number of a private message to the bot; 0 if it is none
 */
record UpdateOrigin(long chat, long person, long privateMessage) {
  private static final List<String> KINDS =
      List.of("message", "callback_query", "inline_query", "channel_post", "my_chat_member");

  /** What cannot be read comes from nowhere. */
  static UpdateOrigin of(JsonNode update) {
    JsonNode content =
        KINDS.stream()
            .filter(update::has)
            .findFirst()
            .map(update::path)
            .orElseGet(() -> update.path(""));
    long person = content.path("from").path("id").asLong();
    JsonNode message = content.path("message");
    JsonNode chat = message.isMissingNode() ? content.path("chat") : message.path("chat");
    boolean isPrivate = chat.path("type").asText().equals("private") && update.has("message");
    return new UpdateOrigin(
        chat.path("id").asLong(person),
        person,
        isPrivate ? content.path("message_id").asLong() : 0);
  }
}
