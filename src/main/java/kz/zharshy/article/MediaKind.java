package kz.zharshy.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a medium is shown as. */
public enum MediaKind {
  PHOTO,
  VIDEO,
  DOCUMENT;

  private static final Pattern VIDEOS = Pattern.compile("(?i)[^?#]+\\.(mp4|m4v|mov|webm)([?#].*)?");

  /** What an address or a path stands for where nothing more is said. */
  static MediaKind at(String location) {
    return VIDEOS.matcher(location).matches() ? VIDEO : PHOTO;
  }

  /** The kind of this name, if articles may hold it. */
  static Optional<MediaKind> ofCode(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind != DOCUMENT && kind.code().equals(code))
        .findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
