package kz.zharshy.sandbox.page;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import java.util.function.Supplier;
import kz.zharshy.sandbox.api.Calls;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.ChatKind;
import kz.zharshy.sandbox.world.World;

/**
 * What the page shows.
 *
 * @param queue what the bot says of its own queue, in a few words; empty for nothing
 */
public record Page(World world, Chat channel, Faults faults, Calls calls, Supplier<String> queue) {
  /** The groups: chats beside the channel and the private ones. */
  List<Chat> groups() {
    return world.chats().stream().filter(chat -> chat.kind() == ChatKind.SUPERGROUP).toList();
  }

  /** Serves it. */
  public HttpHandler handler() {
    return new PageHandler(
        world, new EventStream(this, new Strip(this)), new Actions(world, channel, faults));
  }
}
