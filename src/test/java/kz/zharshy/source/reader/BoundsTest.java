package kz.zharshy.source.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.feed.FeedReader;
import org.junit.jupiter.api.Test;

/** What would fill the memory is refused in words, before anything is built of it. */
final class BoundsTest {
  private static final long LITTLE = 128L << 20;

  private final ArticleReader articles = new ArticleReader(ZoneId.of("UTC"));
  private final FeedReader feeds = new FeedReader(ZoneId.of("UTC"));

  @Test
  void aFeedOfAMillionElements() {
    String feed = "<rss><channel>" + "<a/>".repeat(1_200_000) + "</channel></rss>";
    refused("https://news.kz/feed", feed, ReasonCode.TOO_MUCH_AT_ONCE, feeds::count);
  }

  @Test
  void aFeedOfJsonOfAMillionValues() {
    String feed = "{\"items\": [" + "0,".repeat(2_000_000) + "0]}";
    refused("https://news.kz/feed.json", feed, ReasonCode.TOO_MUCH_AT_ONCE, feeds::count);
  }

  @Test
  void jsonOfAMillionObjects() {
    String json = "[" + "{},".repeat(1_000_000) + "{}]";
    refused("many.json", json, ReasonCode.TOO_MUCH_AT_ONCE, articles::read);
  }

  @Test
  void aPageOfAMillionTags() {
    String page = "<h1>Snow</h1>" + "<i>".repeat(1_000_000);
    refused("page.html", page, ReasonCode.TOO_MUCH_AT_ONCE, articles::read);
  }

  @Test
  void markdownWhoseFrontMatterIsALongList() {
    String text = "---\ntags:\n" + "- a\n".repeat(900_000) + "---\n# Snow\n\nText.\n";
    refused("list.md", text, ReasonCode.FRONT_MATTER_INVALID, articles::read);
  }

  @Test
  void aWordDocumentThatUnpacksToMillionsOfElements() throws Exception {
    byte[] docx = docx("<w:p/>", 2_000_000);
    assertThat(docx.length).isLessThan(100_000);
    refused(new SourceText("bomb.docx", docx), ReasonCode.DOCX_TOO_LARGE, articles::read);
  }

  @Test
  void thePartsOfAWordDocumentAreCountedTogether() throws Exception {
    byte[] docx = docx("<w:r/>", 60_000, 4);
    refused(new SourceText("bomb.docx", docx), ReasonCode.DOCX_TOO_LARGE, articles::read);
  }

  @Test
  void aLongArticleAndALongFeedAreRead() throws Exception {
    String page = "<h1>Snow</h1>" + "<p>Schools are closed today.</p>".repeat(3_000);
    assertThat(articles.read(source("page.html", page))).hasSize(1);
    StringBuilder feed = new StringBuilder("<rss><channel>");
    for (int i = 0; i < 200; i++) {
      feed.append("<item><title>Snow</title><link>https://news.kz/").append(i);
      feed.append("</link><description>").append("Schools are closed today. ".repeat(900));
      feed.append("</description></item>");
    }
    feed.append("</channel></rss>");
    assertThat(feeds.count(source("https://news.kz/feed", feed.toString()))).isEqualTo(200);
  }

  /** Reads a source. */
  private interface Reading {
    Object read(SourceText source) throws UnreadableException;
  }

  private static void refused(String name, String text, ReasonCode code, Reading reading) {
    refused(source(name, text), code, reading);
  }

  private static void refused(SourceText source, ReasonCode code, Reading reading) {
    long before = allocated();
    UnreadableException refusal =
        catchThrowableOfType(UnreadableException.class, () -> reading.read(source));
    assertThat(refusal.reason().code()).isEqualTo(code);
    assertThat(refusal.reason().arguments().get(0)).isEqualTo(source.name());
    assertThat(allocated() - before).isLessThan(LITTLE);
  }

  private static SourceText source(String name, String text) {
    return new SourceText(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] docx(String element, int times) throws IOException {
    return docx(element, times, 1);
  }

  private static byte[] docx(String element, int times, int parts) throws IOException {
    String[] needed = {
      "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"
    };
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    byte[] some = element.repeat(1000).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (int part = 0; part < Math.min(parts, needed.length); part++) {
        zip.putNextEntry(new ZipEntry(needed[part]));
        zip.write("<w:document xmlns:w='w'><w:body>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < times / 1000; i++) {
          zip.write(some);
        }
        zip.write("</w:body></w:document>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file.toByteArray();
  }

  /** What this thread has allocated since it began. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
