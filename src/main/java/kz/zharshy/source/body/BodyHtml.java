package kz.zharshy.source.body;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;

/**
 * The HTML inside an element. jsoup lays out what it prints, and to do so looks from a tag past all
 * that is blank behind it: twenty thousand empty headings take it half a minute. Anything larger
 * than an article is therefore printed without layout.
 */
public final class BodyHtml {
  private static final int LAID_OUT = 3000;

  private BodyHtml() {}

  public static String of(Element element) {
    if (element.nodeStream().skip(LAID_OUT).findAny().isPresent()) {
      document(element).outputSettings(plain());
    }
    return element.html();
  }

  /** Settings by which nothing is laid out. */
  static OutputSettings plain() {
    return new OutputSettings().prettyPrint(false);
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
