package kz.zharshy.source;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article from an HTML page or a piece of one; the body stays HTML. */
final class HtmlArticleReader {
  private static final String FURNITURE =
      "script, style, noscript, template, nav, aside, form, iframe, button, footer, [hidden],"
          + " .share, .social, .sharing, .breadcrumbs, .breadcrumb, .tags, .related, .subscribe";
  private static final String LAST_PARTS = "p, div, li, h2, h3, h4, h5, h6, span, a, time";

  private final ZoneId zone;

  HtmlArticleReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The article of this page.
   *
   * @throws UnreadableException if nothing in it is a headline
   */
  Draft read(SourceText source, String text) throws UnreadableException {
    Document page = Jsoup.parse(CleanText.of(text), source.isPage() ? source.name() : "");
    PageMeta meta = new PageMeta(page);
    Element root = root(page);
    String headline = headline(root, meta);
    if (headline == null) {
      throw new UnreadableException(
          source.name() + " has no headline. Put it into <h1>, or into <title>.");
    }
    String footer = page.select("a[href]").eachAttr("href").toString();
    strip(root, headline);
    Content content =
        Content.builder(headline, root.html().strip())
            .bodyFormat(BodyFormat.HTML)
            .language(meta.language())
            .section(meta.section().orElse(null))
            .author(meta.author().orElse(null))
            .publishedAt(meta.published(zone).orElse(null))
            .sourceUrl(meta.canonical().orElse(source.isPage() ? source.name() : null))
            .images(meta.pictures())
            .build();
    Draft draft = Draft.of(content).withPlan(Plan.atOnce().withChannel(channel(footer)));
    String address = content.sourceUrl();
    return address == null ? draft : draft.withExternalId(address);
  }

  private static Element root(Document page) {
    for (String selector : List.of("article", "[itemprop=articleBody]", "main", "[role=main]")) {
      Element found = page.selectFirst(selector);
      if (found != null && !found.text().isBlank()) {
        return found;
      }
    }
    return page.body();
  }

  private static @Nullable String headline(Element root, PageMeta meta) {
    Element first = root.selectFirst("h1");
    Element own = first == null ? root.selectFirst("h2, h3") : first;
    Optional<String> text =
        own == null ? Optional.empty() : Optional.of(CleanText.line(own.text()));
    return text.filter(line -> !line.isEmpty()).or(meta::title).orElse(null);
  }

  /** Takes out what is not the article: scripts, menus, the headline, share line and footer. */
  private static void strip(Element root, String headline) {
    root.select(FURNITURE).remove();
    for (Element heading : root.select("h1, h2")) {
      if (Alike.same(heading.text(), headline)) {
        heading.remove();
      }
    }
    List<Element> parts = new ArrayList<>(root.select(LAST_PARTS));
    for (Element part : parts) {
      if (isFurniture(part.text())) {
        part.remove();
      }
    }
    for (Element link : root.select("a[href], img[src]")) {
      String attribute = link.normalName().equals("a") ? "href" : "src";
      if (!link.absUrl(attribute).isEmpty()) {
        link.attr(attribute, link.absUrl(attribute));
      }
    }
  }

  private static boolean isFurniture(String text) {
    String line = CleanText.line(text);
    return line.length() < 400 && (FooterLine.isOwnInvitation(line) || ShareLine.isShare(line));
  }

  private static @Nullable String channel(String text) {
    List<String> channels = SubscribeFooter.channelsIn(text);
    return channels.size() == 1 ? channels.get(0) : null;
  }
}
