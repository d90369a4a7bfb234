package kz.zharshy.post;

/**
 * A photo or a file that goes out with a part.
 *
 * @param location an http or https address, a path on this machine, or {@code telegram:} and the
 *     name under which Telegram keeps the file
 */
public record Medium(Kind kind, String location) {
  private static final String KEPT = "telegram:";

  /** What Telegram shows it as. */
  public enum Kind {
    PHOTO,
    DOCUMENT
  }

  /** A photo at this place. */
  public static Medium photo(String location) {
    return new Medium(Kind.PHOTO, location);
  }

  /** A medium that Telegram keeps under this name. */
  public static Medium kept(Kind kind, String fileId) {
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

  /** The same file, shown as this kind. */
  public Medium as(Kind other) {
    return new Medium(other, location);
  }
}
