package kz.zharshy.post;

import kz.zharshy.article.MediaKind;

/**
 * A photo or a file that goes out with a part.
 *
 * @param location an http or https address, a path on this machine, or {@code telegram:} and the
 *     name under which Telegram keeps the file
 */
public record Medium(MediaKind kind, String location) {
  public static final String KEPT = "telegram:";

  public static Medium photo(String location) {
    return new Medium(MediaKind.PHOTO, location);
  }

  public static Medium kept(MediaKind kind, String fileId) {
    return new Medium(kind, KEPT + fileId);
  }

  public boolean isAddress() {
    return Pictures.isAddress(location);
  }

  public boolean isKept() {
    return location.startsWith(KEPT);
  }

  public String fileId() {
    return location.substring(KEPT.length());
  }
}
