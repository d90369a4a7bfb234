package kz.zharshy.article;

import org.jspecify.annotations.Nullable;

/**
 * A picture or a file of an article.
 *
 * @param location an http or https address, a path on this machine, or {@code telegram:} and the
 *     name under which Telegram keeps the file
 */
public record Media(MediaKind kind, String location, @Nullable String caption) {
  public Media {
    if (location.isBlank()) {
      throw new IllegalArgumentException("A picture needs an address or a path.");
    }
  }

  /** A photo, which is what an address alone stands for. */
  public static Media photo(String location, @Nullable String caption) {
    return new Media(MediaKind.PHOTO, location, caption);
  }
}
