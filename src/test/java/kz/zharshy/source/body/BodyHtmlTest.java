package kz.zharshy.source.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** How a page's or a feed item's body is written down. */
final class BodyHtmlTest {
  @Test
  void anArticlesElementsAreLaidOut() {
    Element body = Jsoup.parseBodyFragment("<p>One</p><p>Two</p>").body();
    assertThat(BodyHtml.of(body)).isEqualTo("<p>One</p>\n<p>Two</p>");
  }

  @Test
  void moreElementsThanAnArticleHasArePrintedAsTheyStand() {
    String headings = "<h2></h2>".repeat(19_900);
    assertThat(BodyHtml.of(Jsoup.parseBodyFragment(headings).body())).isEqualTo(headings);
  }

  @Test
  void anElementNeedsNoDocument() {
    Element root = new Element("div");
    for (int i = 0; i < 3_500; i++) {
      root.appendElement("h2");
    }
    assertThat(BodyHtml.of(root)).isEqualTo("<h2></h2>".repeat(3_500));
  }
}
