package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Rich HTML or Markdown as plain paragraphs and headings: their exact rules are Telegram's server's
 * and published nowhere, so the sandbox shows the words and leaves the looks.
 */
final class RichParagraphs {
  private RichParagraphs() {}

  static ArrayNode of(String marked) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    Document page = Jsoup.parseBodyFragment(marked);
    if (page.body().children().isEmpty()) {
      for (String paragraph : marked.split("\n\\s*\n", -1)) {
        addParagraph(blocks, paragraph.strip());
      }
      return blocks;
    }
    for (Element element : page.body().children()) {
      if (element.tagName().matches("h[1-6]")) {
        blocks
            .addObject()
            .put("type", "heading")
            .put("text", element.text())
            .put("size", element.tagName().charAt(1) - '0');
      } else {
        addParagraph(blocks, element.text());
      }
    }
    return blocks;
  }

  private static void addParagraph(ArrayNode blocks, String text) {
    if (!text.isEmpty()) {
      blocks.addObject().put("type", "paragraph").put("text", text);
    }
  }
}
