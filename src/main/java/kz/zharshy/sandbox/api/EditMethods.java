package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Changing and deleting what was sent. */
record EditMethods(World world, Access access) {
  private static final long DELETABLE_SECONDS = Duration.ofDays(2).toSeconds();

  void addTo(Methods methods) {
    methods.add("editMessageText", this::editMessageText);
    methods.add("editMessageCaption", this::editMessageCaption);
    methods.add("editMessageReplyMarkup", this::editMessageReplyMarkup);
    methods.add("deleteMessage", this::deleteMessage);
    methods.add("deleteMessages", this::deleteMessages);
  }

  private JsonNode editMessageText(Params params) {
    boolean rich = params.has("rich_message");
    ObjectNode content =
        rich
            ? JsonNodeFactory.instance
                .objectNode()
                .set("rich_message", SendMethods.richMessage(params, world))
            : Contents.text(params, world.entities());
    Chat chat = access.joined(params);
    Posting old = access.editable(chat, params);
    if (!old.json().has("text") && !old.json().has("rich_message")) {
      throw Refusal.badRequest("there is no text in the message to edit");
    }
    ObjectNode message = old.copy();
    message.remove(List.of("text", "entities", "link_preview_options", "rich_message"));
    message.setAll(content);
    return access.replace(chat, old, message, params, true);
  }

  private JsonNode editMessageCaption(Params params) {
    FormattedText caption = Texts.caption(params);
    Chat chat = access.joined(params);
    Posting old = access.editable(chat, params);
    if (old.json().has("text")) {
      throw Refusal.badRequest("there is no caption in the message to edit");
    }
    ObjectNode message = old.copy();
    message.remove("caption");
    message.remove("caption_entities");
    if (!caption.text().isEmpty()) {
      world.entities().put(caption, message, true);
    }
    return access.replace(chat, old, message, params, true);
  }

  private JsonNode editMessageReplyMarkup(Params params) {
    Chat chat = access.joined(params);
    Posting old = access.editable(chat, params);
    return access.replace(chat, old, old.copy(), params, false);
  }

  private JsonNode deleteMessage(Params params) {
    Chat chat = access.joined(params);
    Posting posting = access.posting(chat, params, "message to delete not found");
    if (!deletable(chat, posting)) {
      throw Refusal.badRequest("message can't be deleted");
    }
    world.delete(chat, posting.messageId());
    return BooleanNode.TRUE;
  }

  /** Messages that do not exist are skipped. */
  private JsonNode deleteMessages(Params params) {
    Chat chat = access.joined(params);
    List<Integer> ids = params.messageIds("message_ids");
    for (int id : ids) {
      Posting posting = chat.posting(id);
      if (posting != null && !deletable(chat, posting)) {
        throw Refusal.badRequest("message can't be deleted");
      }
    }
    ids.forEach(id -> world.delete(chat, id));
    return BooleanNode.TRUE;
  }

  private boolean deletable(Chat chat, Posting posting) {
    if (chat.bot().may("can_delete_messages")) {
      return true;
    }
    boolean own = posting.byBot() && (!chat.isChannel() || chat.bot().may("can_post_messages"));
    return (own || chat.isPrivate()) && world.now() - posting.date() < DELETABLE_SECONDS;
  }
}
