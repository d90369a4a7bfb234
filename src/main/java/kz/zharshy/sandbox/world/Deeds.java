package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.zharshy.sandbox.text.TextRules;
import org.jspecify.annotations.Nullable;

/** What people do, and the updates that the bot gets of it. */
public final class Deeds {
  private final World world;

  public Deeds(World world) {
    this.world = world;
  }

  /** A person writes a message into a chat with the bot or a group. Returns the update. */
  public ObjectNode write(Person person, Chat chat, String text) {
    return reply(person, chat, text, null);
  }

  /**
   * A person writes a message as a reply.
   *
   * @param repliedTo null for a message that replies to none
   */
  public ObjectNode reply(Person person, Chat chat, String text, @Nullable Posting repliedTo) {
    ObjectNode content = textContent(text);
    if (repliedTo != null) {
      ObjectNode quoted = repliedTo.copy();
      // Telegram shows one step back, not a whole conversation.
      quoted.remove("reply_to_message");
      content.set("reply_to_message", quoted);
    }
    return send(person, chat, content);
  }

  /** A person sends a file. */
  public ObjectNode sendFile(Person person, Chat chat, StoredFile file, String caption) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.set("document", file.documentJson());
    return send(person, chat, withCaption(content, caption));
  }

  /** A person sends a photo. */
  public ObjectNode sendPhoto(
      Person person, Chat chat, StoredFile file, PictureSize size, String caption) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.putArray("photo").add(file.photoJson(size));
    return send(person, chat, withCaption(content, caption));
  }

  private ObjectNode withCaption(ObjectNode content, String caption) {
    if (!caption.isBlank()) {
      world.entities().put(TextRules.keep(caption, List.of()), content, true);
    }
    return content;
  }

  /** A person forwards a message into a chat with the bot or a group. */
  public ObjectNode forward(Person person, Chat chat, Posting posting) {
    return send(person, chat, Forwards.content(posting));
  }

  private ObjectNode send(Person person, Chat chat, ObjectNode content) {
    synchronized (world) {
      if (chat.isPrivate() && !chat.bot().isIn()) {
        // Telegram lets nobody write to a bot without letting it answer.
        world.setBot(chat, BotStanding.member());
      }
      Posting posting = world.postAsPerson(chat, person, content);
      return world.updates().add(chat.isChannel() ? "channel_post" : "message", posting.copy());
    }
  }

  /**
   * A person reacts to a post; of a channel the bot hears only how many did, and only if it asks
   * for that. Returns the update.
   */
  public ObjectNode react(Person person, Chat chat, Posting posting, String emoji) {
    synchronized (world) {
      world.react(chat, posting.messageId(), person.id(), emoji);
      return count(chat, posting);
    }
  }

  /** Sets how many anonymous people have reacted to a post with this emoji. Returns the update. */
  public ObjectNode reactAsCrowd(Chat chat, Posting posting, String emoji, int people) {
    synchronized (world) {
      world.reactAsCrowd(chat, posting.messageId(), emoji, people);
      return count(chat, posting);
    }
  }

  private ObjectNode count(Chat chat, Posting posting) {
    ObjectNode counted = JsonNodeFactory.instance.objectNode();
    counted.set("chat", chat.json());
    counted.put("message_id", posting.messageId()).put("date", world.now());
    counted.set("reactions", chat.reactions().counts(posting.messageId()));
    return world.updates().add("message_reaction_count", counted);
  }

  /** A person asks the bot inline, from the chat of a friend. Returns the update. */
  public ObjectNode askInline(Person person, String query, String offset) {
    synchronized (world) {
      ObjectNode asked =
          JsonNodeFactory.instance.objectNode().put("id", world.inlineQueries().open());
      asked.set("from", person.json());
      asked.put("chat_type", "sender").put("query", query).put("offset", offset);
      return world.updates().add("inline_query", asked);
    }
  }

  /**
   * A person sends a result of an inline query.
   *
   * @param result as {@code answerInlineQuery} left it: its {@code content} is that of a message
   */
  public ObjectNode sendInlineResult(Person person, Chat chat, JsonNode result, String query) {
    synchronized (world) {
      ObjectNode content = result.path("content").deepCopy();
      content.set("via_bot", world.bot());
      ObjectNode update = send(person, chat, content);
      ObjectNode chosen =
          JsonNodeFactory.instance.objectNode().put("result_id", result.path("id").asText());
      chosen.set("from", person.json());
      world.updates().add("chosen_inline_result", chosen.put("query", query));
      return update;
    }
  }

  private ObjectNode textContent(String text) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    world.entities().put(TextRules.keep(text, List.of()), content, false);
    return content;
  }

  /**
   * A person edits a message by hand; the bot is not told if the message is its own post.
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

  /** A person presses a button. Returns the update. */
  public ObjectNode press(Person person, Posting posting, String data) {
    synchronized (world) {
      ObjectNode query = JsonNodeFactory.instance.objectNode().put("id", world.presses().open());
      query.set("from", person.json());
      query.set("message", posting.copy());
      query.put("chat_instance", posting.json().path("chat").path("id").asText()).put("data", data);
      return world.updates().add("callback_query", query);
    }
  }
}
