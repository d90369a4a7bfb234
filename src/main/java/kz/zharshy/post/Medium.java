package kz.zharshy.post;

import kz.zharshy.article.MediaKind;

/**
 * A photo or a file that goes out with a part.
 *
 * @param location an http or https address, a path on this machine, or {@code telegram:} and the
 *     name under which Telegram keeps the file
 */
public record Medium(MediaKind kind, String location) {
  private static final String KEPT = "telegram:";

  /** A photo at this place. */
  public static Medium photo(String location) {
    return new Medium(MediaKind.PHOTO, location);
  }

  /** A medium that Telegram keeps under this name. */
  public static Medium kept(MediaKind kind, String fileId) {
    return new Medium(kind, KEPT + fileId);
  }

  /** Whether Telegram fetches it from the internet. */
  public boolean isAddress() {
    return Pictures.isAddress(location);
  }

  /** Whether Telegram keeps it already. */
  public boolean isKept() {
    return location.startsWith(KEPT);
  }

  /** The name under which Telegram keeps it. */
  public String fileId() {
    return location.substring(KEPT.length());
  }
}
