package kz.zharshy.source;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML inside an element. jsoup lays out what it prints, and to do so looks from a tag past all
 * blank ones behind it: twenty thousand empty headings take it half a minute. More elements than an
 * article has are therefore printed as they stand.
 */
final class BodyHtml {
  private static final int LAID_OUT = 1000;

  private BodyHtml() {}

  static String of(Element element) {
    if (element.stream().skip(LAID_OUT).findAny().isPresent()) {
      document(element).outputSettings().prettyPrint(false);
    }
    return element.html();
  }

  private static Document document(Element element) {
    Document owner = element.ownerDocument();
    if (owner != null) {
      return owner;
    }
    Document document = Document.createShell("");
    document.body().appendChild(element);
    return document;
  }
}
