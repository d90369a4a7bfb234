package kz.zharshy.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that a post may link to. Telegram keeps only links with http or https and a host with
 * a dot in it; others it drops without a word, or breaks.
 */
public final class SafeLink {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^/?#\\s]+(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOWN =
      Pattern.compile("(?:mailto|tel):(?://)?([^?]+)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 2048;

  private SafeLink() {}

  /** The address with its white space encoded; empty if it is none that may be linked to. */
  public static Optional<String> of(String address) {
    String link = withoutInvisible(address);
    if (link.startsWith("//")) {
      link = "https:" + link;
    } else if (link.toLowerCase(Locale.ROOT).startsWith("www.")) {
      link = "https://" + link;
    }
    return link.length() <= LONGEST && ADDRESS.matcher(link).matches()
        ? Optional.of(link)
        : Optional.empty();
  }

  /** The address or number of a mailto or tel link, which is to be shown as text. */
  public static Optional<String> shownInstead(String address) {
    Matcher found = SHOWN.matcher(withoutInvisible(address));
    return found.lookingAt() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** An address without what only says where a reader came from. */
  public static String withoutTracking(String address) {
    return address
        .replaceAll("#.*", "")
        .replaceAll("(?<=[?&])(?:utm_[a-z]+|fbclid|gclid|yclid|ysclid)=[^&]*&?", "")
        .replaceAll("[?&]$", "");
  }

  private static String withoutInvisible(String address) {
    String stripped = CleanText.strip(CleanText.of(address));
    StringBuilder link = new StringBuilder(stripped.length());
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c == ' ' || Character.isSpaceChar(c)) {
        link.append("%20");
      } else if (c != '\n' && c != '\t' && !CleanText.isZeroWidth(c)) {
        link.append(c);
      }
    }
    return link.toString();
  }
}
