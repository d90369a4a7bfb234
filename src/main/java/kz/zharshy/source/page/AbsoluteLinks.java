package kz.zharshy.source.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Completes the addresses of a page's links and pictures, which mean nothing away from the page.
 */
public final class AbsoluteLinks {
  private AbsoluteLinks() {}

  public static void in(Document page) {
    for (Element link : page.select("a[href], img")) {
      for (String attribute :
          List.of("href", "src", "data-src", "data-original", "data-lazy-src")) {
        String absolute = link.absUrl(attribute);
        if (!absolute.isEmpty()) {
          link.attr(attribute, absolute);
        }
      }
    }
  }
}
