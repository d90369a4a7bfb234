package kz.zharshy.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bot's command lists, each for one scope and one language. Guarded by the world's lock. */
public final class CommandLists {
  /** Whose list it is. */
  private record Key(String scope, String chat, String user, String language) {
    static Key of(JsonNode scope, String language) {
      String type = scope.path("type").asText("default");
      return new Key(
          type.isEmpty() ? "default" : type,
          scope.path("chat_id").asText(),
          scope.path("user_id").asText(),
          language);
    }
  }

  private final Map<Key, JsonNode> lists = new HashMap<>();

  /** Sets a list of {@code BotCommand}s for a {@code BotCommandScope}. */
  public void set(JsonNode scope, String language, JsonNode commands) {
    lists.put(Key.of(scope, language), commands.deepCopy());
  }

  public void remove(JsonNode scope, String language) {
    lists.remove(Key.of(scope, language));
  }

  /** The list of exactly this scope and language; empty if there is none. */
  public JsonNode get(JsonNode scope, String language) {
    return lists.getOrDefault(Key.of(scope, language), JsonNodeFactory.instance.arrayNode());
  }

  /** What a person sees in the private chat with the bot: the most specific list. */
  public JsonNode seenBy(Person person) {
    String chat = Long.toString(person.id());
    for (Key scope :
        List.of(
            new Key("chat", chat, "", ""),
            new Key("all_private_chats", "", "", ""),
            new Key("default", "", "", ""))) {
      for (String language : List.of(person.languageCode(), "")) {
        JsonNode list = lists.get(new Key(scope.scope(), scope.chat(), "", language));
        if (list != null) {
          return list.deepCopy();
        }
      }
    }
    return JsonNodeFactory.instance.arrayNode();
  }
}
