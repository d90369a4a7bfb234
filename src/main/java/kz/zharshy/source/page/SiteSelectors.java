package kz.zharshy.source.page;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of one site have their parts, as CSS selectors. What a selector finds wins over
 * what is recognised; a selector that is null, or finds nothing, leaves it to recognition.
 *
 * @param host the site's host, such as {@code example.kz}; its subdomains belong to it
 * @param headline the element whose text is the headline
 * @param body the element that holds the article
 * @param author the element whose text is the author
 * @param date the element with the date, in its text or in {@code datetime} or {@code content}
 * @param section the element whose text is the rubric
 * @param remove what is to be taken out of the body
 */
public record SiteSelectors(
    String host,
    @Nullable String headline,
    @Nullable String body,
    @Nullable String author,
    @Nullable String date,
    @Nullable String section,
    @Nullable String remove) {
  /** Nothing is known of the site. */
  static final SiteSelectors NONE = new SiteSelectors("", null, null, null, null, null, null);

  /** Throws {@link IllegalArgumentException} if a selector is none. */
  public SiteSelectors {
    host = host.toLowerCase(Locale.ROOT);
    Stream.of(headline, body, author, date, section, remove).forEach(SiteSelectors::check);
  }

  /** Whether a page is of this site. */
  boolean isOf(String address) {
    String its = hostOf(address);
    return !host.isEmpty() && (its.equals(host) || its.endsWith("." + host));
  }

  private static String hostOf(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  private static void check(@Nullable String selector) {
    if (selector == null) {
      return;
    }
    try {
      QueryParser.parse(selector);
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"" + selector + "\" is no CSS selector: " + e.getMessage(), e);
    }
  }
}
