package kz.zharshy.source;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Renders CommonMark, with tables and strikethrough, as HTML, so that marks which a writer sets by
 * raw HTML mean the same as the others. Safe for use by several threads.
 */
final class MarkdownHtml {
  /** The renderer calls itself for each level; text that is nested deeper is no person's. */
  private static final int DEEPEST = 50;

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), StrikethroughExtension.create());

  private final Parser parser =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  String of(String markdown) {
    return renderer.render(parser.parse(markdown));
  }
}
