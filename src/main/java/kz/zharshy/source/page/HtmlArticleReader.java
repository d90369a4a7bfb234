package kz.zharshy.source.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.language.Language;
import kz.zharshy.language.LanguageGuess;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.HtmlTree;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyHtml;
import kz.zharshy.source.body.HtmlLimit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article from an HTML page or a piece of one; the body stays HTML. */
public final class HtmlArticleReader {

  private static final int LONGEST_INVITATION = 300;

  private final ZoneId zone;
  private final List<SiteSelectors> sites;

  public HtmlArticleReader(ZoneId zone, List<SiteSelectors> sites) {
    this.zone = zone;
    this.sites = List.copyOf(sites);
  }

  /**
   * The article of this page.
   *
   * @throws UnreadableException if nothing in it is a headline, or if it is a flood of tags
   */
  public Draft read(SourceText source, String text) throws UnreadableException {
    if (HtmlLimit.isFlood(text)) {
      throw new UnreadableException(
          ReasonCode.TOO_MANY_TAGS, source.name(), HtmlLimit.TAGS_OF_PAGE);
    }
    Document page = HtmlTree.of(CleanText.of(text), source.isPage() ? source.name() : "");
    AbsoluteLinks.in(page);
    SiteSelectors site = site(source, page);
    PageMetadata metadata = new PageMetadata(page, site, zone);
    Element root = ArticleRoot.of(page, site.body());
    Optional<String> headline = metadata.headline().or(() -> anyHeading(root));
    if (headline.isEmpty()) {
      throw new UnreadableException(ReasonCode.NO_HEADLINE_IN_HTML, source.name());
    }
    BreakParagraphs.in(root);
    String channel = channel(page, root);
    Content content = content(source, metadata, root, headline.get(), site);
    Draft draft = Draft.of(content).withPlan(Plan.atOnce().withChannel(channel));
    String address = content.sourceUrl();
    return address == null ? draft : draft.withExternalId(address);
  }

  private Content content(
      SourceText source, PageMetadata metadata, Element root, String headline, SiteSelectors site) {
    // What stands at the top of the article is trimmed off, so it is read first.
    Instant published = metadata.published().orElse(null);
    Optional<String> author = metadata.author();
    String section = metadata.section().orElse(null);
    Optional<String> signed = ArticleTrim.trim(root, headline, site.remove());
    List<Media> pictures = MainPicture.takenOut(root, metadata.pictures());
    String words = root.text();
    return Content.builder(headline, body(root))
        .bodyFormat(BodyFormat.HTML)
        .language(language(metadata, headline + "\n" + words))
        .section(section)
        .summary(metadata.summary(words).orElse(null))
        .author(signed.or(() -> author).orElse(null))
        .publishedAt(published)
        .sourceUrl(metadata.address(source))
        .media(pictures)
        .tags(metadata.tags())
        .build();
  }

  /** In a page line breaks are spaces, also where no paragraph says so. */
  private static String body(Element root) {
    String html = BodyHtml.of(root).strip();
    return root.selectFirst("p, br, div") == null && !html.isEmpty()
        ? "<div>" + html + "</div>"
        : html;
  }

  /** Sites that speak several languages often declare one for all; the words know better. */
  private static @Nullable Language language(PageMetadata metadata, String words) {
    Language declared = metadata.meta().language();
    return declared != null && LanguageGuess.of(words) == declared ? declared : null;
  }

  private SiteSelectors site(SourceText source, Document page) {
    String address =
        source.isPage() ? source.name() : new HeadMetadata(page).canonical().orElse("");
    return sites.stream().filter(site -> site.isOf(address)).findFirst().orElse(SiteSelectors.NONE);
  }

  private static Optional<String> anyHeading(Element root) {
    Element heading = root.selectFirst("h1, h2, h3");
    return heading == null ? Optional.empty() : HeadMetadata.line(heading.text());
  }

  /**
   * The channel of the invitation; without one, that of the page's foot, or the only one that the
   * page links to outside of the article. Null where none, or more than one, is named.
   */
  private static @Nullable String channel(Document page, Element article) {
    List<String> invited = new ArrayList<>();
    List<String> foot = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Map<Element, Boolean> inviting = new HashMap<>();
    for (Element link : page.select("a[href]")) {
      String address = link.attr("href");
      if (SubscribeFooter.channelsIn(address).isEmpty()) {
        continue;
      }
      if (isInvitation(link, inviting)) {
        invited.add(address);
      } else if (link.closest("footer, [class*=footer], [id*=footer]") != null) {
        foot.add(address);
      } else if (link.parents().stream().noneMatch(article::equals)) {
        others.add(address);
      }
    }
    return Stream.of(invited, foot, others)
        .map(addresses -> SubscribeFooter.channelsIn(String.join(" ", addresses)))
        .filter(channels -> !channels.isEmpty())
        .findFirst()
        .filter(channels -> channels.size() == 1)
        .map(channels -> channels.get(0))
        .orElse(null);
  }

  /** {@code inviting}: what was found of parents, which may hold very many links. */
  private static boolean isInvitation(Element link, Map<Element, Boolean> inviting) {
    Element parent = link.parent();
    return says(link)
        || (parent != null && inviting.computeIfAbsent(parent, HtmlArticleReader::says));
  }

  private static boolean says(Element element) {
    return BriefText.of(element, LONGEST_INVITATION).filter(FooterLine::isInvitation).isPresent();
  }
}
