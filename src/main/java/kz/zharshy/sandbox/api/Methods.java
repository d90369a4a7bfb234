package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kz.zharshy.sandbox.world.World;

/** The methods by their names, without regard to case. */
final class Methods {
  private final World world;
  private final Map<String, Method> byName = new HashMap<>();

  Methods(World world) {
    this.world = world;
    Access access = new Access(world);
    new BotMethods(world).addTo(this);
    new UpdateMethods(world.updates()).addTo(this);
    new SendMethods(world, access).addTo(this);
    new MediaMethods(world, access).addTo(this);
    new ForwardMethods(world, access).addTo(this);
    new EditMethods(world, access).addTo(this);
    new ChatMethods(world, access).addTo(this);
    new RichMethods(world, access).addTo(this);
    new InlineMethods(world).addTo(this);
  }

  /** A method during which nothing else changes. */
  void add(String name, Method method) {
    addWaiting(
        name,
        params -> {
          synchronized (world) {
            return method.call(params);
          }
        });
  }

  /** A method that may wait, and leaves the others alone meanwhile. */
  void addWaiting(String name, Method method) {
    byName.put(name.toLowerCase(Locale.ROOT), method);
  }

  JsonNode call(String name, Params params) throws InterruptedException {
    Method method = byName.get(name.toLowerCase(Locale.ROOT));
    if (method == null) {
      throw Refusal.of(404, "Not Found: method not found");
    }
    return method.call(params);
  }
}
