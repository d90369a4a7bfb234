package kz.zharshy.source.feed;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSS (<a href="https://www.rssboard.org/rss-specification">2.0</a>, its forerunners and RSS
 * 1.0) and Atom (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>). The parser is
 * forgiving and knows no DTDs, so that no entity of a stranger's is ever expanded.
 */
record XmlFeed(SourceText source, ZoneId zone) {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:rdf");
  private static final int DEEPEST = 100;
  private static final int MOST_UNCLOSED = 3;

  List<FeedItem> items(String text) throws UnreadableException {
    Document document =
        Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(CleanText.of(text), source.name());
    Element root = root(document, text);
    String base = base(root);
    List<FeedItem> items = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (isItem(element) && !isFlood(element)) {
        FeedItem item = new XmlFeedItem(element, base, zone).read();
        if (item != null) {
          items.add(item);
        }
      }
    }
    return items;
  }

  private static boolean isItem(Element element) {
    String name = XmlFeedItem.localName(element);
    return name.equals("item") || name.equals("entry");
  }

  /** An item that nothing closes holds the next one; in a flood of them each holds all others. */
  private static boolean isFlood(Element item) {
    return item.parents().stream().filter(XmlFeed::isItem).count() > MOST_UNCLOSED;
  }

  private Element root(Document document, String text) throws UnreadableException {
    Element root = document.firstElementChild();
    if (document.documentType() != null && (root == null || !root.normalName().equals("html"))) {
      throw new UnreadableException(ReasonCode.FEED_WITH_DOCTYPE, source.name());
    }
    if (root == null || !ROOTS.contains(XmlFeedItem.localName(root))) {
      throw root == null
          ? new UnreadableException(ReasonCode.FEED_NO_XML, source.name())
          : new UnreadableException(
              ReasonCode.FEED_OTHER_XML, source.name(), shortened(root.normalName()));
    }
    if (!text.stripTrailing().endsWith(">") || !isClosed(root, text)) {
      throw new UnreadableException(ReasonCode.FEED_CUT_OFF, source.name());
    }
    return root;
  }

  /** What was cut off in the middle of an article must not be published as its end. */
  private static boolean isClosed(Element root, String text) {
    return text.lastIndexOf("</" + root.tagName()) > text.lastIndexOf("<" + root.tagName())
        || root.childNodeSize() == 0;
  }

  private String base(Element root) {
    String declared = root.attr("xml:base");
    return SafeLink.of(declared).or(() -> SafeLink.of(link(root))).orElse(source.name());
  }

  /** The site's address, which a channel gives as its link. */
  private static String link(Element root) {
    Element channel = root.selectFirst("channel");
    for (Element child : (channel == null ? root : channel).children()) {
      String rel = child.attr("rel");
      if (XmlFeedItem.localName(child).equals("link")
          && (rel.isEmpty() || rel.equals("alternate"))) {
        return child.hasAttr("href") ? child.attr("href") : child.text();
      }
    }
    return "";
  }

  private static String shortened(String name) {
    return name.length() > 30 ? name.substring(0, 30) + "…" : name;
  }
}
