package kz.zharshy.source.page;

import java.util.List;
import kz.zharshy.source.body.BodyHtml;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element of a page that holds the article: by the site's own selector, by the markup
 * that says so, by the classes of widespread systems, and else by where most of the prose stands.
 */
final class ArticleRoot {
  private static final List<String> MARKED =
      List.of(
          "[itemprop=articleBody]",
          ".entry-content, .post-content, .article-content, .article-body, .article__body,"
              + " .article-text, .article__text, .news-text, .news-detail, .news-detail-text,"
              + " .detail-text, .detail_text, .field--name-body, .item-page, .post-body,"
              + " .td-post-content, .tdb_single_content, .story-body, .news-content",
          "article",
          "main, [role=main]",
          ".t-records");

  /**
   * Readability weighs each element several times over, with all that is inside of it. This is how
   * often an element may stand in another one; pages that people made stay below half of it.
   */
  private static final int MOST_NESTING = 150_000;

  /**
   * It also prints what it finds, see {@link BodyHtml}. So many children of one element may show
   * nothing.
   */
  private static final int MOST_BLANK = 2_000;

  /** Less than this part of the page's paragraphs is a teaser, not the article. */
  private static final int LEAST_SHARE = 4;

  /** It wants an address to complete others with; the page's own may be none that it can read. */
  private static final String NOWHERE = "https://page.invalid/";

  private ArticleRoot() {}

  /** The element; the whole body if nothing tells. */
  static Element of(Document page, @Nullable String selector) {
    Element chosen = selector == null ? null : page.selectFirst(selector);
    if (chosen != null) {
      return chosen;
    }
    int prose = prose(page.body());
    for (String marked : MARKED) {
      Element found = largest(page.select(marked));
      if (found != null && prose(found) * LEAST_SHARE >= prose && !found.text().isBlank()) {
        return found;
      }
    }
    Element read = readable(page);
    return read != null && prose(read) * 2 >= prose ? read : page.body();
  }

  /** The one with most prose; of two with the same, the inner one. */
  private static @Nullable Element largest(Elements found) {
    Element largest = null;
    int most = -1;
    for (Element element : found) {
      int prose = prose(element);
      if (prose >= most) {
        most = prose;
        largest = element;
      }
    }
    return largest;
  }

  /** How many letters stand in paragraphs, as running text does and menus do not. */
  private static int prose(Element root) {
    int letters = 0;
    for (Element paragraph : root.select("p")) {
      letters += paragraph.text().length();
    }
    return letters;
  }

  private static @Nullable Element readable(Document page) {
    if (nesting(page) > MOST_NESTING || page.stream().anyMatch(ArticleRoot::isWaste)) {
      return null;
    }
    // Readability takes the page apart, so it gets a copy. It loses text that stands in no
    // paragraph, and what is still relative has no meaning.
    Document copy = page.clone();
    BreakParagraphs.in(copy.body());
    Element content = content(copy);
    if (content != null) {
      content.select("[href^=" + NOWHERE + "]").removeAttr("href");
      content.select("[src^=" + NOWHERE + "]").removeAttr("src");
      // What stood in one line beside a link it makes a paragraph of each, shown in one line.
      content.select("p.readability-styled").unwrap();
    }
    return content;
  }

  private static @Nullable Element content(Document page) {
    try {
      return new Readability4J(NOWHERE, page).parse().getArticleContent();
    } catch (RuntimeException e) {
      // It stumbles over pages that consist of a body and hardly more.
      return null;
    }
  }

  private static boolean isWaste(Element parent) {
    return parent.childNodeSize() > MOST_BLANK
        && parent.childNodes().stream().filter(ArticleRoot::isBlank).count() > MOST_BLANK;
  }

  private static boolean isBlank(Node node) {
    return node instanceof Element element
        ? !element.hasText()
        : !(node instanceof TextNode text) || text.isBlank();
  }

  private static int nesting(Document page) {
    int[] sum = {0};
    page.traverse((node, depth) -> sum[0] += node instanceof Element ? depth : 0);
    return sum[0];
  }
}
