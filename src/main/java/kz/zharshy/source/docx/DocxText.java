package kz.zharshy.source.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import kz.zharshy.source.SafeLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML of a Word document's text: headings, paragraphs, lists, tables, links, bold and the
 * like. What was deleted with changes tracked stays away, and so do pictures and text boxes.
 */
final class DocxText implements DocxXml.Listener {
  /** Elements of which nothing inside is the article's text. */
  private static final Set<String> ASIDE =
      Set.of("drawing", "pict", "object", "Fallback", "moveFrom", "del", "txbxContent", "sectPr");

  /** Fields stand in fields, but not endlessly. */
  private static final int MOST_FIELDS = 20;

  private static final Pattern FIELD = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*");

  private final DocxTables tables;
  private final DocxHtml html = new DocxHtml();

  private int aside;
  private int table;
  private boolean inText;
  private boolean inInstruction;
  private final StringBuilder instruction = new StringBuilder();
  private final Deque<Optional<String>> fields = new ArrayDeque<>();
  private @Nullable String link;

  // Of the paragraph and of the run that is being read.
  private String style = "";
  private @Nullable String list;
  private int level;
  private boolean inLook;
  private boolean inRunLook;
  private DocxHtml.Look look = DocxHtml.Look.PLAIN;

  DocxText(DocxTables tables) {
    this.tables = tables;
  }

  /** The headline, taken out of the text; empty if the document says nothing. */
  String headline() {
    return html.headline();
  }

  /** The rest, once the headline was asked for. */
  String body() {
    return html.body();
  }

  @Override
  public void begins(String name, XMLStreamReader element) {
    if (aside > 0 || ASIDE.contains(name)) {
      aside++;
      return;
    }
    switch (name) {
      case "p" -> paragraph();
      case "pStyle" -> style = DocxXml.attribute(element, "val");
      case "numId" -> list = DocxXml.attribute(element, "val");
      case "ilvl" -> level = number(DocxXml.attribute(element, "val"));
      case "r" -> look = DocxHtml.Look.PLAIN;
      case "pPr" -> inLook = true;
      case "rPr" -> inRunLook = true;
      case "t" -> inText = true;
      case "instrText" -> inInstruction = true;
      // Among a paragraph's properties it is the place of a tabulator.
      case "tab" -> say(inLook ? "" : " ");
      case "br", "cr" -> html.breakLine();
      case "noBreakHyphen" -> say("-");
      case "hyperlink" -> link = tables.link(DocxXml.attribute(element, "id")).orElse(null);
      case "fldChar" -> field(DocxXml.attribute(element, "fldCharType"));
      case "tbl", "tr", "tc" -> tableBegins(name);
      default -> look(name, element);
    }
  }

  private void look(String name, XMLStreamReader element) {
    if (inRunLook && DocxXml.isOn(element)) {
      look =
          switch (name) {
            case "b" -> look.with(DocxHtml.Mark.BOLD);
            case "i" -> look.with(DocxHtml.Mark.ITALIC);
            case "u" -> look.with(DocxHtml.Mark.UNDERLINED);
            case "strike" -> look.with(DocxHtml.Mark.STRUCK);
            default -> look;
          };
    }
  }

  @Override
  public void ends(String name) {
    if (aside > 0) {
      aside--;
      return;
    }
    switch (name) {
      case "p" -> endParagraph();
      case "pPr" -> inLook = false;
      case "rPr" -> inRunLook = false;
      case "t" -> inText = false;
      case "instrText" -> inInstruction = false;
      case "hyperlink" -> link = null;
      case "tbl", "tr", "tc" -> tableEnds(name);
      default -> {
        // Nothing to be done.
      }
    }
  }

  @Override
  public void says(String text) {
    if (aside == 0 && inText) {
      say(text);
    } else if (aside == 0 && inInstruction) {
      instruction.append(text);
    }
  }

  private void say(String text) {
    String address =
        link == null ? fields.stream().flatMap(Optional::stream).findFirst().orElse(null) : link;
    // A link is underlined by Word, not by its writer.
    html.say(text, address == null ? look : look.without(DocxHtml.Mark.UNDERLINED), address);
  }

  /** A field says what it is, then what it shows. */
  private void field(String type) {
    switch (type) {
      case "begin" -> {
        instruction.setLength(0);
        if (fields.size() < MOST_FIELDS) {
          fields.push(Optional.empty());
        }
      }
      case "separate" -> {
        Matcher matcher = FIELD.matcher(instruction);
        if (matcher.matches() && !fields.isEmpty()) {
          fields.pop();
          fields.push(SafeLink.of(matcher.group(1)));
        }
      }
      case "end" -> fields.poll();
      default -> {
        // There is no other.
      }
    }
  }

  private void paragraph() {
    style = "";
    list = null;
    level = 0;
  }

  private void endParagraph() {
    if (table > 0) {
      html.endLineOfCell();
      return;
    }
    int heading = tables.headingLevel(style);
    if (heading > 0) {
      html.endHeading(heading);
    } else if (list != null && !list.equals("0")) {
      html.endEntry(level, tables.isNumbered(list));
    } else {
      html.endParagraph(tables.isQuote(style));
    }
  }

  /** A table in a cell is read as lines of that cell. */
  private void tableBegins(String name) {
    table += name.equals("tbl") ? 1 : 0;
    if (table == 1) {
      html.tableBegins(name);
    }
  }

  private void tableEnds(String name) {
    if (table == 1) {
      html.tableEnds(name);
    }
    table -= name.equals("tbl") ? 1 : 0;
  }

  private static int number(String digits) {
    return digits.matches("[0-8]") ? Integer.parseInt(digits) : 0;
  }
}
