package kz.zharshy.source.page;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.article.Media;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.IsoTime;
import kz.zharshy.source.Line;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.SourceText;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article beside the text: a site's own selectors first, then JSON-LD, then
 * OpenGraph and meta elements, then what readers see.
 */
public final class PageMetadata {
  private static final String BYLINES =
      "[rel=author], [itemprop=author], .author-name, .article-author, .post-author, .author,"
          + " .byline";
  private static final String DATES =
      "time, [itemprop=datePublished], [class*=date], [class*=time], [class*=publish]";
  private static final Set<String> NO_AUTHORS =
      Set.of(
          "admin",
          "administrator",
          "админ",
          "администратор",
          "редактор",
          "editor",
          "author",
          "super user");
  private static final String MAIN_PICTURES =
      "img[itemprop=image], img.detail_picture, .field--name-field-image img, img.wp-post-image,"
          + " .post-thumbnail img, .article-image img, .item-image img";
  private static final int MOST_TAGS = 10;
  private static final int LONGEST_LABEL = 80;
  private static final int LONGEST_BYLINE = 300;
  private static final int ELEMENTS_BELOW_HEADING = 4;

  private final Document page;
  private final SiteSelectors site;
  private final ZoneId zone;
  private final HeadMetadata meta;
  private final JsonLd data;

  PageMetadata(Document page, SiteSelectors site, ZoneId zone) {
    this.page = page;
    this.site = site;
    this.zone = zone;
    meta = new HeadMetadata(page);
    data = JsonLd.of(page);
  }

  HeadMetadata meta() {
    return meta;
  }

  /** The headline: what the page calls it, in the words of the heading that readers see. */
  Optional<String> headline() {
    Optional<String> named =
        first(
            List.of(
                data.text("headline"), meta.content("og:title"), meta.content("twitter:title")));
    return first(List.of(selected(site.headline()), heading(named), named, meta.title()));
  }

