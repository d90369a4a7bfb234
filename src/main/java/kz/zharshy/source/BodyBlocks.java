package kz.zharshy.source;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Document;
import kz.zharshy.article.Run;

/**
 * Reads a body in any of the three formats into blocks of marked runs. What no reader can see is
 * taken out, and links lead to http and https addresses only. Safe for use by several threads.
 */
public final class BodyBlocks implements BodyReader {
  private final MarkdownHtml markdown = new MarkdownHtml();

  @Override
  public Document read(String body, BodyFormat format) {
    String text = CleanText.of(body);
    return new Document(
        switch (format) {
          case TEXT -> paragraphs(text);
          case HTML -> HtmlBlocks.of(text);
          case MARKDOWN -> HtmlBlocks.ofFlowing(markdown.of(text));
        });
  }

  /** Text is text: a blank line parts paragraphs, and nothing else has a meaning. */
  private static List<Block> paragraphs(String text) {
    List<Block> paragraphs = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!Line.strip(line).isEmpty()) {
        lines.add(line.stripTrailing());
      } else {
        addParagraph(lines, paragraphs);
      }
    }
    addParagraph(lines, paragraphs);
    return paragraphs;
  }

  private static void addParagraph(List<String> lines, List<Block> paragraphs) {
    if (!lines.isEmpty()) {
      paragraphs.add(new Block.Paragraph(List.of(Run.plain(String.join("\n", lines)))));
      lines.clear();
    }
  }
}
