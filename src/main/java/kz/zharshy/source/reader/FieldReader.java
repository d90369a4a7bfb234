package kz.zharshy.source.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.article.Media;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.IsoTime;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.page.SubscribeFooter;
import org.jspecify.annotations.Nullable;

/** Reads the values of one object by their keys, and notes what is wrong with each. */
final class FieldReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode object;
  private final ZoneId zone;
  private final String where;
  private final List<Reason> mistakes = new ArrayList<>();
  private final Set<String> wrong = new HashSet<>();

  FieldReader(JsonNode object, ZoneId zone, String where) {
    this.object = object;
    this.zone = zone;
    this.where = where;
  }

  List<Reason> mistakes() {
    return mistakes;
  }

  boolean isWrong(String key) {
    return wrong.contains(key);
  }

  /** Notes what is wrong with the value of a key, with what else the reason tells. */
  void mistake(ReasonCode code, String key, Object... more) {
    wrong.add(key);
    mistakes.add(Reason.of(code, Stream.concat(Stream.of(where + key), Stream.of(more)).toArray()));
  }

  /** A text, or null where there is none. */
  @Nullable String text(String key) {
    JsonNode value = value(key);
    if (value != null && !value.isTextual()) {
      mistake(ReasonCode.FIELD_NO_TEXT, key, kind(value));
      return null;
    }
    return value == null ? null : CleanText.of(value.asText());
  }

  /** A text with something in it. */
  @Nullable String wording(String key) {
    String text = text(key);
    return text == null || text.isBlank() ? null : text;
  }

  /** A name on one line; where a site numbers its articles, the number. */
  @Nullable String name(String key) {
    JsonNode value = value(key);
    return value != null && value.isIntegralNumber() ? value.asText() : line(key);
  }

  /** A text on one line. */
  @Nullable String line(String key) {
    String text = text(key);
    String line = text == null ? "" : CleanText.line(text);
    return line.isEmpty() ? null : line;
  }

  /** One of the values allowed, by its code; empty where there is none. */
  <T> Optional<T> choice(String key, List<T> allowed, Function<T, String> code) {
    String word = line(key);
    if (word == null) {
      return Optional.empty();
    }
    Optional<T> chosen =
        allowed.stream().filter(value -> code.apply(value).equalsIgnoreCase(word)).findFirst();
    if (chosen.isEmpty()) {
      String codes = allowed.stream().map(code).collect(Collectors.joining(", "));
      mistake(ReasonCode.FIELD_NOT_ALLOWED, key, word, codes);
    }
    return chosen;
  }

  /** A moment. A time that names no zone is the newsroom's. */
  @Nullable Instant time(String key) {
    String text = line(key);
    if (text == null) {
      return null;
    }
    try {
      return IsoTime.parse(text, zone);
    } catch (DateTimeException notATime) {
      mistake(ReasonCode.FIELD_NO_TIME, key, text);
      return null;
    }
  }

  /** An http or https address. */
  @Nullable String address(String key) {
    String text = line(key);
    if (text == null) {
      return null;
    }
    Optional<String> link = SafeLink.of(text);
    if (link.isEmpty()) {
      mistake(ReasonCode.FIELD_NO_ADDRESS, key, text);
    }
    return link.orElse(null);
  }

  /** A channel's name in any notation, without {@code @}. */
  @Nullable String channel(String key) {
    String text = line(key);
    if (text == null) {
      return null;
    }
    List<String> names = SubscribeFooter.channelsIn(text);
    if (names.isEmpty()) {
      names = SubscribeFooter.channelsIn("@" + text);
    }
    if (names.size() != 1) {
      mistake(ReasonCode.FIELD_NO_CHANNEL, key, text);
      return null;
    }
    return names.get(0);
  }

  @Nullable Long number(String key) {
    JsonNode value = value(key);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
      mistake(ReasonCode.FIELD_NO_NUMBER, key, value.toString());
      return null;
    }
    return value.asLong();
  }

  /** True or false, or 1 or 0 as databases have it. */
  boolean yes(String key) {
    JsonNode value = value(key);
    if (value == null || value.isBoolean()) {
      return value != null && value.asBoolean();
    }
    if (value.isInt() && (value.asInt() == 0 || value.asInt() == 1)) {
      return value.asInt() == 1;
    }
    mistake(ReasonCode.FIELD_NO_BOOLEAN, key, value.toString());
    return false;
  }

  /** Words from an array, or from one text with commas between them. */
  List<String> words(String key) {
    JsonNode value = array(key);
    List<String> words = new ArrayList<>();
    if (value != null && value.isTextual()) {
      for (String word : value.asText().split(",", -1)) {
        words.add(word);
      }
    } else if (value != null) {
      for (JsonNode item : value) {
        if (!item.isTextual() && !item.isNumber()) {
          mistake(ReasonCode.FIELD_NO_ARRAY_OF_TEXTS, key, kind(item));
          return List.of();
        }
        words.add(item.asText());
      }
    }
    return words.stream()
        .map(CleanText::of)
        .map(CleanText::line)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /**
   * Pictures: addresses or paths, each a text or an object with {@code url} and {@code caption}.
   */
  List<Media> pictures(String key) {
    JsonNode value = array(key);
    List<Media> pictures = new ArrayList<>();
    for (JsonNode item : elements(value)) {
      Optional<Media> picture = Media.read(item).map(FieldReader::cleaned);
      if (picture.isEmpty()) {
        mistake(ReasonCode.FIELD_NO_PICTURE, key, item.toString());
        return List.of();
      }
      pictures.add(picture.get());
    }
    return pictures;
  }

  /** A text stands for an array of one. */
  private static Iterable<JsonNode> elements(@Nullable JsonNode array) {
    return array == null ? List.of() : array.isTextual() ? List.of(array) : array;
  }

  private static Media cleaned(Media picture) {
    String caption = picture.caption();
    return new Media(
        picture.kind(),
        CleanText.line(CleanText.of(picture.location())),
        caption == null ? null : CleanText.line(CleanText.of(caption)));
  }

  /** An array, also where it is written inside a text as the queue's columns hold it. */
  private @Nullable JsonNode array(String key) {
    JsonNode value = value(key);
    if (value == null || value.isArray()) {
      return value;
    }
    if (value.isTextual() && value.asText().isBlank()) {
      return null;
    }
    if (value.isTextual() && value.asText().stripLeading().startsWith("[")) {
      JsonNode inside = parsed(value.asText());
      if (inside != null && inside.isArray()) {
        return inside;
      }
      mistake(ReasonCode.FIELD_BROKEN_ARRAY, key);
      return null;
    }
    if (value.isTextual()) {
      return value;
    }
    mistake(ReasonCode.FIELD_NO_ARRAY, key, kind(value));
    return null;
  }

  private static @Nullable JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  private @Nullable JsonNode value(String key) {
    JsonNode value = object.get(key);
    return value == null || value.isNull() ? null : value;
  }

  private static Reason kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> Reason.of(ReasonCode.AN_ARRAY);
      case OBJECT, POJO -> Reason.of(ReasonCode.AN_OBJECT);
      case STRING -> Reason.of(ReasonCode.A_TEXT);
      case NUMBER -> Reason.of(ReasonCode.A_NUMBER, value.asText());
      case BOOLEAN, NULL, BINARY, MISSING -> Reason.of(ReasonCode.A_VALUE, value.asText());
    };
  }
}
