package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import kz.zharshy.sandbox.world.World;

/** The bot itself: who it is and which commands its menu shows. */
record BotMethods(World world) {
  void addTo(Methods methods) {
    methods.add("getMe", params -> getMe());
    methods.add("setMyCommands", this::setMyCommands);
    methods.add("deleteMyCommands", this::deleteMyCommands);
    methods.add("getMyCommands", this::getMyCommands);
  }

  private JsonNode getMe() {
    return world
        .bot()
        .put("can_join_groups", true)
        .put("can_read_all_group_messages", false)
        .put("supports_inline_queries", true)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false);
  }

  private JsonNode setMyCommands(Params params) {
    JsonNode list =
        params.required(
            "commands",
            "can't parse bot commands JSON object",
            "can't parse bot commands JSON object");
    if (list.size() > 100) {
      throw Refusal.badRequest("too much commands specified");
    }
    for (JsonNode command : list) {
      if (!command.path("command").asText().matches("/?[a-z0-9_]{1,32}")) {
        throw Refusal.badRequest("BOT_COMMAND_INVALID");
      }
      String description = command.path("description").asText().strip();
      if (description.isEmpty() || description.length() > 256) {
        throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
    }
    world.commands().set(scope(params), params.text("language_code"), list);
    return BooleanNode.TRUE;
  }

  private JsonNode deleteMyCommands(Params params) {
    world.commands().remove(scope(params), params.text("language_code"));
    return BooleanNode.TRUE;
  }

  private JsonNode getMyCommands(Params params) {
    return world.commands().get(scope(params), params.text("language_code"));
  }

  private static JsonNode scope(Params params) {
    return params.json("scope", "can't parse BotCommandScope JSON object");
  }
}
