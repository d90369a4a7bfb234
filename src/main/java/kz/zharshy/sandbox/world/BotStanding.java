package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bot's membership and rights in a chat.
 *
 * @param status the Bot API's word: {@code administrator}, {@code member}, {@code left} or {@code
 *     kicked}
 * @param rights the administrator's rights that it has, by their names in {@code
 *     ChatMemberAdministrator}
 */
public record BotStanding(String status, Set<String> rights) {
  private static final Set<String> EVERYWHERE =
      Set.of(
          ("can_manage_chat can_delete_messages can_manage_video_chats"
                  + " can_restrict_members can_promote_members can_change_info can_invite_users"
                  + " can_post_stories can_edit_stories can_delete_stories")
              .split(" ", -1));
  private static final Set<String> IN_CHANNELS =
      Set.of("can_post_messages", "can_edit_messages", "can_manage_direct_messages");
  private static final Set<String> IN_GROUPS =
      Set.of("can_pin_messages", "can_manage_topics", "can_manage_tags");

  public BotStanding {
    rights = Set.copyOf(rights);
  }

  /** An administrator with every right except that of appointing others. */
  public static BotStanding administrator(ChatKind kind) {
    Set<String> rights = all(kind);
    rights.remove("can_promote_members");
    return new BotStanding("administrator", rights);
  }

  /** An ordinary member. */
  public static BotStanding member() {
    return new BotStanding("member", Set.of());
  }

  /** Of a person who never wrote to the bot. */
  public static BotStanding unknown() {
    return new BotStanding("left", Set.of());
  }

  /** Removed from the chat, or blocked by the person. */
  public static BotStanding kicked() {
    return new BotStanding("kicked", Set.of());
  }

  /** The same without one right. */
  public BotStanding without(String right) {
    Set<String> rest = new TreeSet<>(rights);
    rest.remove(right);
    return new BotStanding(status, rest);
  }

  /** Whether the bot is in the chat at all. */
  public boolean isIn() {
    return status.equals("administrator") || status.equals("member");
  }

  public boolean isAdministrator() {
    return status.equals("administrator");
  }

  public boolean may(String right) {
    return rights.contains(right);
  }

  /** The Bot API's {@code ChatMember} for the bot. */
  public ObjectNode json(ObjectNode user, ChatKind kind) {
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.set("user", user);
    member.put("status", status);
    if (isAdministrator()) {
      member.put("can_be_edited", false).put("is_anonymous", false);
      all(kind).forEach(right -> member.put(right, may(right)));
    } else if (status.equals("kicked")) {
      member.put("until_date", 0);
    }
    return member;
  }

  private static Set<String> all(ChatKind kind) {
    Set<String> rights = new TreeSet<>(EVERYWHERE);
    rights.addAll(kind == ChatKind.CHANNEL ? IN_CHANNELS : IN_GROUPS);
    return rights;
  }
}
