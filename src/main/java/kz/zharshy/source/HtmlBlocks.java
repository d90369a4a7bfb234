package kz.zharshy.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Run;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads HTML into blocks in one walk that never calls itself, however deep the nesting. */
final class HtmlBlocks implements NodeFilter {
  private static final Map<String, Mark> MARKS =
      Map.ofEntries(
          Map.entry("b", Mark.BOLD),
          Map.entry("strong", Mark.BOLD),
          Map.entry("i", Mark.ITALIC),
          Map.entry("em", Mark.ITALIC),
          Map.entry("cite", Mark.ITALIC),
          Map.entry("dfn", Mark.ITALIC),
          Map.entry("u", Mark.UNDERLINE),
          Map.entry("ins", Mark.UNDERLINE),
          Map.entry("s", Mark.STRIKE),
          Map.entry("strike", Mark.STRIKE),
          Map.entry("del", Mark.STRIKE),
          Map.entry("code", Mark.CODE),
          Map.entry("kbd", Mark.CODE),
          Map.entry("samp", Mark.CODE),
          Map.entry("tt", Mark.CODE),
          Map.entry("tg-spoiler", Mark.SPOILER));
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "script style noscript template head title iframe object embed svg math canvas button"
              .concat(" select textarea input map audio video nav dialog datalist")
              .split(" ", -1));

  /** The parser's work grows with the depth; no page that people made is nested deeper. */
  private static final int DEEPEST = 100;

  private final Set<Element> tables;
  private final BlockTree tree = new BlockTree();
  private final InlineText inline = new InlineText();
  private @Nullable TableRows table;
  private int heading;
  private int linkedFrom;

  private HtmlBlocks(Element body) {
    tables = TableRows.tables(body);
  }

  /** The blocks of this HTML, whole page or piece. */
  static List<Block> of(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Element body = parser.parseInput(html, "").body();
    HtmlBlocks reader = new HtmlBlocks(body);
    NodeTraversor.filter(reader, body);
    reader.endParagraph();
    return reader.tree.blocks();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      inline.add(text.getWholeText());
    } else if (node instanceof Element element) {
      return open(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult open(Element element) {
    String name = element.normalName();
    if (NOT_SHOWN.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    Mark mark = mark(element);
    if (mark != null) {
      inline.open(mark);
      return FilterResult.CONTINUE;
    }
    if (element.isBlock() || name.equals("li") || name.equals("caption")) {
      return openBlock(element, name);
    }
    switch (name) {
      case "a" -> openLink(element);
      case "br" -> breakLine();
      case "img" -> picture(element);
      case "q" -> inline.add("«");
      case "sup", "sub" -> {
        inline.add(RaisedText.of(element));
        return FilterResult.SKIP_ENTIRELY;
      }
      default -> {}
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult openBlock(Element element, String name) {
    if (table != null) {
      openInTable(element, name, table);
      return FilterResult.CONTINUE;
    }
    endParagraph();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = name.charAt(1) - '0';
      case "ul", "menu", "dir" -> tree.openList(false, 1);
      case "ol" -> tree.openList(true, start(element));
      case "li" -> tree.openItem();
      case "blockquote" -> tree.openQuote();
      case "table" -> table = tables.contains(element) ? new TableRows() : null;
      case "hr" -> tree.add(new Block.Rule());
      case "pre" -> {
        code(element);
        return FilterResult.SKIP_ENTIRELY;
      }
      case "figcaption" -> {
        return HtmlPicture.hasCaption(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
      }
      default -> {}
    }
    return FilterResult.CONTINUE;
  }

  private void openInTable(Element element, String name, TableRows rows) {
    switch (name) {
      case "tr" -> rows.openRow(element);
      case "td", "th" -> inline.take();
      default -> inline.breakLine();
    }
  }

  private void close(Element element) {
    String name = element.normalName();
    Mark mark = mark(element);
    if (mark != null) {
      inline.close(mark);
    } else if (element.isBlock() || name.equals("li") || name.equals("caption")) {
      closeBlock(element, name);
    } else if (name.equals("a")) {
      closeLink(element);
    } else if (name.equals("q")) {
      inline.add("»");
    }
  }

  private void closeBlock(Element element, String name) {
    if (table != null) {
      closeInTable(element, name, table);
      return;
    }
    endParagraph();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = 0;
      case "ul", "menu", "dir", "ol", "li", "blockquote" -> tree.close();
      default -> {}
    }
  }

  private void closeInTable(Element element, String name, TableRows rows) {
    switch (name) {
      case "td", "th" -> rows.addCell(element, inline.take());
      case "table" -> {
        if (!rows.isEmpty()) {
          tree.add(rows.table());
        }
        table = null;
      }
      case "caption" -> {
        List<Run> caption = inline.take();
        if (!caption.isEmpty()) {
          tree.add(new Block.Paragraph(caption));
        }
      }
      default -> {}
    }
  }

  private void endParagraph() {
    List<Run> runs = inline.take();
    if (!runs.isEmpty()) {
      tree.add(heading > 0 ? new Block.Heading(heading, runs) : new Block.Paragraph(runs));
    }
  }

  /** Two line breaks together are how many editors part paragraphs. */
  private void breakLine() {
    boolean second = !inline.breakLine();
    if (second && table == null && heading == 0) {
      endParagraph();
    }
  }

  private void openLink(Element element) {
    inline.openLink(SafeLink.of(element.attr("href")));
    linkedFrom = inline.length();
  }

  /** The address of a mail or telephone link is shown, unless the link's text is the address. */
  private void closeLink(Element element) {
    inline.closeLink();
    Optional<String> address = SafeLink.shownInstead(element.attr("href"));
    if (address.isPresent() && !inline.since(linkedFrom).contains(address.get())) {
      inline.add(inline.length() == 0 ? address.get() : " (" + address.get() + ")");
    }
  }

  private void picture(Element element) {
    HtmlPicture.symbol(element).ifPresent(inline::add);
    Optional<Block.Figure> figure = HtmlPicture.figure(element);
    if (figure.isPresent() && table == null) {
      endParagraph();
      tree.add(figure.get());
    }
  }

  private void code(Element element) {
    String text = element.wholeText();
    if (!text.isBlank()) {
      tree.add(new Block.Code(language(element), withoutOuterBreaks(CleanText.of(text))));
    }
  }

  private static @Nullable String language(Element pre) {
    Element code = pre.selectFirst("code[class*=language-]");
    String classes = code == null ? "" : code.className();
    int from = classes.indexOf("language-") + "language-".length();
    String name = code == null ? "" : classes.substring(from).split("\\s", 2)[0];
    return name.isEmpty() ? null : name;
  }

  private static String withoutOuterBreaks(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == '\n') {
      from++;
    }
    return text.substring(from).stripTrailing();
  }

  private static @Nullable Mark mark(Element element) {
    Mark mark = MARKS.get(element.normalName());
    return mark == null && element.normalName().equals("span") && element.hasClass("tg-spoiler")
        ? Mark.SPOILER
        : mark;
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("style").replace(" ", "").contains("display:none");
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
  }
}
