package kz.zharshy.sandbox.page;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import java.util.function.Supplier;
import kz.zharshy.sandbox.api.Calls;
import kz.zharshy.sandbox.fault.Faults;
import kz.zharshy.sandbox.world.Chat;
import kz.zharshy.sandbox.world.World;

/**
 * What the page shows.
 *
 * @param others chats beside the channel and the private ones
 * @param queue what the bot says of its own queue, in a few words; empty for nothing
 */
public record Page(
    World world,
    Chat channel,
    List<Chat> others,
    Faults faults,
    Calls calls,
    Supplier<String> queue) {
  public Page {
    others = List.copyOf(others);
  }

  /** Serves it. */
  public HttpHandler handler() {
    return new PageHandler(
        world, new EventStream(this, new Strip(this)), new Actions(world, channel, faults));
  }
}
