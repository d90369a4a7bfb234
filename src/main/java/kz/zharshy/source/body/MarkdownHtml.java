package kz.zharshy.source.body;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders CommonMark, with tables and strikethrough, as HTML, so that marks which a writer sets by
 * raw HTML mean the same as the others. Safe for use by several threads.
 */
final class MarkdownHtml {
  /** The renderer calls itself for each level; text that is nested deeper is no person's. */
  private static final int DEEPEST = 50;

  private static final Extension TABLES = TablesExtension.builder().maxCells(null).build();
  private static final Extension STRIKES = StrikethroughExtension.create();

  private final Parser parser = parser(List.of(TABLES, STRIKES));
  private final Parser withoutTables = parser(List.of(STRIKES));
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().extensions(List.of(TABLES, STRIKES)).build();

  String of(String markdown) {
    return renderer.render(parsed(markdown));
  }

  private Node parsed(String markdown) {
    boolean flood = MarkdownCells.atMost(markdown) > TableRows.MOST_CELLS;
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
}
