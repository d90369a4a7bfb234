package kz.zharshy.source.docx;

import javax.xml.stream.XMLStreamException;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;

/**
 * Reads an article from a Word document. The headline is the title or the first heading of the
 * highest level, else the first line; the body becomes HTML.
 */
public final class DocxArticleReader {
  private DocxArticleReader() {}

  /**
   * The article.
   *
   * @throws UnreadableException if the document cannot be read, or says nothing
   */
  public static Draft read(SourceText source) throws UnreadableException {
    return DocxFile.read(source, file -> read(source, file));
  }

  private static Draft read(SourceText source, DocxFile file) throws UnreadableException {
    try {
      DocxText text = new DocxText(new DocxTables(file));
      DocxXml.walk(file.part(DocxFile.BODY).orElseThrow(), text);
      String headline = text.headline();
      if (headline.isEmpty()) {
        throw new UnreadableException(ReasonCode.EMPTY, source.name());
      }
      return Draft.of(
          Content.builder(headline, CleanText.of(text.body())).bodyFormat(BodyFormat.HTML).build());
    } catch (XMLStreamException e) {
      throw DocxFile.broken(source);
    }
  }
}
