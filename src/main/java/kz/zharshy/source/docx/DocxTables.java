package kz.zharshy.source.docx;

import java.util.HashMap;
import java.util.HashSet;
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
final class DocxTables {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

  /** The names of the styles by their ids; the ids are in the language of whose Word it was. */
  private final Map<String, String> styles = new HashMap<>();

  private final Map<String, String> links = new HashMap<>();
  private final Set<String> numbered = new HashSet<>();

  DocxTables(DocxFile file) throws XMLStreamException {
    Optional<byte[]> known = file.part(DocxFile.STYLES);
    if (known.isPresent()) {
      DocxXml.walk(known.get(), new Styles());
    }
    known = file.part(DocxFile.LINKS);
    if (known.isPresent()) {
      DocxXml.walk(known.get(), new Links());
    }
    known = file.part(DocxFile.LISTS);
    if (known.isPresent()) {
      DocxXml.walk(known.get(), new Lists());
    }
  }

  /** 1 for the title, 2 and more for what is below it; 0 for what is no heading. */
  int headingLevel(String style) {
    String name = name(style);
    if (name.equals("title")) {
      return 1;
    }
    Matcher heading = HEADING.matcher(name);
    return heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
  }

  /** Whether a style is one for quotations. */
  boolean isQuote(String style) {
    return name(style).contains("quote");
  }

  private String name(String style) {
    return styles
        .getOrDefault(style, style.replaceFirst("^Heading", "heading "))
        .toLowerCase(Locale.ROOT);
  }

  /** Whether the entries of a list have numbers, on its first level. */
  boolean isNumbered(String list) {
    return numbered.contains(list);
  }

  /** The address of a link; empty if it leads nowhere that may be opened. */
  Optional<String> link(String id) {
    return SafeLink.of(links.getOrDefault(id, ""));
  }

  private final class Styles implements DocxXml.Listener {
    private String id = "";

    @Override
    public void begins(String name, XMLStreamReader element) {
      if (name.equals("style")) {
        id = DocxXml.attribute(element, "styleId");
      } else if (name.equals("name")) {
        styles.putIfAbsent(id, DocxXml.attribute(element, "val"));
      }
    }
  }

  private final class Links implements DocxXml.Listener {
    @Override
    public void begins(String name, XMLStreamReader element) {
      if (name.equals("Relationship")) {
        links.put(DocxXml.attribute(element, "Id"), DocxXml.attribute(element, "Target"));
      }
    }
  }

  /** First the kinds of list are described, then the lists, each of a kind. */
  private final class Lists implements DocxXml.Listener {
    private final Set<String> numberedKinds = new HashSet<>();
    private String kind = "";
    private String level = "";
    private String list = "";

    @Override
    public void begins(String name, XMLStreamReader element) {
      switch (name) {
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
}
