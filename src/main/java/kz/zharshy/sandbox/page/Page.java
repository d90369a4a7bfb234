package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.zharshy.sandbox.api.Calls;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.ChatKind;
import kz.zharshy.sandbox.world.World;

/**
 * What the page shows.
 *
 * @param program what the program of the bot says of itself
 */
public record Page(World world, Chat channel, Faults faults, Calls calls, Program program) {
  /**
   * What the sandbox cannot know about the bot that it serves.
   *
   * @param queue how many articles are in which state; asked for again and again, must be quick
   * @param guide what a newcomer might try, as the page's script reads it
   */
  public record Program(Supplier<Map<String, Integer>> queue, Supplier<JsonNode> guide) {}

  /** The groups: all chats other than the channel and private chats. */
  List<Chat> groups() {
    return world.chats().stream().filter(chat -> chat.kind() == ChatKind.SUPERGROUP).toList();
  }
}
