package kz.zharshy.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture, a video or a file of an article.
 *
 * @param location an http or https address, a path on this machine, or {@code telegram:} and the
 *     name under which Telegram keeps the file
 */
public record Media(MediaKind kind, String location, @Nullable String caption) {
  private static final String KIND = "kind";
  private static final List<String> LOCATION = List.of("url", "path", "location", "src");
  private static final List<String> CAPTION = List.of("caption", "title", "alt");

  public Media {
    if (location.isBlank()) {
      throw new IllegalArgumentException("A picture or a video needs an address or a path.");
    }
  }

  /** A photo, which is what an address alone stands for. */
  public static Media photo(String location, @Nullable String caption) {
    return new Media(MediaKind.PHOTO, location, caption);
  }

  /**
   * One as the column {@code images} and the files of articles hold it: an address or a path, or an
   * object with one and perhaps a kind and a caption. Empty where it is neither.
   */
  public static Optional<Media> read(JsonNode json) {
    return Optional.ofNullable(json.isTextual() ? text(json) : first(json, LOCATION))
        .flatMap(
            location -> {
              String kind = text(json.path(KIND));
              return (kind == null ? Optional.of(MediaKind.at(location)) : MediaKind.ofCode(kind))
                  .map(it -> new Media(it, location, first(json, CAPTION)));
            });
  }

  /** The object that {@link #read} reads. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("url", location);
    if (kind != MediaKind.at(location)) {
      json.put(KIND, kind.code());
    }
    return caption == null ? json : json.put("caption", caption);
  }

  private static @Nullable String first(JsonNode object, List<String> keys) {
    return keys.stream()
        .flatMap(key -> Optional.ofNullable(text(object.path(key))).stream())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
