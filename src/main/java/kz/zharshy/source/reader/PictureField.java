package kz.zharshy.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Media;
import kz.zharshy.source.CleanText;
import org.jspecify.annotations.Nullable;

/** A picture as an article's {@code images} hold it. */
final class PictureField {
  private static final List<String> LOCATION = List.of("url", "path", "location", "src");
  private static final List<String> CAPTION = List.of("caption", "title", "alt");

  private PictureField() {}

  /** A picture from a text, or from an object with an address or a path, and perhaps a caption. */
  static Optional<Media> read(JsonNode item) {
    String location = item.isTextual() ? item.asText() : first(item, LOCATION);
    if (location == null || location.isBlank()) {
      return Optional.empty();
    }
    String caption = first(item, CAPTION);
    return Optional.of(
        Media.photo(
            CleanText.line(CleanText.of(location)),
            caption == null ? null : CleanText.line(CleanText.of(caption))));
  }

  private static @Nullable String first(JsonNode object, List<String> keys) {
    for (String key : keys) {
      JsonNode value = object.get(key);
      if (value != null && value.isTextual() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return null;
  }
}
