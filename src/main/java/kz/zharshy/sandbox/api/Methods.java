package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kz.zharshy.sandbox.world.World;

/** The methods by their names, without regard to case. */
final class Methods {
  /** One method of the Bot API. */
  interface Method {
    /**
     * Does it.
     *
     * @return the {@code result}
     * @throws Refusal where Telegram would refuse
     */
    JsonNode call(Params params) throws InterruptedException;
  }

  private final World world;
  private final Map<String, Method> byName = new HashMap<>();

  Methods(World world) {
    this.world = world;
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
