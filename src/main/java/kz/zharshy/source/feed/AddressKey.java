package kz.zharshy.source.feed;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.source.SafeLink;

/** Tells whether two addresses are of one page, however a feed or a page writes them. */
final class AddressKey {
  private AddressKey() {}

  /** What is left without scheme, {@code www.}, tracking parameters and a slash at the end. */
  static String of(String address) {
    return SafeLink.withoutTracking(address)
        .replaceFirst("(?i)^https?://(?:www\\.)?", "")
        .replaceFirst("/+$", "");
  }

  /** The addresses that an article of this key may bear in the queue. */
  static List<String> spellings(String key) {
    List<String> spellings = new ArrayList<>();
    for (String scheme : List.of("https://", "http://", "https://www.", "http://www.")) {
      spellings.add(scheme + key);
      spellings.add(scheme + key + "/");
    }
    return spellings;
  }
}
