package kz.zharshy.source.docx;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.zharshy.source.CharacterSet;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;

/** Walks over the XML of a Word document; nothing outside of it is ever asked for. */
final class DocxXml {
  private DocxXml() {}

  /** What is told of the elements, in their order. */
  interface Listener {
    default void begins(String name, XMLStreamReader element) {}

    default void ends(String name) {}

    default void says(String text) {}
  }

  /**
   * Tells of each element by its name without the prefix. Throws {@link XMLStreamException} if it
   * is no sound XML, or brings a document type along, as no Word document does.
   */
  static void walk(byte[] xml, Listener listener) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(xml)));
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> listener.begins(reader.getLocalName(), reader);
          case XMLStreamConstants.END_ELEMENT -> listener.ends(reader.getLocalName());
          case XMLStreamConstants.CHARACTERS -> listener.says(reader.getText());
          case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
          default -> {
            // Remarks and the like say nothing.
          }
        }
      }
    } finally {
      reader.close();
    }
  }

  /** The parser itself would write of letters that it cannot read to the terminal. */
  private static String text(byte[] xml) throws XMLStreamException {
    try {
      return CharacterSet.decode(new SourceText(DocxFile.BODY, xml));
    } catch (UnreadableException e) {
      throw new XMLStreamException(e);
    }
  }

  /** An attribute by its name without the prefix; empty where there is none. */
  static String attribute(XMLStreamReader element, String name) {
    for (int i = 0; i < element.getAttributeCount(); i++) {
      if (element.getAttributeLocalName(i).equals(name)) {
        return element.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether a property such as bold is set; it may stand there to take it away. */
  static boolean isOn(XMLStreamReader element) {
    String value = attribute(element, "val");
    return !value.equals("0")
        && !value.equals("false")
        && !value.equals("off")
        && !value.equals("none");
  }
}
