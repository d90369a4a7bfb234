package kz.zharshy.source.docx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.zharshy.source.SafeLink;

/** What a Word document's text refers to: its styles, its lists and its links. */
final class DocxTables implements DocxXml.Listener {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

  /** The names of the styles by their ids; the ids are in the language of whose Word it was. */
  private final Map<String, String> styles = new HashMap<>();

  private final Map<String, String> links = new HashMap<>();
  private final Set<String> numbered = new HashSet<>();
  private final Set<String> numberedKinds = new HashSet<>();

  // What the elements that are being read belong to.
  private String style = "";
  private String kind = "";
  private String level = "";
  private String list = "";

  DocxTables(DocxFile file) throws XMLStreamException {
    for (String name : List.of(DocxFile.STYLES, DocxFile.LINKS, DocxFile.LISTS)) {
      Optional<byte[]> part = file.part(name);
      if (part.isPresent()) {
        DocxXml.walk(part.get(), this);
      }
    }
  }

  /** 1 for the title, 2 and more for what is below it; 0 for what is no heading. */
  int headingLevel(String id) {
    String name = name(id);
    if (name.equals("title")) {
      return 1;
    }
    Matcher heading = HEADING.matcher(name);
    return heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
  }

  /** Whether a style is one for quotations. */
  boolean isQuote(String id) {
    return name(id).contains("quote");
  }

  private String name(String id) {
    return styles
        .getOrDefault(id, id.replaceFirst("^Heading", "heading "))
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the entries of a list have numbers, on its first level. */
  boolean isNumbered(String id) {
    return numbered.contains(id);
  }

  /** The address of a link; empty if it leads nowhere that may be opened. */
  Optional<String> link(String id) {
    return SafeLink.of(links.getOrDefault(id, ""));
  }

  /** Of lists, first the kinds are described, then the lists, each of a kind. */
  @Override
  public void begins(String name, XMLStreamReader element) {
    switch (name) {
      case "style" -> style = DocxXml.attribute(element, "styleId");
      case "name" -> styles.putIfAbsent(style, DocxXml.attribute(element, "val"));
      case "Relationship" ->
          links.put(DocxXml.attribute(element, "Id"), DocxXml.attribute(element, "Target"));
      case "abstractNum" -> kind = DocxXml.attribute(element, "abstractNumId");
      case "lvl" -> level = DocxXml.attribute(element, "ilvl");
      case "num" -> list = DocxXml.attribute(element, "numId");
      case "numFmt" -> {
        String format = DocxXml.attribute(element, "val");
        if (level.equals("0") && !format.equals("bullet") && !format.equals("none")) {
          numberedKinds.add(kind);
        }
      }
      case "abstractNumId" -> {
        if (numberedKinds.contains(DocxXml.attribute(element, "val"))) {
          numbered.add(list);
        }
      }
      default -> {
        // The rest is about looks.
      }
    }
  }
}
