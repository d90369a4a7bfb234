package kz.zharshy.sandbox.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.zharshy.TelegramParser;

/** What Telegram's own parser makes of texts, described as the tests describe ours. */
final class Oracle {
  private static final Map<String, EntityType> TYPES =
      Map.of(
          "TextUrl", EntityType.TEXT_LINK,
          "MentionName", EntityType.TEXT_MENTION,
          "BlockQuote", EntityType.BLOCKQUOTE,
          "ExpandableBlockQuote", EntityType.EXPANDABLE_BLOCKQUOTE,
          "EmailAddress", EntityType.EMAIL,
          "BankCardNumber", EntityType.BANK_CARD);

  private static final String PREFIX = "textEntityType";

  private final TelegramParser telegram;

  Oracle(TelegramParser telegram) {
    this.telegram = telegram;
  }

  String parsed(String text, ParseMode mode) {
    ObjectNode request = request("parseTextEntities").put("text", text);
    ObjectNode markup =
        request(mode == ParseMode.HTML ? "textParseModeHTML" : "textParseModeMarkdown");
    request.set("parse_mode", markup.put("version", mode == ParseMode.MARKDOWN ? 1 : 2));
    return describe(telegram.execute(request));
  }

  String found(String text) {
    ObjectNode answer = telegram.execute(request("getTextEntities").put("text", text));
    return describe(answer.put("text", text));
  }

  String kept(String text, List<Entity> entities) {
    ObjectNode formatted = request("formattedText").put("text", text);
    ArrayNode list = formatted.putArray("entities");
    for (Entity entity : entities) {
      ObjectNode each = request("textEntity");
      each.put("offset", entity.offset()).put("length", entity.length());
      each.set("type", request(PREFIX + name(entity.type())).put("url", entity.argument()));
      list.add(each);
    }
    ObjectNode request = request("parseMarkdown");
    request.set("text", formatted);
    return describe(telegram.execute(request));
  }

  private static ObjectNode request(String type) {
    return JsonNodeFactory.instance.objectNode().put("@type", type);
  }

  private static String name(EntityType type) {
    return TYPES.entrySet().stream()
        .filter(known -> known.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT));
  }

  private static EntityType type(String name) {
    EntityType known = TYPES.get(name);
    return known != null
        ? known
        : EntityType.valueOf(name.replaceAll("(?<=.)(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }

  private static String describe(JsonNode answer) {
    if (answer.path("@type").asText().equals("error")) {
      return "refused: " + answer.path("message").asText().replace("Can't parse entities: ", "");
    }
    List<Entity> entities = new ArrayList<>();
    for (JsonNode entity : answer.path("entities")) {
      JsonNode type = entity.path("type");
      String name = type.path("@type").asText().substring(PREFIX.length());
      // Only the player of a video makes something of these.
      if (!name.equals("MediaTimestamp")) {
        entities.add(
            new Entity(
                type(name),
                entity.path("offset").asInt(),
                entity.path("length").asInt(),
                argument(type),
                ""));
      }
    }
    return ParseModeTest.describe(new FormattedText(answer.path("text").asText(), entities));
  }

  private static String argument(JsonNode type) {
    for (String field : List.of("url", "language", "custom_emoji_id", "user_id", "unix_time")) {
      if (type.hasNonNull(field)) {
        return type.path(field).asText();
      }
    }
    return "";
  }
}
