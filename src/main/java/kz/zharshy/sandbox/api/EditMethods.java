package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Changing and deleting what was sent. */
final class EditMethods {
  private static final long DELETABLE_SECONDS = Duration.ofDays(2).toSeconds();

  private final World world;
  private final Access access;

  EditMethods(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  void addTo(Methods methods) {
    methods.add("editMessageText", this::editMessageText);
    methods.add("editMessageCaption", this::editMessageCaption);
    methods.add("editMessageReplyMarkup", this::editMessageReplyMarkup);
    methods.add("deleteMessage", this::deleteMessage);
    methods.add("deleteMessages", this::deleteMessages);
  }

  private JsonNode editMessageText(Params params) {
    ObjectNode content = Contents.text(params, world.entities());
    Chat chat = access.chat(params, "chat_id");
    Posting old = editable(chat, params);
    if (!old.json().has("text")) {
      throw Refusal.badRequest("there is no text in the message to edit");
    }
    ObjectNode message = old.copy();
    message.remove("entities");
    message.remove("link_preview_options");
    message.setAll(content);
    return replace(chat, old, message, params, true);
  }

  private JsonNode editMessageCaption(Params params) {
    FormattedText caption = Texts.caption(params);
    Chat chat = access.chat(params, "chat_id");
    Posting old = editable(chat, params);
    if (!old.json().has("photo") && !old.json().has("document")) {
      throw Refusal.badRequest("there is no caption in the message to edit");
    }
    ObjectNode message = old.copy();
    message.remove("caption");
    message.remove("caption_entities");
    if (!caption.text().isEmpty()) {
      world.entities().put(caption, message, true);
    }
    return replace(chat, old, message, params, true);
  }

  private JsonNode editMessageReplyMarkup(Params params) {
    Chat chat = access.chat(params, "chat_id");
    Posting old = editable(chat, params);
    return replace(chat, old, old.copy(), params, false);
  }

  /** Buttons that a call does not name are taken away. */
  private JsonNode replace(
      Chat chat, Posting old, ObjectNode message, Params params, boolean shown) {
    message.remove("reply_markup");
    Contents.keyboard(message, params);
    if (message.equals(old.json())) {
      throw Refusal.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    access.takeBudget(chat, 1);
    return world.edit(chat, old, message, shown).copy();
  }

  private Posting editable(Chat chat, Params params) {
    Posting posting = access.posting(chat, params, "message to edit not found");
    boolean others = chat.isChannel() && chat.bot().may("can_edit_messages");
    boolean may = (posting.byBot() || others) && !posting.json().has("forward_origin");
    if (!may) {
      throw Refusal.badRequest("message can't be edited");
    }
    if (chat.isChannel() && !chat.bot().isAdministrator()) {
      throw Refusal.badRequest("need administrator rights in the channel chat");
    }
    return posting;
  }

  private JsonNode deleteMessage(Params params) {
    Chat chat = access.chat(params, "chat_id");
    Posting posting = access.posting(chat, params, "message to delete not found");
    if (!deletable(chat, posting)) {
      throw Refusal.badRequest("message can't be deleted");
    }
    world.delete(chat, posting.messageId());
    return BooleanNode.TRUE;
  }

  /** Those that are not there are passed over. */
  private JsonNode deleteMessages(Params params) {
    Chat chat = access.chat(params, "chat_id");
    JsonNode ids =
        params
            .json("message_ids", "can't parse message identifiers JSON object")
            .orElseThrow(() -> Refusal.badRequest("message identifiers are not specified"));
    for (JsonNode id : ids) {
      Posting posting = chat.posting(id.asInt());
      if (posting != null && !deletable(chat, posting)) {
        throw Refusal.badRequest("message can't be deleted");
      }
    }
    ids.forEach(id -> world.delete(chat, id.asInt()));
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
