package kz.zharshy.source.body;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import kz.zharshy.source.HtmlTree;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Reads HTML into blocks in one walk that never calls itself, however deep the nesting. */
public final class HtmlBlocks implements NodeFilter {
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

  private static final String LAYS_OUT = "p, br, div, table, ul, ol, h1, h2, h3, h4, h5, h6";

  private final Set<Element> tables;
  private final FigureCaption captions = new FigureCaption();
  private final ParagraphWriter writer = new ParagraphWriter();
  private @Nullable TableRows table;
  private int verbatim;

  private HtmlBlocks(Element body) {
    tables = DataTables.in(body);
  }

  /**
   * The blocks of this HTML, whole page or piece. Where nothing in it lays out paragraphs or lines,
   * its line breaks do, as in the HTML that Telegram knows and in what editors' programs store.
   */
  static List<Block> of(String html) {
    Element body = parsed(html);
    HtmlBlocks reader = new HtmlBlocks(body);
    reader.verbatim = body.selectFirst(LAYS_OUT) == null ? 1 : 0;
    return reader.read(body);
  }

  /** The blocks of HTML in which a line break is never more than a space. */
  static List<Block> ofFlowing(String html) {
    Element body = parsed(html);
    return new HtmlBlocks(body).read(body);
  }

  private static Element parsed(String html) {
    return HtmlTree.of(html, "").body();
  }

  private List<Block> read(Element body) {
    NodeTraversor.filter(this, body);
    return writer.blocks();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text.getWholeText());
    } else if (node instanceof Element element) {
      FilterResult result = open(element, element.normalName());
      verbatim += result == FilterResult.CONTINUE && keepsSpaces(element) ? 1 : 0;
      return result;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element, element.normalName());
      verbatim -= keepsSpaces(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private void text(String text) {
    if (verbatim == 0) {
      writer.text(text);
      return;
    }
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        breakLine();
      }
      writer.verbatim(lines[i]);
    }
  }

  private FilterResult open(Element element, String name) {
    if (NOT_SHOWN.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    Mark mark = mark(element, name);
    if (mark != null) {
      writer.open(mark);
      return FilterResult.CONTINUE;
    }
    if (element.isBlock()) {
      return openBlock(element, name);
    }
    switch (name) {
      case "a" -> writer.openLink(element.attr("href"));
      case "br" -> breakLine();
      case "img" -> picture(element);
      case "q" -> writer.text("«");
      case "sup", "sub" -> {
        writer.text(Superscripts.of(element));
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
    writer.endParagraph();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.openHeading(name.charAt(1) - '0');
      case "ul", "menu", "dir" -> writer.tree().openList(false, 1);
      case "ol" -> writer.tree().openList(true, start(element));
      case "li" -> writer.tree().openItem();
      case "blockquote" -> writer.tree().openQuote(element.hasAttr("expandable"));
      case "table" -> table = tables.contains(element) ? new TableRows() : null;
      case "hr" -> writer.tree().add(new Block.Rule());
      case "figure" -> captions.open(element);
      default -> {
        return openLeaf(element, name);
      }
    }
    return FilterResult.CONTINUE;
  }

  /** What is shown as a whole, or not at all. */
  private FilterResult openLeaf(Element element, String name) {
    if (name.equals("pre")) {
      writer.code(language(element), element.wholeText());
      return FilterResult.SKIP_ENTIRELY;
    }
    return captions.isCaption(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
  }

  private void openInTable(Element element, String name, TableRows rows) {
    switch (name) {
      case "tr" -> rows.openRow(element);
      case "td", "th" -> writer.takeRuns();
      default -> writer.breakLineWithin();
    }
  }

  private void close(Element element, String name) {
    Mark mark = mark(element, name);
    if (mark != null) {
      writer.close(mark);
    } else if (element.isBlock()) {
      closeBlock(element, name);
    } else if (name.equals("a")) {
      writer.closeLink(element.attr("href"));
    } else if (name.equals("q")) {
      writer.text("»");
    }
  }

  private void closeBlock(Element element, String name) {
    if (table != null) {
      closeInTable(element, name, table);
      return;
    }
    writer.endParagraph();
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.closeHeading();
      case "ul", "menu", "dir", "ol", "li", "blockquote" -> writer.tree().close();
      default -> {}
    }
  }

  private void closeInTable(Element element, String name, TableRows rows) {
    switch (name) {
      case "td", "th" -> rows.addCell(element, writer.takeRuns());
      case "caption" -> addCaption(writer.takeRuns());
      case "table" -> {
        if (!rows.isEmpty()) {
          writer.tree().add(rows.table());
        }
        table = null;
      }
      default -> {}
    }
  }

  private void addCaption(List<Run> caption) {
    if (!caption.isEmpty()) {
      writer.tree().add(new Block.Paragraph(caption));
    }
  }

  private void breakLine() {
    if (table == null) {
      writer.breakLine();
    } else {
      writer.breakLineWithin();
    }
  }

  private void picture(Element element) {
    HtmlPicture.symbol(element).ifPresent(writer::text);
    Optional<Media> picture = HtmlPicture.of(element, captions.take());
    if (table == null) {
      picture.ifPresent(writer::picture);
    }
  }

  private static @Nullable String language(Element pre) {
    Element code = pre.selectFirst("code[class*=language-]");
    String classes = code == null ? "" : code.className();
    int from = classes.indexOf("language-") + "language-".length();
    String name = code == null ? "" : classes.substring(from).split("\\s", 2)[0];
    return name.isEmpty() ? null : name;
  }

  private static @Nullable Mark mark(Element element, String name) {
    Mark mark = MARKS.get(name);
    boolean spoiler = mark == null && name.equals("span") && element.hasClass("tg-spoiler");
    return spoiler ? Mark.SPOILER : mark;
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden") || style(element).contains("display:none");
  }

  private static boolean keepsSpaces(Element element) {
    return style(element).contains("white-space:pre-wrap");
  }

  private static String style(Element element) {
    return element.attr("style").replace(" ", "");
  }

  private static int start(Element list) {
    String start = list.attr("start");
    return start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
  }
}
