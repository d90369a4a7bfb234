package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.Person;
import kz.zharshy.sandbox.world.Posting;
import kz.zharshy.sandbox.world.World;

/** Chats and who is in them, pins, reactions, and answers to pressed buttons. */
record ChatMethods(World world, Access access) {
  private static final List<String> GIFTS =
      List.of(
          ("unlimited_gifts limited_gifts unique_gifts premium_subscription"
                  + " gifts_from_channels")
              .split(" ", -1));

  void addTo(Methods methods) {
    methods.add("getChat", this::getChat);
    methods.add("getChatMember", this::getChatMember);
    methods.add("getChatAdministrators", this::getChatAdministrators);
    methods.add("getChatMemberCount", this::getChatMemberCount);
    methods.add("pinChatMessage", this::pinChatMessage);
    methods.add("unpinChatMessage", this::unpinChatMessage);
    methods.add("unpinAllChatMessages", this::unpinAllChatMessages);
    methods.add("setMessageReaction", this::setMessageReaction);
    methods.add("answerCallbackQuery", this::answerCallbackQuery);
  }

  private JsonNode getChat(Params params) {
    Chat chat = access.readable(params, "chat_id");
    ObjectNode full = chat.json().put("accent_color_id", 0).put("max_reaction_count", 11);
    ObjectNode gifts = full.putObject("accepted_gift_types");
    GIFTS.forEach(kind -> gifts.put(kind, false));
    chat.linked().ifPresent(id -> full.put("linked_chat_id", id));
    Posting pinned =
        chat.pinned().isEmpty() ? null : chat.posting(chat.pinned().get(chat.pinned().size() - 1));
    if (pinned != null) {
      full.set("pinned_message", pinned.copy());
    }
    return full;
  }

  private JsonNode getChatMember(Params params) {
    Chat chat = access.readable(params, "chat_id");
    long userId = params.number("user_id", 0);
    if (userId == world.bot().get("id").longValue()) {
      return chat.bot().json(world.bot(), chat.kind());
    }
    Person person =
        world.person(userId).orElseThrow(() -> Refusal.badRequest("PARTICIPANT_ID_INVALID"));
    return member(chat, person);
  }

  private static ObjectNode member(Chat chat, Person person) {
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.set("user", person.json());
    if (!chat.members().contains(person)) {
      return member.put("status", "left");
    }
    return isOwner(chat, person)
        ? member.put("status", "creator").put("is_anonymous", false)
        : member.put("status", "member");
  }

  private static boolean isOwner(Chat chat, Person person) {
    return !chat.isPrivate() && chat.members().iterator().next().id() == person.id();
  }

  private JsonNode getChatAdministrators(Params params) {
    Chat chat = access.readable(params, "chat_id");
    if (chat.isPrivate()) {
      throw Refusal.badRequest("there are no administrators in the private chat");
    }
    ArrayNode administrators = JsonNodeFactory.instance.arrayNode();
    chat.members().stream().limit(1).forEach(owner -> administrators.add(member(chat, owner)));
    if (chat.bot().isAdministrator()) {
      administrators.add(chat.bot().json(world.bot(), chat.kind()));
    }
    return administrators;
  }

  private JsonNode getChatMemberCount(Params params) {
    Chat chat = access.readable(params, "chat_id");
    return IntNode.valueOf(chat.members().size() + (chat.bot().isIn() ? 1 : 0));
  }

  private JsonNode pinChatMessage(Params params) {
    Chat chat = access.writable(params);
    Posting posting = access.posting(chat, params, "message to pin not found");
    requireMayPin(chat);
    access.takeBudget(chat, 1);
    world.pin(chat, posting.messageId());
    return BooleanNode.TRUE;
  }

  private JsonNode unpinChatMessage(Params params) {
    Chat chat = access.writable(params);
    requireMayPin(chat);
    List<Integer> pinned = chat.pinned();
    if (params.has("message_id")) {
      world.unpin(chat, access.posting(chat, params, "message to unpin not found").messageId());
    } else if (!pinned.isEmpty()) {
      world.unpin(chat, pinned.get(pinned.size() - 1));
    }
    return BooleanNode.TRUE;
  }

  private JsonNode unpinAllChatMessages(Params params) {
    Chat chat = access.writable(params);
    requireMayPin(chat);
    List.copyOf(chat.pinned()).forEach(id -> world.unpin(chat, id));
    return BooleanNode.TRUE;
  }

  private static void requireMayPin(Chat chat) {
    String right = chat.isChannel() ? "can_edit_messages" : "can_pin_messages";
    if (!chat.isPrivate() && !chat.bot().may(right)) {
      throw Refusal.badRequest("not enough rights to manage pinned messages in the chat");
    }
  }

  private JsonNode setMessageReaction(Params params) {
    Chat chat = access.writable(params);
    Posting posting = access.posting(chat, params, "message to react not found");
    JsonNode reaction = params.json("reaction", "can't parse reaction types JSON object");
    String emoji = reaction.path(0).path("emoji").asText();
    if (reaction.size() > 1 || emoji.length() > 8) {
      throw Refusal.badRequest(reaction.size() > 1 ? "REACTIONS_TOO_MANY" : "REACTION_INVALID");
    }
    world.react(chat, posting.messageId(), world.bot().get("id").longValue(), emoji);
    return BooleanNode.TRUE;
  }

  private JsonNode answerCallbackQuery(Params params) {
    if (!world.presses().answer(params.text("callback_query_id"), params.values())) {
      throw Refusal.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
    return BooleanNode.TRUE;
  }
}
