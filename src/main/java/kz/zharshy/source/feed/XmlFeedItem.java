package kz.zharshy.source.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.zharshy.article.Content.Origin;
import kz.zharshy.article.Media;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.body.BodyHtml;
import kz.zharshy.source.page.PageMetadata;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of RSS or one entry of Atom. */
final class XmlFeedItem {
  private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+ *\\((.+)\\)");
  private static final Pattern PICTURE =
      Pattern.compile(".+\\.(?:jpe?g|png|webp|gif)(?:\\?.*)?", Pattern.CASE_INSENSITIVE);

  private final Element element;
  private final String base;
  private final ZoneId zone;
  private final Map<String, List<Element>> parts = new LinkedHashMap<>();

  XmlFeedItem(Element element, String base, ZoneId zone) {
    this.element = element;
    this.base = SafeLink.of(element.attr("xml:base")).orElse(base);
    this.zone = zone;
    for (Element child : element.children()) {
      parts.computeIfAbsent(localName(child), name -> new ArrayList<>()).add(child);
    }
  }

  /** The item; null if it says nothing. */
  @Nullable FeedItem read() {
    String address = address();
    String body = html("content:encoded", "content", "fulltext", "yandex:full-text");
    String lead = html("description", "summary", "itunes:summary");
    String html = body.isBlank() ? lead : body;
    String title = FeedText.headline(title(), html);
    if (title.isEmpty()) {
      return null;
    }
    String summary = body.isBlank() || lead.isBlank() ? null : FeedText.words(lead);
    return new FeedItem(
        id(),
        title,
        FeedText.absolute(html, address == null ? base : address),
        summary,
        new Origin(author(), address, published()),
        pictures(html),
        categories());
  }

  private String id() {
    return text("guid")
        .or(() -> text("id"))
        .or(() -> Optional.of(element.attr("rdf:about")))
        .map(CleanText::line)
        .orElse("");
  }

  private String title() {
    Element title = first("title");
    if (title == null) {
      return "";
    }
    String type = title.attr("type");
    boolean literal = element.normalName().endsWith("entry") && !type.contains("html");
    String text = type.equals("xhtml") ? title.text() : title.wholeText();
    return literal ? CleanText.line(text) : FeedText.words(text);
  }

  private String html(String... names) {
    for (String name : names) {
      Element part = first(name);
      String html = part == null ? "" : html(part);
      if (!html.isBlank()) {
        return html;
      }
    }
    return "";
  }

  /** RFC 4287, 4.1.3.3: what a content's type says of it. */
  private String html(Element part) {
    String type = part.attr("type").toLowerCase(Locale.ROOT);
    if (type.contains("xhtml")) {
      return BodyHtml.of(part);
    }
    if (type.contains("/") && !type.startsWith("text/")) {
      return "";
    }
    boolean atom = element.normalName().endsWith("entry");
    boolean plain = atom ? !type.contains("html") : !FeedText.isMarkedUp(part.wholeText());
    return plain ? FeedText.asHtml(part.wholeText()) : part.wholeText();
  }

  private @Nullable String address() {
    List<Element> links = parts.getOrDefault("link", List.of());
    Stream<String> own = text("feedburner:origlink").stream();
    Stream<String> alternate =
        links.stream()
            .filter(link -> link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))
            .map(link -> link.hasAttr("href") ? link.attr("href") : link.text());
    Stream<String> guid =
        parts.getOrDefault("guid", List.of()).stream()
            .filter(name -> !name.attr("ispermalink").equals("false"))
            .filter(name -> !name.attr("isPermaLink").equals("false"))
            .map(Element::text)
            .filter(text -> text.startsWith("http"));
    return Stream.concat(Stream.concat(own, alternate), guid)
        .map(String::strip)
        .flatMap(link -> FeedText.link(base, link).stream())
        .map(SafeLink::withoutTracking)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String author() {
    Element person = first("author");
    Optional<String> named =
        person == null
            ? Optional.empty()
            : person.children().stream()
                .filter(child -> localName(child).equals("name"))
                .map(Element::text)
                .findFirst();
    return text("dc:creator")
        .or(() -> named)
        .or(() -> person == null ? Optional.empty() : Optional.of(person.ownText()))
        .map(FeedText::words)
        .map(XmlFeedItem::withoutMail)
        .filter(name -> !name.isEmpty() && !PageMetadata.isRole(name))
        .orElse(null);
  }

  private static String withoutMail(String author) {
    Matcher both = MAIL_AND_NAME.matcher(author);
    if (both.matches()) {
      return both.group(1).strip();
    }
    return author.contains("@") ? "" : author;
  }

  private @Nullable Instant published() {
    return Stream.of("pubdate", "published", "dc:date", "issued", "updated", "modified")
        .flatMap(name -> text(name).stream())
        .flatMap(text -> FeedDate.parse(text, zone).stream())
        .findFirst()
        .orElse(null);
  }

  /** A thumbnail only if the body has no picture, which is larger. */
  private List<Media> pictures(String html) {
    Element caption = element.selectFirst("media|description");
    String last = html.contains("<img") ? "link[rel=enclosure]" : "media|thumbnail";
    return Stream.of("enclosure", "media|content", "link[rel=enclosure]", last)
        .flatMap(query -> element.select(query).stream())
        .filter(XmlFeedItem::isPicture)
        .map(found -> found.hasAttr("url") ? found.attr("url") : found.attr("href"))
        .flatMap(link -> FeedText.link(base, link).stream())
        .limit(1)
        .map(link -> Media.photo(link, caption == null ? null : FeedText.words(caption.text())))
        .toList();
  }

  private static boolean isPicture(Element found) {
    String address = found.hasAttr("url") ? found.attr("url") : found.attr("href");
    return found.attr("type").startsWith("image/")
        || found.attr("medium").equals("image")
        || found.normalName().equals("media:thumbnail")
        || (found.attr("type").isEmpty() && PICTURE.matcher(address).matches());
  }

  private List<String> categories() {
    Set<String> words = new LinkedHashSet<>();
    for (String name : List.of("category", "dc:subject")) {
      for (Element category : parts.getOrDefault(name, List.of())) {
        String label = category.attr("label");
        String term = label.isEmpty() ? category.attr("term") : label;
        words.add(FeedText.words(term.isEmpty() ? category.text() : term));
      }
    }
    words.remove("");
    return List.copyOf(words);
  }

  private Optional<String> text(String name) {
    Element part = first(name);
    return part == null ? Optional.empty() : Optional.of(part.text()).filter(t -> !t.isBlank());
  }

  private @Nullable Element first(String name) {
    List<Element> found = parts.get(name);
    return found == null ? null : found.get(0);
  }

  /** The name without the prefix that some writers give to a feed's own elements. */
  static String localName(Element element) {
    String name = element.normalName();
    return name.startsWith("atom:") || name.startsWith("a10:") || name.startsWith("rss:")
        ? name.substring(name.indexOf(':') + 1)
        : name;
  }
}
