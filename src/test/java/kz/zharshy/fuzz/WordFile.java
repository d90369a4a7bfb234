package kz.zharshy.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word document with a heading, a list, a table and a link. */
final class WordFile {
  static final String BODY =
      """
      <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w" xmlns:r="urn:r"><w:body>\
      <w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>Көпір ашылды</w:t></w:r></w:p>\
      <w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Қозғалыс </w:t></w:r>\
      <w:hyperlink r:id="rId7"><w:r><w:t>басталды</w:t></w:r></w:hyperlink></w:p>\
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>\
      <w:r><w:t>бір</w:t></w:r></w:p>\
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>күн</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
      </w:body></w:document>""";

  private WordFile() {}

  static byte[] plain() {
    return of(BODY.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] of(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
