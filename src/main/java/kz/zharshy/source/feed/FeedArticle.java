package kz.zharshy.source.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Fingerprint;
import kz.zharshy.source.HtmlTree;
import kz.zharshy.source.Line;
import kz.zharshy.source.PageAddress;
import kz.zharshy.source.body.BodyHtml;
import kz.zharshy.source.page.ArticleTrim;
import kz.zharshy.source.page.MainPicture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes an article of what a feed's item says. */
public final class FeedArticle {
  private static final Pattern CUT_OFF =
      Pattern.compile("\\s*\\[(?:…|\\.\\.\\.)\\].*", Pattern.DOTALL);
  private static final int MOST_TAGS = 10;
  private static final int LONGEST_POSTSCRIPT = 400;

  private final FeedOptions options;

  public FeedArticle(FeedOptions options) {
    this.options = options;
  }

  /** The article, by the name of its page's address if it has one. */
  public Draft of(FeedItem item) {
    Document document = HtmlTree.of(CleanText.of(item.html()), "");
    Element body = document.body();
    removePostscript(body, item);
    Optional<String> signed = ArticleTrim.trim(body, item.title(), null);
    List<Media> pictures = MainPicture.takenOut(body, item.pictures());
    Content content =
        Content.builder(item.title(), BodyHtml.of(body).strip())
            .bodyFormat(BodyFormat.HTML)
            .summary(summary(item, body))
            .author(signed.orElse(item.author()))
            .sourceUrl(item.address())
            .publishedAt(item.published())
            .media(pictures)
            .tags(tags(item))
            .section(item.categories().stream().findFirst().orElse(null))
            .build();
    return asWanted(Draft.of(content).withExternalId(name(item)));
  }

  /** An article of the feed's, with what the newsroom says of all of them. */
  Draft asWanted(Draft draft) {
    Content said = draft.content();
    Content content =
        said.toBuilder()
            .language(options.language() == null ? said.spokenLanguage() : options.language())
            .section(options.section() == null ? said.section() : options.section())
            .build();
    Plan plan =
        options.channel() == null ? draft.plan() : draft.plan().withChannel(options.channel());
    return draft.withContent(content).withPlan(plan);
  }

  private String name(FeedItem item) {
    return item.address() == null
        ? "feed:" + Fingerprint.of(options.url() + "\n" + item.id())
        : item.address();
  }

  /** "The post … first appeared on …", with a link to the very page. */
  private static void removePostscript(Element body, FeedItem item) {
    Element last = body.lastElementChild();
    if (last == null || item.address() == null || last.text().length() > LONGEST_POSTSCRIPT) {
      return;
    }
    String key = PageAddress.key(item.address());
    if (last.select("a[href]").stream()
        .anyMatch(link -> PageAddress.key(link.attr("href")).equals(key))) {
      last.remove();
    }
  }

  /** The lead, unless it is only the beginning of the text; a cut-off one tells where by […]. */
  private static @Nullable String summary(FeedItem item, Element body) {
    String summary =
        item.summary() == null ? null : CUT_OFF.matcher(item.summary()).replaceFirst("");
    boolean own = summary != null && !Line.key(body.text()).startsWith(Line.key(summary));
    return own ? summary : null;
  }

  private List<String> tags(FeedItem item) {
    List<String> tags = new ArrayList<>(item.categories());
    if (options.section() == null && !tags.isEmpty()) {
      tags.remove(0);
    }
    return tags.subList(0, Math.min(tags.size(), MOST_TAGS));
  }
}
