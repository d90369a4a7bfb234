package kz.zharshy.source.docx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Makes HTML of a Word document's text: headings, paragraphs, lists, tables, links, bold and the
 * like. What was deleted with changes tracked stays away, and so do pictures and text boxes.
 */
final class DocxText implements DocxXml.Listener {
  /** Elements of which nothing inside is the article's text. */
  private static final Set<String> ASIDE =
      Set.of("drawing", "pict", "object", "Fallback", "moveFrom", "del", "txbxContent", "sectPr");

  /** The tags of words, the outer ones first. */
  private static final List<String> MARKS = List.of("b", "i", "u", "s");

  /** Fields stand in fields, but not endlessly. */
  private static final int MOST_FIELDS = 20;

  /** A heading further down is that of a part. */
  private static final int TOP = 5;

  private static final Pattern FIELD = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*");

  private final DocxTables tables;
  private final Element body = Document.createShell("").body();
  private final List<Piece> top = new ArrayList<>();

  /** The entry that is open on each level of a list. */
  private final Deque<Element> entries = new ArrayDeque<>();

  private int aside;
  private int tableDepth;
  private Element table = new Element("table");
  private boolean inText;
  private boolean inInstruction;
  private final StringBuilder instruction = new StringBuilder();
  private final Deque<Optional<String>> fields = new ArrayDeque<>();
  private @Nullable String link;

  // Of the paragraph and of the run that is being read.
  private Element paragraph = new Element("p");
  private String style = "";
  private @Nullable String list;
  private int level;
  private boolean inParagraphLook;
  private boolean inRunLook;
  private final Set<String> marks = new HashSet<>();

  /**
   * One of the first paragraphs with words.
   *
   * @param heading the level of a heading; 0 for others
   */
  private record Piece(Element element, String words, int heading) {}

  DocxText(DocxTables tables) {
    this.tables = tables;
  }

  /** The title or highest heading, or else the first words, taken out of the text; may be empty. */
  String headline() {
    Optional<Piece> found =
        top.stream()
            .filter(piece -> piece.heading() == 1)
            .findFirst()
            .or(() -> top.stream().findFirst());
    found.map(Piece::element).ifPresent(DocxText::takeOut);
    return found.map(Piece::words).orElse("");
  }

  /** The rest, once the headline was asked for. */
  String body() {
    Document document = body.ownerDocument();
    if (document != null) {
      document.outputSettings(new OutputSettings().prettyPrint(false));
    }
    return body.html();
  }

  /** Of an entry in a list, the entries below it stay. */
  private static void takeOut(Element element) {
    if (element.normalName().equals("li")) {
      List.copyOf(element.childNodes()).stream()
          .filter(node -> !node.normalName().equals("ul") && !node.normalName().equals("ol"))
          .forEach(Node::remove);
    } else {
      element.remove();
    }
  }

  @Override
  public void begins(String name, XMLStreamReader element) {
    if (aside > 0 || ASIDE.contains(name)) {
      aside++;
      return;
    }
    switch (name) {
      case "p" -> beginParagraph();
      case "pStyle" -> style = DocxXml.attribute(element, "val");
      case "numId" -> list = DocxXml.attribute(element, "val");
      case "ilvl" -> level = number(DocxXml.attribute(element, "val"));
      case "r" -> marks.clear();
      case "pPr" -> inParagraphLook = true;
      case "rPr" -> inRunLook = true;
      case "t" -> inText = true;
      case "instrText" -> inInstruction = true;
      // Among a paragraph's properties it is the place of a tabulator.
      case "tab" -> say(inParagraphLook ? "" : " ");
      case "br", "cr" -> paragraph.appendChild(new Element("br"));
      case "noBreakHyphen" -> say("-");
      case "hyperlink" -> link = tables.link(DocxXml.attribute(element, "id")).orElse(null);
      case "fldChar" -> field(DocxXml.attribute(element, "fldCharType"));
      case "tbl", "tr", "tc" -> beginOfTable(name);
      default -> look(name, element);
    }
  }

