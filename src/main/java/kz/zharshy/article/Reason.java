package kz.zharshy.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.ReasonCode.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Why something is as it is: a code and what its phrase speaks of. {@link ReasonText} puts it into
 * words where a person reads it.
 *
 * <p>It is stored as a JSON array of the code and its arguments, which a person can read in the
 * database too: {@code ["late","2026-11-22T10:00:00Z"]}, {@code ["doubt",1,2,["no-log-chat"]]}.
 * Moments are UTC, a reason within a reason is an array within the array. SQL writes the same by
 * {@code json_array('late', publish_at)}. What is no such array, or one of a code or of arguments
 * that this version does not know, is read as {@link ReasonCode#WORDS}: another program's own words
 * are told as they are, and so is what a newer version wrote.
 *
 * @param arguments a {@code String}, {@code Long}, {@code Instant}, {@code Reason} or list of
 *     reasons each, as {@link ReasonCode#arguments} has it
 */
public record Reason(ReasonCode code, List<Object> arguments) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Throws {@link IllegalArgumentException} if the arguments are not those of the code. */
  public Reason {
    arguments = List.copyOf(arguments);
    boolean fits = arguments.size() == code.arguments().size();
    for (int i = 0; fits && i < arguments.size(); i++) {
      fits = fits(code.arguments().get(i), arguments.get(i));
    }
    if (!fits) {
      throw new IllegalArgumentException(code + " takes " + code.arguments() + ": " + arguments);
    }
  }

  /**
   * A reason with its arguments; whole numbers of every kind are taken.
   *
   * @throws IllegalArgumentException if the arguments are not those of the code
   */
  public static Reason of(ReasonCode code, Object... arguments) {
    return new Reason(
        code,
        Stream.of(arguments)
            .map(it -> it instanceof Integer number ? number.longValue() : it)
            .toList());
  }

  /** Somebody's own words. */
  public static Reason words(String words) {
    return of(ReasonCode.WORDS, words);
  }

  /** What a column holds. */
  public static Reason read(String stored) {
    return array(stored).flatMap(Reason::read).orElseGet(() -> words(stored));
  }

  /** What a column holds that may be empty. */
  public static @Nullable Reason readNullable(@Nullable String stored) {
    return stored == null ? null : read(stored);
  }

  /** As it is stored. */
  @Override
  public String toString() {
    return json().toString();
  }

  private ArrayNode json() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode().add(code.text());
    for (Object argument : arguments) {
      if (argument instanceof Reason reason) {
        array.add(reason.json());
      } else if (argument instanceof List<?> reasons) {
        ArrayNode all = array.addArray();
        reasons.forEach(reason -> all.add(((Reason) reason).json()));
      } else if (argument instanceof Long number) {
        array.add(number);
      } else {
        array.add(argument.toString());
      }
    }
    return array;
  }

  private static boolean fits(Argument kind, Object value) {
    return switch (kind) {
      case TEXT, ASIDE -> value instanceof String;
      case NUMBER, COUNT -> value instanceof Long;
      case TIME -> value instanceof Instant;
      case REASON -> value instanceof Reason;
      case REASONS ->
          value instanceof List<?> all && all.stream().allMatch(Reason.class::isInstance);
    };
  }

  private static Optional<JsonNode> array(String stored) {
    if (!stored.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(stored));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Reason> read(JsonNode array) {
    Optional<ReasonCode> code = ReasonCode.ofText(array.path(0).asText(""));
    if (code.isEmpty() || array.size() != code.get().arguments().size() + 1) {
      return Optional.empty();
    }
    List<Object> arguments = new ArrayList<>();
    for (int i = 1; i < array.size(); i++) {
      Optional<?> value = value(code.get().arguments().get(i - 1), array.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(value.get());
    }
    return Optional.of(new Reason(code.get(), arguments));
  }

  private static Optional<?> value(Argument kind, JsonNode value) {
    return switch (kind) {
      case TEXT, ASIDE -> value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
      case NUMBER, COUNT ->
          value.isIntegralNumber() ? Optional.of(value.asLong()) : Optional.empty();
      case TIME -> time(value.asText());
      case REASON -> read(value);
      case REASONS -> {
        List<Reason> all = value.valueStream().flatMap(item -> read(item).stream()).toList();
        yield all.size() == value.size() ? Optional.of(all) : Optional.empty();
      }
    };
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
