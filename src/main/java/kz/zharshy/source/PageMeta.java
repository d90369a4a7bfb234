package kz.zharshy.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.zharshy.article.Picture;
import kz.zharshy.language.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself in its head: OpenGraph, meta and link elements. */
final class PageMeta {
  private final Document page;

  PageMeta(Document page) {
    this.page = page;
  }

  Optional<String> title() {
    return content("og:title").or(() -> content("twitter:title")).or(() -> line(page.title()));
  }

  /** A person's name; addresses, which some sites put there, are none. */
  Optional<String> author() {
    return content("author")
        .or(() -> content("article:author"))
        .filter(author -> !author.contains("://"));
  }

  Optional<String> section() {
    return content("article:section");
  }

  Optional<Instant> published(ZoneId zone) {
    return content("article:published_time")
        .or(() -> content("datePublished"))
        .or(() -> content("og:published_time"))
        .or(() -> first("time[datetime]", "datetime"))
        .flatMap(text -> moment(text, zone));
  }

  List<Picture> pictures() {
    return content("og:image:secure_url")
        .or(() -> content("og:image"))
        .flatMap(this::absolute)
        .map(at -> List.of(new Picture(at, content("og:image:alt").orElse(null))))
        .orElse(List.of());
  }

  /** The page's own address for itself. */
  Optional<String> canonical() {
    return first("link[rel=canonical]", "href").or(() -> content("og:url")).flatMap(this::absolute);
  }

  /**
   * Only the languages that the bot speaks; {@code kz}, a country's code, is often meant for one.
   */
  @Nullable Language language() {
    return first("html[lang]", "lang")
        .or(() -> content("og:locale"))
        .map(code -> code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
        .map(code -> code.equals("kz") ? "kk" : code)
        .flatMap(Language::ofCode)
        .orElse(null);
  }

  private Optional<String> content(String name) {
    for (String attribute : List.of("property", "name", "itemprop")) {
      Optional<String> found = first("meta[" + attribute + "=" + name + "]", "content");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> first(String selector, String attribute) {
    Element element = page.selectFirst(selector);
    return element == null ? Optional.empty() : line(element.attr(attribute));
  }

  private Optional<String> absolute(String address) {
    return SafeLink.of(page.baseUri().isEmpty() ? address : resolved(address));
  }

  private String resolved(String address) {
    return org.jsoup.internal.StringUtil.resolve(page.baseUri(), address);
  }

  private static Optional<Instant> moment(String text, ZoneId zone) {
    try {
      return Optional.of(Moment.parse(text, zone));
    } catch (DateTimeException unknownFormat) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(String text) {
    String line = CleanText.line(CleanText.of(text));
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
