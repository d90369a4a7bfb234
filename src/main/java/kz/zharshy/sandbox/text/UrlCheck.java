package kz.zharshy.sandbox.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether something that looks like an address is one to Telegram. */
final class UrlCheck {
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?i)([a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}"
              + "@([a-z0-9]([a-z0-9_-]{0,28}[a-z0-9])?\\.){1,6}[a-z]{2,8}");
  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|ftp|tonsite)://");
  private static final Pattern IPV4_PART =
      Pattern.compile("0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5]");
  private static final String BAD_ENDS = ".:;,('?!`";
  private static final int LONGEST_PART = 63;

  /** The top-level domains of the root zone, in lower case. */
  private static final Set<String> TOP_LEVEL = topLevelDomains();

  private UrlCheck() {}

  /** The entity of an e-mail address or of as much of the text as is a web address. */
  static Optional<Entity> entity(String url, int offset) {
    if (EMAIL.matcher(url).matches()) {
      return Optional.of(Entity.of(EntityType.EMAIL, offset, url.length()));
    }
    if (url.startsWith("mailto:") && EMAIL.matcher(url.substring(7)).matches()) {
      return Optional.of(Entity.of(EntityType.EMAIL, offset + 7, url.length() - 7));
    }
    int scheme = SCHEME.matcher(url).lookingAt() ? url.indexOf("://") + 3 : 0;
    int domainEnd = scheme;
    while (domainEnd < url.length() && "/?#".indexOf(url.charAt(domainEnd)) < 0) {
      domainEnd++;
    }
    String domain = url.substring(scheme, domainEnd);
    domain = domain.substring(domain.indexOf('@') + 1).replaceFirst(":[^:]*$", "");
    return isDomain(domain, scheme > 0)
        ? Optional.of(Entity.of(EntityType.URL, offset, balancedEnd(url, domainEnd)))
        : Optional.empty();
  }

  /** A bracket that closes what the path has not opened ends it. */
  private static int balancedEnd(String url, int path) {
    int[] open = new int[3];
    int end = path;
    while (end < url.length()) {
      int opened = "([{".indexOf(url.charAt(end));
      int closed = ")]}".indexOf(url.charAt(end));
      if (opened >= 0) {
        open[opened]++;
      } else if (closed >= 0 && --open[closed] < 0) {
        break;
      }
      end++;
    }
    while (end > path && BAD_ENDS.indexOf(url.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isDomain(String domain, boolean schemeGiven) {
    List<String> parts = List.of(domain.split("\\.", -1));
    if (parts.size() == 1 || domain.equalsIgnoreCase("teiegram.org")) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.endsWith("-") || Source.utf8Length(part) > LONGEST_PART) {
        return false;
      }
    }
    if (parts.size() == 4 && parts.stream().allMatch(part -> IPV4_PART.matcher(part).matches())) {
      return true;
    }
    String top = parts.get(parts.size() - 1);
    return !domain.matches("[0-9.]*")
        && !parts.get(parts.size() - 2).contains("_")
        && isTopLevel(top, schemeGiven);
  }

  private static boolean isTopLevel(String top, boolean schemeGiven) {
    if (top.codePointCount(0, top.length()) <= 1) {
      return false;
    }
    if (top.startsWith("xn--")) {
      return top.matches("xn--[A-Za-z0-9]{2,}");
    }
    return !top.contains("_") && !top.contains("-") && (schemeGiven || isKnown(top));
  }

  /** A domain in capitals is one; a word of a sentence whose first letter is a capital is not. */
  private static boolean isKnown(String top) {
    String lower = top.toLowerCase(Locale.ROOT);
    boolean sentence = !lower.equals(top) && rest(lower).equals(rest(top));
    return !sentence && TOP_LEVEL.contains(lower);
  }

  private static String rest(String word) {
    return word.substring(word.offsetByCodePoints(0, 1));
  }

  private static Set<String> topLevelDomains() {
    try (InputStream in = UrlCheck.class.getResourceAsStream("top-level-domains.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
