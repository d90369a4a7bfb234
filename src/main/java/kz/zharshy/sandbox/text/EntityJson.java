package kz.zharshy.sandbox.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Entities as the Bot API's {@code MessageEntity} objects. */
public final class EntityJson {
  private final LongFunction<Optional<ObjectNode>> users;

  /** {@code users}: the {@code User} of an id; a mention of somebody unknown is dropped. */
  public EntityJson(LongFunction<Optional<ObjectNode>> users) {
    this.users = users;
  }

  /** Puts a text into a message, under {@code text} or {@code caption}. */
  public void put(FormattedText text, ObjectNode message, boolean asCaption) {
    String entitiesKey = asCaption ? "caption_entities" : "entities";
    message.remove(entitiesKey);
    message.put(asCaption ? "caption" : "text", text.text());
    ArrayNode entities = JsonNodeFactory.instance.arrayNode();
    text.entities().forEach(entity -> write(entity).ifPresent(entities::add));
    if (!entities.isEmpty()) {
      message.set(entitiesKey, entities);
    }
  }

  private Optional<ObjectNode> write(Entity entity) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("offset", entity.offset())
            .put("length", entity.length())
            .put("type", entity.type().word());
    switch (entity.type()) {
      case TEXT_LINK -> json.put("url", entity.argument());
      case PRE_CODE -> json.put("language", entity.argument());
      case CUSTOM_EMOJI -> json.put("custom_emoji_id", entity.argument());
      case DATE_TIME ->
          json.put("unix_time", Long.parseLong(entity.argument()))
              .put("date_time_format", entity.format());
      case TEXT_MENTION -> {
        Optional<ObjectNode> user = users.apply(Long.parseLong(entity.argument()));
        user.ifPresent(known -> json.set("user", known));
        return user.map(known -> json);
      }
      default -> {
        // The others have nothing but a position.
      }
    }
    return Optional.of(json);
  }

  /**
   * Reads the entities of a call.
   *
   * @throws TextException with Telegram's words where one is broken
   */
  public static List<Entity> read(JsonNode list) {
    if (!list.isArray()) {
      return List.of();
    }
    List<Entity> entities = new ArrayList<>();
    for (JsonNode json : list) {
      try {
        entities.add(readOne(json));
      } catch (TextException e) {
        throw e.words().startsWith("URL ")
            ? new TextException("Entity " + e.words())
            : new TextException("Can't parse MessageEntity: " + e.words());
      }
    }
    return entities;
  }

  private static Entity readOne(JsonNode json) {
    if (!json.isObject()) {
      throw new TextException("expected an Object");
    }
    int offset = number(json, "offset");
    int length = number(json, "length");
    EntityType type =
        EntityType.ofWord(required(json, "type"))
            .orElseThrow(() -> new TextException("Unsupported type specified"));
    return switch (type) {
      case TEXT_LINK -> link(required(json, "url"), offset, length);
      case TEXT_MENTION -> argument(type, offset, length, userId(json.path("user")));
      case CUSTOM_EMOJI -> argument(type, offset, length, required(json, "custom_emoji_id"));
      case DATE_TIME -> time(json, offset, length);
      case PRE -> {
        String language = json.path("language").asText();
        yield language.isEmpty()
            ? Entity.of(type, offset, length)
            : argument(EntityType.PRE_CODE, offset, length, language);
      }
      default -> Entity.of(type, offset, length);
    };
  }

  private static Entity argument(EntityType type, int offset, int length, String argument) {
    return new Entity(type, offset, length, argument, "");
  }

  private static Entity link(String url, int offset, int length) {
    return TgLinks.userId(url)
        .map(id -> argument(EntityType.TEXT_MENTION, offset, length, id))
        .orElseGet(() -> argument(EntityType.TEXT_LINK, offset, length, Links.checked(url)));
  }

  private static Entity time(JsonNode json, int offset, int length) {
    String format =
        DateTime.format(json.path("date_time_format").asText())
            .orElseThrow(() -> new TextException("Invalid date format used"));
    String unix = Integer.toString(number(json, "unix_time"));
    return new Entity(EntityType.DATE_TIME, offset, length, unix, format);
  }

  private static String userId(JsonNode user) {
    if (!user.path("id").canConvertToLong()) {
      throw new TextException("Can't find field \"user\"");
    }
    return Long.toString(user.path("id").longValue());
  }

  private static int number(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new TextException("Can't find field \"" + field + '"');
    }
    try {
      return Integer.parseInt(value.asText());
    } catch (NumberFormatException e) {
      throw new TextException("Field \"" + field + "\" must be of type Number");
    }
  }

  private static String required(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw new TextException("Can't find field \"" + field + '"');
    }
    return value.asText();
  }
}