  private void look(String name, XMLStreamReader element) {
    String mark = name.equals("strike") ? "s" : name;
    if (inRunLook && MARKS.contains(mark) && DocxXml.isOn(element)) {
      marks.add(mark);
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
      case "pPr" -> inParagraphLook = false;
      case "rPr" -> inRunLook = false;
      case "t" -> inText = false;
      case "instrText" -> inInstruction = false;
      case "hyperlink" -> link = null;
      case "tbl", "tr", "tc" -> endOfTable(name);
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
    if (text.isEmpty()) {
      return;
    }
    String address =
        link == null ? fields.stream().flatMap(Optional::stream).findFirst().orElse(null) : link;
    Element at = paragraph;
    if (address != null) {
      at = within(at, "a").attr("href", address);
    }
    for (String mark : MARKS) {
      // A link is underlined by Word, not by its writer.
      boolean meant = address == null || !mark.equals("u");
      at = meant && marks.contains(mark) ? within(at, mark) : at;
    }
    at.appendText(text);
  }

  private static Element within(Element outer, String tag) {
    Element inner = new Element(tag);
    outer.appendChild(inner);
    return inner;
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

  private void beginParagraph() {
    style = "";
    list = null;
    level = 0;
  }

  private void endParagraph() {
    Element ended = paragraph;
    paragraph = new Element("p");
    boolean entry =
        tableDepth == 0 && tables.headingLevel(style) == 0 && list != null && !list.equals("0");
    if (tableDepth == 0 && !entry) {
      entries.clear();
    }
    String words = CleanText.line(ended.wholeText());
    if (words.isBlank()) {
      return;
    }
    if (tableDepth > 0) {
      endLineOfCell(ended);
      return;
    }
    int heading = tables.headingLevel(style);
    if (entry) {
      endEntry(ended.tagName("li"), tables.isNumbered(String.valueOf(list)) ? "ol" : "ul");
    } else {
      // The headline is the highest heading, and those of the text are below it.
      String other = tables.isQuote(style) ? "blockquote" : "p";
      body.appendChild(ended.tagName(heading > 0 ? "h" + Math.min(heading + 1, 6) : other));
    }
    if (top.size() < TOP) {
      top.add(new Piece(ended, words, heading));
    }
  }

  private void endEntry(Element entry, String kind) {
    while (entries.size() > level + 1) {
      entries.pop();
    }
    Element sibling = entries.size() == level + 1 ? entries.pop() : null;
    Element same = sibling == null ? null : sibling.parent();
    if (same == null || !same.normalName().equals(kind)) {
      while (entries.size() < level) {
        entries.push(within(within(holder(), kind), "li"));
      }
      same = within(holder(), kind);
    }
    same.appendChild(entry);
    entries.push(entry);
  }

  private Element holder() {
    return entries.isEmpty() ? body : entries.element();
  }

  /** A table in a cell is read as lines of that cell. */
  private void beginOfTable(String name) {
    tableDepth += name.equals("tbl") ? 1 : 0;
    if (tableDepth == 1) {
      if (name.equals("tbl")) {
        entries.clear();
        table = within(body, "table");
      } else {
        table = within(table, name.equals("tr") ? "tr" : "td");
      }
    }
  }

  private void endLineOfCell(Element ended) {
    if (table.childNodeSize() > 0) {
      within(table, "br");
    }
    table.appendChildren(List.copyOf(ended.childNodes()));
  }

  private void endOfTable(String name) {
    Element outer = table.parent();
    if (tableDepth == 1 && !name.equals("tbl") && outer != null) {
      table = outer;
    }
    tableDepth -= name.equals("tbl") ? 1 : 0;
  }

  private static int number(String digits) {
    return digits.matches("[0-8]") ? Integer.parseInt(digits) : 0;
  }
}
