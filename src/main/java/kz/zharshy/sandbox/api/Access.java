package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import kz.zharshy.sandbox.world.BotStanding;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Finds the chats and messages of a call and checks the bot's rights. */
record Access(World world) {
  /** A chat by its id or its public name. */
  Chat chat(Params params, String parameter) {
    String wanted = params.text(parameter).strip();
    if (wanted.isEmpty()) {
      throw Refusal.badRequest(parameter + " is empty");
    }
    Chat chat = find(wanted).orElseThrow(() -> Refusal.badRequest("chat not found"));
    chat.movedTo()
        .ifPresent(
            supergroup -> {
              throw Refusal.moved(supergroup);
            });
    return chat;
  }

  private Optional<Chat> find(String wanted) {
    if (wanted.startsWith("@")) {
      return world.chatNamed(wanted.substring(1));
    }
    try {
      return world.chat(Long.parseLong(wanted));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A chat that the bot is in, or could read without being in it. */
  Chat readable(Params params, String parameter) {
    Chat chat = chat(params, parameter);
    if (chat.username().isEmpty() || chat.bot().status().equals("kicked")) {
      requireIn(chat);
    }
    return chat;
  }

  /** A chat that the bot is in. */
  Chat joined(Params params) {
    Chat chat = chat(params, "chat_id");
    requireIn(chat);
    return chat;
  }

  /** A chat that the bot may write to. */
  Chat writable(Params params) {
    Chat chat = joined(params);
    if (chat.isChannel() && !chat.bot().may("can_post_messages")) {
      throw Refusal.badRequest("need administrator rights in the channel chat");
    }
    return chat;
  }

  private static void requireIn(Chat chat) {
    BotStanding bot = chat.bot();
    if (bot.isIn()) {
      return;
    }
    if (chat.isPrivate()) {
      throw Refusal.forbidden(
          bot.status().equals("left")
              ? "bot can't initiate conversation with a user"
              : "bot was blocked by the user");
    }
    String kind = chat.kind().word();
    throw Refusal.forbidden(
        bot.status().equals("kicked")
            ? "bot was kicked from the " + kind + " chat"
            : "bot is not a member of the " + kind + " chat");
  }

  /** A message by its number, or a refusal in the method's own words. */
  Posting posting(Chat chat, Params params, String wordsIfMissing) {
    long id = params.number("message_id", 0);
    Posting posting = id > 0 && id <= Integer.MAX_VALUE ? chat.posting((int) id) : null;
    if (posting == null) {
      throw Refusal.badRequest(wordsIfMissing);
    }
    return posting;
  }

  void takeBudget(Chat chat, int messages) {
    int retryAfter = world.takeBudget(chat, messages);
    if (retryAfter > 0) {
      throw Refusal.flood(retryAfter);
    }
  }

  /**
   * Puts a changed message in the place of one; buttons that the call does not name are taken away.
   *
   * @param shown whether readers see that it was edited
   */
  JsonNode replace(Chat chat, Posting old, ObjectNode message, Params params, boolean shown) {
    message.remove("reply_markup");
    Contents.keyboard(message, params);
    if (message.equals(old.json())) {
      throw Refusal.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    takeBudget(chat, 1);
    return world.edit(chat, old, message, shown).copy();
  }

  Posting editable(Chat chat, Params params) {
    Posting found = posting(chat, params, "message to edit not found");
    boolean others = chat.isChannel() && chat.bot().may("can_edit_messages");
    boolean may = (found.byBot() || others) && !found.json().has("forward_origin");
    if (!may) {
      throw Refusal.badRequest("message can't be edited");
    }
    if (chat.isChannel() && !chat.bot().isAdministrator()) {
      throw Refusal.badRequest("need administrator rights in the channel chat");
    }
    return found;
  }
}
