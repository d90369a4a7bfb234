package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes paragraphs of text that older editors part by two line breaks instead, or put between
 * paragraphs without more ado.
 */
final class BreakParagraphs {
  private static final Set<String> HOLDERS = Set.of("body", "div", "article", "section", "main");

  private BreakParagraphs() {}

  /** Wraps each stretch between two line breaks, or between blocks, into a paragraph. */
  static void in(Element root) {
    for (Element element : root.getAllElements()) {
      if (element.isBlock()
          && !element.normalName().equals("pre")
          && (hasPair(element) || isMixed(element))) {
        wrap(element);
      }
    }
  }

  private static boolean hasPair(Element element) {
    boolean above = false;
    for (Node node : element.childNodes()) {
      boolean here = isBreak(node);
      if (here && above) {
        return true;
      }
      above = here || (above && isBlank(node));
    }
    return false;
  }

  private static boolean isMixed(Element element) {
    return HOLDERS.contains(element.normalName())
        && element.childNodes().stream().anyMatch(BreakParagraphs::isBlock)
        && element.childNodes().stream().anyMatch(BreakParagraphs::isLoose);
  }

  private static boolean isLoose(Node node) {
    return node instanceof TextNode
        ? !isBlank(node)
        : node instanceof Element element && !element.isBlock() && !element.text().isBlank();
  }

  private static void wrap(Element element) {
    List<Node> nodes = new ArrayList<>(element.childNodes());
    element.empty();
    Element paragraph = new Element("p");
    boolean above = false;
    for (Node node : nodes) {
      boolean here = isBreak(node);
      if ((here && above) || isBlock(node)) {
        append(element, paragraph);
        paragraph = new Element("p");
      }
      if (isBlock(node)) {
        element.appendChild(node);
      } else if (!(here && above)) {
        paragraph.appendChild(node);
      }
      above = here || (above && isBlank(node));
    }
    append(element, paragraph);
  }

  private static void append(Element element, Element paragraph) {
    if (!isEmpty(paragraph)) {
      element.appendChild(paragraph);
    }
  }

  private static boolean isEmpty(Element paragraph) {
    return paragraph.text().isBlank() && paragraph.selectFirst("img") == null;
  }

  private static boolean isBreak(Node node) {
    return node.normalName().equals("br");
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text && CleanText.strip(text.getWholeText()).isEmpty();
  }

  private static boolean isBlock(Node node) {
    return node instanceof Element element && element.isBlock();
  }
}
