package kz.zharshy.source.page;

import java.util.Optional;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of an element that is of interest only where it is short. Of elements that stand in each
 * other a hundred deep, the text of all would be a hundred times the page.
 */
final class BriefText implements NodeFilter {
  /** Enough for the margins of tags that stand each on its own line. */
  private static final int MARGINS = 10_000;

  private final int most;
  private int letters;

  private BriefText(int most) {
    this.most = most;
  }

  /** The text on one line; empty if it has more letters than these. */
  static Optional<String> of(Element element, int longest) {
    BriefText brief = new BriefText(longest + MARGINS);
    return NodeTraversor.filter(brief, element) == FilterResult.STOP
        ? Optional.empty()
        : Optional.of(CleanText.line(element.text())).filter(text -> text.length() <= longest);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    letters += node instanceof TextNode text ? text.getWholeText().length() : 0;
    return letters > most ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}
