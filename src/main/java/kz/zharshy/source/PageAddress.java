package kz.zharshy.source;

import java.util.ArrayList;
import java.util.List;

/** Tells whether two addresses are of one page, however a feed or a page writes them. */
public final class PageAddress {
  private PageAddress() {}

  /** Whether something is the address of a page. */
  public static boolean is(String name) {
    return name.matches("(?is)https?://.+");
  }

  /** What is left without scheme, {@code www.}, tracking parameters and a slash at the end. */
  public static String key(String address) {
    return SafeLink.withoutTracking(address)
        .replaceFirst("(?i)^https?://(?:www\\.)?", "")
        .replaceFirst("/+$", "");
  }

  /** The addresses that an article of this key may bear in the queue. */
  public static List<String> spellings(String key) {
    List<String> spellings = new ArrayList<>();
    for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
      spellings.add(scheme + key);
      spellings.add(scheme + key + "/");
    }
    return spellings;
  }
}
