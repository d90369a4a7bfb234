package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.body.MarkdownLimit;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown article taken apart.
 *
 * @param headline on one line; null if there is none
 * @param body Markdown as it was written, without headline, share line and subscribe footer
 * @param footer the subscribe footer with its links; empty if there was none
 */
public record MarkdownParts(@Nullable String headline, String body, String footer) {
  private static final int LONGEST_LINE_AS_HEADLINE = 200;

  /**
   * Takes Markdown apart.
   *
   * @param title the headline where it is known already; a heading that repeats it is left out
   */
  public static MarkdownParts of(String markdown, @Nullable String title) {
    List<String> lines = new ArrayList<>(List.of(markdown.split("\n", -1)));
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build()
            .parse(markdown.substring(0, MarkdownLimit.of(markdown)));
    Block heading = headline(document);
    String headline = heading == null ? null : textOf(heading);
    if (heading != null
        && (title == null || (headline != null && HeadlineSimilarity.same(title, headline)))) {
      blank(lines, heading);
    }
    int end = endOfBody(lines);
    String footer = String.join("\n", lines.subList(end, lines.size()));
    String body = String.join("\n", lines.subList(0, end));
    return new MarkdownParts(title == null ? headline : title, trimmed(body), footer);
  }

  private static @Nullable Block headline(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading && ((Heading) node).getLevel() == 1) {
        return (Heading) node;
      }
    }
    Node first = document.getFirstChild();
    boolean usable = first instanceof Heading || isLine(first);
    return usable && textOf((Block) first) != null ? (Block) first : null;
  }

  private static boolean isLine(@Nullable Node node) {
    return node instanceof Paragraph
        && node.getSourceSpans().size() == 1
        && node.getSourceSpans().get(0).getLength() <= LONGEST_LINE_AS_HEADLINE;
  }

  private static @Nullable String textOf(Block block) {
    String text = CleanText.line(TextContentRenderer.builder().build().render(block));
    return text.isEmpty() ? null : text;
  }

  private static void blank(List<String> lines, Block block) {
    for (SourceSpan span : block.getSourceSpans()) {
      lines.set(span.getLineIndex(), "");
    }
  }

  /** Where share line and subscribe footer begin, at the end of the text. */
  private static int endOfBody(List<String> lines) {
    int end = lines.size();
    int tail = lines.size();
    while (end > 0) {
      String line = CleanText.strip(lines.get(end - 1)).replaceAll("^[*_>#]+|[*_]+$", "");
      boolean sure = FooterLine.isInvitation(line) || ShareLine.mayBeShare(line);
      boolean possible =
          line.isEmpty()
              || line.matches("-{3,}")
              || ShareLine.isNetworks(line)
              || FooterLine.isAddress(line);
      if (!sure && !possible) {
        break;
      }
      end--;
      tail = sure ? end : tail;
    }
    return tail;
  }

  private static String trimmed(String body) {
    String text = body.stripTrailing();
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\n') {
      start++;
    }
    return text.substring(start);
  }
}
