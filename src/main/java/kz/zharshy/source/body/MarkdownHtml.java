package kz.zharshy.source.body;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Renders CommonMark, with tables and strikethrough, as HTML, so that marks which a writer sets by
 * raw HTML mean the same as the others. Safe for use by several threads.
 */
final class MarkdownHtml {
  /** The renderer calls itself for each level; text that is nested deeper is no person's. */
  private static final int DEEPEST = 50;

  private static final Extension TABLES = TablesExtension.builder().maxCells(null).build();
  private static final Extension STRIKES = StrikethroughExtension.create();

  /** What may stand in a line of dashes, with the marks of quotes and lists before it. */
  private static final String DASHES = "|-: \t>*+.)0123456789";

  private final Parser parser = parser(List.of(TABLES, STRIKES));
  private final Parser withoutTables = parser(List.of(STRIKES));
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().extensions(List.of(TABLES, STRIKES)).build();

  String of(String markdown) {
    return renderer.render(parsed(markdown));
  }

  private Node parsed(String markdown) {
    boolean flood = atMost(markdown) > TableRows.MOST_CELLS;
    return (flood ? withoutTables : parser).parse(markdown);
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .maxOpenBlockParsers(DEEPEST)
        .maxInlineNesting(DEEPEST)
        .postProcessor(RepeatedLinks::shortened)
        .build();
  }

  /**
   * Takes the address off links where references repeat long ones so often that the text would grow
   * to many times its length.
   */
  private static final class RepeatedLinks extends AbstractVisitor {
    /** As much as the longest body has. */
    private static final int MOST = 2_000_000;

    private int length;

    private RepeatedLinks() {}

    static Node shortened(Node document) {
      document.accept(new RepeatedLinks());
      return document;
    }

    @Override
    public void visit(Link link) {
      if (grows(link.getDestination(), link.getTitle())) {
        link.setDestination("");
        link.setTitle(null);
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      if (grows(image.getDestination(), image.getTitle())) {
        image.setDestination("");
        image.setTitle(null);
      }
      visitChildren(image);
    }

    private boolean grows(String destination, @Nullable String title) {
      length += destination.length() + (title == null ? 0 : title.length());
      return length > MOST;
    }
  }

  /** Never fewer than there are. */
  private static int atMost(String markdown) {
    int cells = 0;
    int columns = 0;
    int at = 0;
    while (at < markdown.length()) {
      int feed = markdown.indexOf('\n', at);
      int end = feed < 0 ? markdown.length() : feed;
      columns = feed == at ? 0 : Math.max(columns, columns(markdown, at, end));
      cells = Math.min(cells + columns, Integer.MAX_VALUE / 2);
      at = end + 1;
    }
    return cells;
  }

  /** The columns of the table under whose head this line stands; 0 if it can be no such line. */
  private static int columns(String markdown, int from, int to) {
    int bars = 0;
    for (int at = from; at < to; at++) {
      char c = markdown.charAt(at);
      if (DASHES.indexOf(c) < 0) {
        return 0;
      }
      bars += c == '|' ? 1 : 0;
    }
    return bars == 0 ? 0 : bars + 1;
  }
}
