package kz.zharshy.source.docx;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.language.Language;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocxArticleReaderTest {
  private static final String BEGIN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\""
          + " xmlns:mc=\"urn:mc\"><w:body>";

  private static final String END = "<w:sectPr><w:t>x</w:t></w:sectPr></w:body></w:document>";

  private final ArticleReader reader = new ArticleReader(ZoneId.of("Asia/Almaty"));

  @Test
  void theTitleIsTheHeadlineAndTheRestTheText() throws Exception {
    Content content =
        read(
            paragraph("", run("", "Экономика"))
                + paragraph(style("a3"), run("", "Новый мост "), run("<w:b/>", "открыт"))
                + paragraph("", run("", "Движение началось "), run("<w:i/>", "утром"), run("", "."))
                + paragraph(style("2"), run("", "Как ехать"))
                + paragraph("", run("<w:b/><w:i w:val=\"0\"/>", "По & через <мост>")));

    assertThat(content.title()).isEqualTo("Новый мост открыт");
    assertThat(content.bodyFormat()).isEqualTo(BodyFormat.HTML);
    assertThat(content.language()).isEqualTo(Language.RU);
    assertThat(content.body())
        .isEqualTo(
            "<p>Экономика</p><p>Движение началось <i>утром</i>.</p><h3>Как ехать</h3>"
                + "<p><b>По &amp; через &lt;мост&gt;</b></p>");
  }

  @Test
  void withoutAHeadingTheFirstWordsAreTheHeadline() throws Exception {
    Content content =
        read(
            paragraph("", run("", " "))
                + paragraph("", run("<w:b/>", "Көпір ашылды"))
                + paragraph("", run("", "Қозғалыс басталды.")));

    assertThat(content.title()).isEqualTo("Көпір ашылды");
    assertThat(content.body()).isEqualTo("<p>Қозғалыс басталды.</p>");
  }

  @Test
  void listsTablesLinksAndLineBreaksAreKept() throws Exception {
    String cell = "<w:tc>" + paragraph("", run("", "%s")) + "</w:tc>";
    Content content =
        read(
            paragraph(style("a3"), run("", "Курсы"))
                + paragraph(entry("1", 0), run("", "один"))
                + paragraph(entry("1", 1), run("", "внутри"))
                + paragraph(entry("1", 0), run("", "два"))
                + paragraph(entry("2", 0), run("", "первый"))
                + "<w:p><w:hyperlink r:id=\"rId7\">"
                + run("<w:u w:val=\"single\"/>", "сайт")
                + "</w:hyperlink><w:hyperlink r:id=\"rId8\">"
                + run("", ", опасно")
                + "</w:hyperlink><w:r><w:br/><w:t>ниже</w:t></w:r></w:p>"
                + "<w:tbl><w:tr>"
                + cell.formatted("USD")
                + cell.formatted("475")
                + "</w:tr></w:tbl>");

    assertThat(content.body())
        .isEqualTo(
            "<ul><li>один<ul><li>внутри</li></ul></li><li>два</li></ul><ol><li>первый</li></ol>"
                + "<p><a href=\"https://example.kz/a?b=1&amp;c=2\">сайт</a>, опасно<br>ниже</p>"
                + "<table><tr><td>USD</td><td>475</td></tr></table>");
  }

  @Test
  void aLinkThatIsAFieldIsKept() throws Exception {
    String field = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";
    Content content =
        read(
            paragraph("", run("", "Заголовок"))
                + paragraph(
                    "",
                    field.formatted("begin"),
                    "<w:r><w:instrText> HYPERLINK \"https://example.kz/\" </w:instrText></w:r>",
                    field.formatted("separate"),
                    run("", "сайт"),
                    field.formatted("end"),
                    run("", " тут")));

    assertThat(content.body()).isEqualTo("<p><a href=\"https://example.kz/\">сайт</a> тут</p>");
  }

  @Test
  void whatWasDeletedAndWhatIsAsideStaysAway() throws Exception {
    Content content =
        read(
            paragraph("", run("", "Заголовок"))
                + "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>"
                + "<w:del><w:r><w:delText>старое</w:delText><w:t>старое</w:t></w:r></w:del>"
                + "<w:ins><w:r><w:t>новое</w:t></w:r></w:ins><mc:AlternateContent><mc:Choice>"
                + "<w:drawing><w:t>рисунок</w:t></w:drawing></mc:Choice><mc:Fallback><w:r>"
                + "<w:t>дважды</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>");

    assertThat(content.body()).isEqualTo("<p>новое</p>");
  }

  @ParameterizedTest
  @CsvSource({"story.docx", "STORY.DOCX", "-", "story"})
  void itIsKnownByItsNameOrItsBytes(String name) throws Exception {
    byte[] bytes = archive(BEGIN + paragraph("", run("", "Заголовок")) + END);

    assertThat(reader.read(new SourceText(name, bytes)).get(0).content().title())
        .isEqualTo("Заголовок");
  }

  @Test
  void anOldDocumentIsRefusedWithWhatToDo() {
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
    assertThatThrownBy(() -> reader.read(new SourceText("story.doc", old)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("story.doc is an old Word document. Save it in Word as .docx.");
  }

  @Test
  void lettersThatAreNoUtf8AreReadAsTheyCanBe() throws Exception {
    byte[] body =
        (BEGIN + paragraph("", run("", "Мост")) + END).getBytes(Charset.forName("windows-1251"));
    byte[] word = zip(Map.of("word/document.xml", body));

    assertThat(reader.read(new SourceText("story.docx", word)).get(0).content().title())
        .isEqualTo("Мост");
  }

  @Test
  void aLockedDocumentIsRefusedWithWhatToDo() {
    byte[] words = "....EncryptedPackage".getBytes(UTF_16LE);
    byte[] locked = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 100);
    System.arraycopy(words, 0, locked, 40, words.length);
    assertThatThrownBy(() -> reader.read(new SourceText("story.docx", locked)))
        .hasMessage(
            "story.docx is locked with a password. Take the password off in Word and save it"
                + " anew.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Just words", "<w:p>", ""})
  void whatIsNoArchiveIsRefused(String text) {
    assertThatThrownBy(() -> reader.read(new SourceText("story.docx", text.getBytes(UTF_8))))
        .hasMessage(
            "story.docx is broken or cut off. Open it in Word, save it anew as .docx, try again.");
  }

  @Test
  void whatIsCutOffOrNoSoundXmlIsRefused() throws Exception {
    byte[] whole = archive(BEGIN + paragraph("", run("", "Заголовок")) + END);
    for (byte[] bad :
        new byte[][] {
          Arrays.copyOf(whole, 200), archive(BEGIN + "<w:p><w:r>"), archive("no XML at all")
        }) {
      assertThatThrownBy(() -> reader.read(new SourceText("story.docx", bad)))
          .hasMessageStartingWith("story.docx is broken or cut off.");
    }
  }

  @Test
  void anotherArchiveIsRefused() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("xl/workbook.xml", "<x/>".getBytes(UTF_8));
    assertThatThrownBy(() -> reader.read(new SourceText("budget.zip", zip(files))))
        .hasMessage("budget.zip holds no Word document. Save it in Word as .docx.");
  }

  @Test
  void nothingOutsideIsAskedForAndNothingIsExpanded() throws Exception {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY a \"ha\"><!ENTITY b"
            + " SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r>"
            + "<w:t>A&a;&b;</w:t></w:r></w:p></w:body></w:document>";
    assertThatThrownBy(() -> reader.read(new SourceText("story.docx", archive(bomb))))
        .hasMessageStartingWith("story.docx is broken or cut off.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/document.xml", "word/media/image1.png"})
  void anArchiveThatFillsTheMemoryIsRefused(String name) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name, new byte[name.endsWith("png") ? 210_000_000 : 17_000_000]);
    assertThatThrownBy(() -> reader.read(new SourceText("story.docx", zip(files))))
        .hasMessage("story.docx unpacks to far more than an article. Send the text alone.");
  }

  @Test
  void anEmptyDocumentSaysSo() {
    assertThatThrownBy(
            () -> reader.read(new SourceText("story.docx", archive(BEGIN + "<w:p/>" + END))))
        .hasMessage("story.docx is empty. Put a headline and a text in it.");
  }

  private Content read(String paragraphs) throws Exception {
    byte[] bytes = archive(BEGIN + paragraphs + END);
    return reader.read(new SourceText("story.docx", bytes)).get(0).content();
  }

  private static String paragraph(String look, String... runs) {
    return "<w:p><w:pPr>" + look + "</w:pPr>" + String.join("", runs) + "</w:p>";
  }

  private static String style(String id) {
    return "<w:pStyle w:val=\"%s\"/>".formatted(id);
  }

  private static String entry(String list, int level) {
    return "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%s\"/></w:numPr>"
        .formatted(level, list);
  }

  private static String run(String look, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    return "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
        .formatted(look, escaped);
  }

  private static byte[] archive(String document) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
    files.put("word/document.xml", document.getBytes(UTF_8));
    String links =
        """
        <Relationships>
          <Relationship Id="rId7" Target="https://example.kz/a?b=1&amp;c=2" TargetMode="External"/>
          <Relationship Id="rId8" Target="javascript:alert(1)" TargetMode="External"/>
        </Relationships>
        """;
    files.put("word/_rels/document.xml.rels", links.getBytes(UTF_8));
    String styles =
        """
        <w:styles xmlns:w="urn:w">
          <w:style w:styleId="a3"><w:name w:val="Title"/></w:style>
          <w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>
        </w:styles>
        """;
    files.put("word/styles.xml", styles.getBytes(UTF_8));
    String lists =
        """
        <w:numbering xmlns:w="urn:w">
          <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
          </w:abstractNum>
          <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
          </w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        </w:numbering>
        """;
    files.put("word/numbering.xml", lists.getBytes(UTF_8));
    return zip(files);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
