package kz.zharshy.source;

import java.util.regex.Pattern;
import org.jsoup.helper.ValidationException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads HTML of any quality; there is none that it does not read. */
public final class HtmlTree {
  /** The parser's work grows with the depth; no page that people made is nested deeper. */
  private static final int DEEPEST = 100;

  private static final Pattern TEMPLATE = Pattern.compile("(?i)(</?)template\\b");

  private HtmlTree() {}

  /**
   * The tree of a page or of a piece of one.
   *
   * @param base completes relative links; empty if nothing does
   */
  public static Document of(String html, String base) {
    try {
      return parsed(html, base);
    } catch (ValidationException e) {
      // jsoup 1.x loses count of templates that stand where none may; they show nothing anyway.
      return parsed(TEMPLATE.matcher(html).replaceAll("$1div"), base);
    }
  }

  private static Document parsed(String html, String base) {
    return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, base);
  }
}
