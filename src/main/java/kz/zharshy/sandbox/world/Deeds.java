package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.zharshy.sandbox.text.TextRules;

/** What people do, and the updates that the bot gets of it. */
public final class Deeds {
  private final World world;

  public Deeds(World world) {
    this.world = world;
  }

  /**
   * A person writes a message into a chat with the bot or a group.
   *
   * @return the update
   */
  public ObjectNode write(Person person, Chat chat, String text) {
    return send(person, chat, textContent(text));
  }

  /** A person sends a file. */
  public ObjectNode sendFile(Person person, Chat chat, StoredFile file, String caption) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content
        .putObject("document")
        .put("file_id", file.id())
        .put("file_unique_id", file.uniqueId())
        .put("file_name", file.name())
        .put("mime_type", file.mimeType())
        .put("file_size", file.bytes().length);
    if (!caption.isEmpty()) {
      content.put("caption", caption);
    }
    return send(person, chat, content);
  }

  private ObjectNode send(Person person, Chat chat, ObjectNode content) {
    synchronized (world) {
      Posting posting = world.postAsPerson(chat, person, content);
      return world.updates().add(chat.isChannel() ? "channel_post" : "message", posting.copy());
    }
  }

  private ObjectNode textContent(String text) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    world.entities().put(TextRules.keep(text, List.of()), content, false);
    return content;
  }

  /**
   * A person edits a message by hand; of an edit of the bot's own post the bot hears nothing.
   *
   * @return the message as it is now
   */
  public ObjectNode edit(Chat chat, Posting posting, String text) {
    synchronized (world) {
      ObjectNode message = posting.copy();
      message.remove("entities");
      message.setAll(textContent(text));
      ObjectNode edited = world.edit(chat, posting, message, true).copy();
      if (!posting.byBot()) {
        world
            .updates()
            .add(chat.isChannel() ? "edited_channel_post" : "edited_message", edited.deepCopy());
      }
      return edited;
    }
  }

  /**
   * A person presses a button.
   *
   * @return the update
   */
  public ObjectNode press(Person person, Posting posting, String data) {
    synchronized (world) {
      ObjectNode query = JsonNodeFactory.instance.objectNode().put("id", world.openCallback());
      query.set("from", person.json());
      query.set("message", posting.copy());
      query.put("chat_instance", posting.json().path("chat").path("id").asText()).put("data", data);
      return world.updates().add("callback_query", query);
    }
  }
}