  Optional<String> author() {
    List<String> names = data.texts("author").stream().filter(this::isPerson).distinct().toList();
    return first(
        List.of(
            selected(site.author()),
            names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names)),
            meta.content("author").filter(this::isPerson),
            meta.content("article:author").filter(this::isPerson),
            byline()));
  }

  Optional<Instant> published() {
    return Stream.of(
            selectedDate(), data.text("datePublished"), meta.content("article:published_time"))
        .flatMap(Optional::stream)
        .flatMap(text -> moment(text).stream())
        .findFirst()
        .or(() -> meta.content("datePublished").flatMap(this::moment))
        .or(() -> dated(page.selectFirst("[itemprop=datePublished]")))
        .or(this::dateShown)
        .or(this::dateBelowHeading);
  }

  Optional<String> section() {
    return first(
        List.of(
            selected(site.section()),
            data.text("articleSection"),
            meta.content("article:section"),
            breadcrumb()));
  }

  /** The lead, unless it is only the beginning of the body. */
  Optional<String> summary(String body) {
    String words = Line.key(body);
    return first(List.of(data.text("description"), meta.content("og:description")))
        .filter(lead -> !words.startsWith(Line.key(lead)));
  }

  List<Media> pictures() {
    Optional<String> alt = meta.content("og:image:alt");
    return Stream.concat(
            Stream.of(meta.content("og:image:secure_url"), meta.content("og:image"))
                .flatMap(Optional::stream),
            Stream.concat(
                data.texts("image").stream(), page.select(MAIN_PICTURES).eachAttr("src").stream()))
        .flatMap(address -> absolute(address).stream())
        .limit(1)
        .map(address -> Media.photo(address, alt.orElse(null)))
        .toList();
  }

  List<String> tags() {
    Set<String> tags = new LinkedHashSet<>(meta.contents("article:tag"));
    for (String words : data.texts("keywords")) {
      Stream.of(words.split(",", -1)).map(CleanText::line).forEach(tags::add);
    }
    tags.remove("");
    return new ArrayList<>(tags).subList(0, Math.min(tags.size(), MOST_TAGS));
  }

  /** The article's own address; a front page that poses as the canonical one of all is none. */
  @Nullable String address(SourceText source) {
    return Stream.of(meta.canonical(), data.text("mainEntityOfPage"), data.text("url"))
        .flatMap(Optional::stream)
        .flatMap(address -> absolute(address).stream())
        .filter(address -> !isFrontPage(address))
        .findFirst()
        .orElse(source.isPage() ? SafeLink.withoutTracking(source.name()) : null);
  }

  private Optional<String> heading(Optional<String> named) {
    List<String> headings = page.select("h1").eachText();
    Optional<String> same =
        headings.stream().filter(h -> named.isPresent() && says(h, named.get())).findFirst();
    boolean only = named.isEmpty() && !headings.isEmpty();
    return first(
        List.of(
            same, only ? HeadMetadata.line(headings.get(headings.size() - 1)) : Optional.empty()));
  }

  /** The name of the site may stand behind the headline. */
  private static boolean says(String heading, String named) {
    String rest = named.startsWith(heading) ? named.substring(heading.length()) : "";
    return HeadlineSimilarity.same(heading, named)
        || (rest.length() < heading.length() && rest.matches("\\s+[|•·–—-]\\s.*"))
        || (heading.length() > LONGEST_LABEL / 4 && Line.key(named).startsWith(Line.key(heading)));
  }

  private Optional<String> selected(@Nullable String selector) {
    Element found = selector == null ? null : page.selectFirst(selector);
    return found == null ? Optional.empty() : HeadMetadata.line(found.text());
  }

  private Optional<String> selectedDate() {
    return site.date() == null ? Optional.empty() : dateText(page.selectFirst(site.date()));
  }

  private static Optional<String> dateText(@Nullable Element found) {
    return found == null
        ? Optional.empty()
        : first(
            List.of(
                HeadMetadata.line(found.attr("datetime")),
                HeadMetadata.line(found.attr("content")),
                HeadMetadata.line(found.text())));
  }

  private Optional<Instant> dated(@Nullable Element found) {
    return dateText(found).flatMap(this::moment);
  }

  private Optional<Instant> dateBelowHeading() {
    return belowHeading().stream()
        .filter(text -> text.length() <= LONGEST_LABEL)
        .flatMap(text -> moment(text).stream())
        .findFirst();
  }

  /** The first date in sight below the heading; above it stands today's. */
  private Optional<Instant> dateShown() {
    boolean below = false;
    for (Element element : page.select("h1, " + DATES)) {
      below |= element.normalName().equals("h1");
      Optional<Instant> shown = below ? momentShown(element) : Optional.empty();
      if (shown.isPresent()) {
        return shown;
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> momentShown(Element element) {
    String datetime = element.attr("datetime");
    return (datetime.isEmpty() ? BriefText.of(element, LONGEST_LABEL) : Optional.of(datetime))
        .filter(text -> text.length() <= LONGEST_LABEL)
        .flatMap(this::moment);
  }

  private Optional<Instant> moment(String text) {
    try {
      return Optional.of(IsoTime.parse(text, zone));
    } catch (DateTimeException notIso) {
      LocalDateTime at = DateLine.of(CleanText.strip(text)).map(DateLine::at).orElse(null);
      return Optional.ofNullable(at).map(local -> local.atZone(zone).toInstant());
    }
  }

  private Optional<String> byline() {
    for (Element element : page.select(BYLINES)) {
      String text = BriefText.of(element, LONGEST_BYLINE).orElse("");
      Optional<String> labelled = Signature.labelled(text);
      if (labelled.isPresent() || PersonName.is(text)) {
        return Optional.of(labelled.orElse(text));
      }
    }
    return bylineBelowHeading();
  }

  private Optional<String> bylineBelowHeading() {
    return belowHeading().stream().flatMap(text -> Signature.labelled(text).stream()).findFirst();
  }

  private List<String> belowHeading() {
    List<String> texts = new ArrayList<>();
    Element next = page.selectFirst("h1");
    while (next != null && texts.size() <= ELEMENTS_BELOW_HEADING) {
      texts.add(BriefText.of(next, LONGEST_BYLINE).orElse(""));
      next = next.nextElementSibling();
    }
    return texts.isEmpty() ? texts : texts.subList(1, texts.size());
  }

  /** Whether a name is that of an office of the program. */
  public static boolean isRole(String name) {
    return NO_AUTHORS.contains(name.toLowerCase(Locale.ROOT));
  }

  private boolean isPerson(String author) {
    return !author.contains("://")
        && !isRole(author)
        && meta.content("og:site_name").filter(author::equalsIgnoreCase).isEmpty();
  }

  private Optional<String> breadcrumb() {
    List<String> crumbs =
        page.select("[class*=breadcrumb] a, [itemtype*=BreadcrumbList] a").eachText();
    return crumbs.size() < 2 ? Optional.empty() : HeadMetadata.line(crumbs.get(crumbs.size() - 1));
  }

  private Optional<String> absolute(String address) {
    return SafeLink.of(
        page.baseUri().isEmpty() ? address : StringUtil.resolve(page.baseUri(), address));
  }

  private static boolean isFrontPage(String address) {
    try {
      URI uri = URI.create(address);
      String path = uri.getPath() == null ? "" : uri.getPath();
      return path.replace("/", "").isEmpty() && uri.getQuery() == null;
    } catch (IllegalArgumentException strange) {
      return false;
    }
  }

  private static Optional<String> first(List<Optional<String>> values) {
    return values.stream().flatMap(Optional::stream).findFirst();
  }
}
