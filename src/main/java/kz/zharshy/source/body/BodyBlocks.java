package kz.zharshy.source.body;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Document;
import kz.zharshy.memory.MemoryBudget;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.TreeBudget;

/**
 * Reads a body in any of the three formats into blocks of marked runs. What no reader can see is
 * taken out, and links lead to http and https addresses only. Safe for use by several threads.
 */
public final class BodyBlocks implements BodyReader {
  private final MarkdownHtml markdown = new MarkdownHtml();

  @Override
  public Document read(String body, BodyFormat format) {
    return MemoryBudget.OF_PROCESS.hold(
        TreeBudget.ofBody(body), () -> new Document(blocks(body, format)));
  }

  private List<Block> blocks(String body, BodyFormat format) {
    String text = CleanText.of(body);
    return switch (format) {
      case TEXT -> TextBlocks.of(text);
      case HTML -> html(text);
      case MARKDOWN -> markdown(text);
    };
  }

  private static List<Block> html(String text) {
    int end = HtmlLimit.of(text);
    List<Block> blocks = HtmlBlocks.of(text.substring(0, end));
    return followed(blocks, TextExtractor.of(text.substring(end)));
  }

  private List<Block> markdown(String text) {
    int end = MarkdownLimit.of(text);
    String html = markdown.of(text.substring(0, end));
    int endOfHtml = HtmlLimit.ofRendered(html);
    List<Block> blocks = HtmlBlocks.ofFlowing(html.substring(0, endOfHtml));
    String rest = TextExtractor.of(html.substring(endOfHtml));
    return followed(followed(blocks, rest), text.substring(end));
  }

  private static List<Block> followed(List<Block> blocks, String text) {
    if (text.isEmpty()) {
      return blocks;
    }
    List<Block> all = new ArrayList<>(blocks);
    all.addAll(TextBlocks.of(text));
    return all;
  }
}
