package kz.zharshy.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Content.Origin;
import kz.zharshy.article.Media;
import kz.zharshy.fault.Proves;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds of every kind become items, and what is none is told. */
final class FeedReaderTest {
  private static final String NAME = "https://example.kz/feed";
  private final FeedReader reader = new FeedReader(ZoneId.of("Asia/Almaty"));

  @Test
  void anItemOfRssIsReadWithAllThatItSays() throws Exception {
    FeedItem item =
        only(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel>
                <title>Жаңалықтар</title><link>https://example.kz</link>
                <atom:link href="https://example.kz/feed" rel="self"/>
                <item>
                  <title><![CDATA[Көпір <b>ашылды</b> &amp; жол]]></title>
                  <link>/news/7?utm_source=rss&amp;utm_medium=feed</link>
                  <dc:creator><![CDATA[Айгүл Серікова]]></dc:creator>
                  <pubDate>Sun, 22 Nov 2026 09:30:00 +0500</pubDate>
                  <category><![CDATA[Қоғам]]></category><category>көпір</category>
                  <guid isPermaLink="false">https://example.kz/?p=7</guid>
                  <description><![CDATA[Қысқаша мәтін.]]></description>
                  <content:encoded><![CDATA[<p>Бүгін <a href="/map">көпір</a> ашылды.</p><img src="i.jpg">]]></content:encoded>
                  <media:content url="/pic/7.jpg" medium="image"><media:description>Көпір</media:description></media:content>
                </item>
              </channel>
            </rss>
            """);
    assertThat(item.id()).isEqualTo("https://example.kz/?p=7");
    assertThat(item.address()).isEqualTo("https://example.kz/news/7");
    assertThat(item.title()).isEqualTo("Көпір ашылды & жол");
    assertThat(item.html())
        .isEqualToIgnoringWhitespace(
            "<p>Бүгін <a href=\"https://example.kz/map\">көпір</a> ашылды.</p>"
                + "<img src=\"https://example.kz/news/i.jpg\">");
    assertThat(item.summary()).isEqualTo("Қысқаша мәтін.");
    assertThat(item.author()).isEqualTo("Айгүл Серікова");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-22T04:30:00Z"));
    assertThat(item.categories()).containsExactly("Қоғам", "көпір");
    assertThat(item.pictures())
        .containsExactly(Media.photo("https://example.kz/pic/7.jpg", "Көпір"));
  }

  @Test
  void anEntryOfAtomIsReadWithAllThatItSays() throws Exception {
    FeedItem item =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example.kz/">
              <id>tag:blog.example.kz,1999:blog</id>
              <link rel="alternate" href="https://blog.example.kz/"/>
              <entry>
                <id>tag:blog.example.kz,1999:post-5</id>
                <published>2026-11-21T08:00:00.000+05:00</published>
                <updated>2026-11-22T08:00:00.000+05:00</updated>
                <category scheme="http://www.blogger.com/atom/ns#" term="Погода"/>
                <title type="text">1 < 2 & 3</title>
                <content type="html">&lt;p&gt;Снег &lt;i&gt;идёт&lt;/i&gt;.&lt;/p&gt;</content>
                <link rel="replies" href="https://blog.example.kz/feeds/5/comments"/>
                <link rel="alternate" type="text/html" href="2026/11/snow.html" title="x"/>
                <author><name>Мария Иванова</name><email>noreply@blogger.com</email></author>
              </entry>
            </feed>
            """);
    assertThat(item.id()).isEqualTo("tag:blog.example.kz,1999:post-5");
    assertThat(item.address()).isEqualTo("https://blog.example.kz/2026/11/snow.html");
    assertThat(item.title()).isEqualTo("1 < 2 & 3");
    assertThat(item.html()).isEqualTo("<p>Снег <i>идёт</i>.</p>");
    assertThat(item.author()).isEqualTo("Мария Иванова");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-21T03:00:00Z"));
    assertThat(item.categories()).containsExactly("Погода");
  }

  @Test
  void xhtmlOfAtomKeepsItsMarkup() throws Exception {
    FeedItem item =
        only(
            "<feed><entry><id>a</id><title>A</title><content type='xhtml'><div"
                + " xmlns='http://www.w3.org/1999/xhtml'><p>Some <b>text</b></p></div></content>"
                + "</entry></feed>");
    assertThat(item.html()).contains("<p>Some <b>text</b></p>");
  }

  @Test
  void rssOfTheFirstVersionIsRead() throws Exception {
    FeedItem item =
        only(
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><link>https://a.kz/</link></channel>"
                + "<item rdf:about='https://a.kz/1'><title>One</title><link>https://a.kz/1</link>"
                + "<dc:date>2026-11-22</dc:date></item></rdf:RDF>");
    assertThat(item.id()).isEqualTo("https://a.kz/1");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-21T19:00:00Z"));
  }

  @Test
  void anItemOfJsonFeedIsReadWithAllThatItSays() throws Exception {
    FeedItem item =
        only(
            """
            {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://example.kz/",
             "items": [{"id": 12, "url": "/12", "title": "Snow", "content_text": "One.\\n\\nTwo & three",
               "summary": "White", "image": "/i.png", "date_published": "2026-11-22T10:00:00+05:00",
               "authors": [{"name": "Dana"}], "tags": ["a", "b"]}]}
            """);
    assertThat(item)
        .isEqualTo(
            new FeedItem(
                "12",
                "Snow",
                "<p>One.</p>\n<p>Two &amp; three</p>",
                "White",
                new Origin("Dana", "https://example.kz/12", Instant.parse("2026-11-22T05:00:00Z")),
                List.of(Media.photo("https://example.kz/i.png", null)),
                List.of("a", "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-5"})
  void feedsInOtherCharacterSetsAreRead(String charset) throws Exception {
    String text =
        "<?xml version=\"1.0\" encoding=\""
            + charset
            + "\"?><rss><channel><item><title>Новости Алматы</title><guid>1</guid>"
            + "<description>Снег закрыл школы города, автобусы опаздывают.</description></item>"
            + "</channel></rss>";
    FeedItem item =
        reader.read(new SourceText(NAME, text.getBytes(Charset.forName(charset)))).get(0);
    assertThat(item.title()).isEqualTo("Новости Алматы");
    assertThat(item.html()).isEqualTo("<p>Снег закрыл школы города, автобусы опаздывают.</p>");
  }

  @Test
  void aCharacterSetThatIsNoneIsGuessed() throws Exception {
    String text = "<?xml version='1.0' encoding='martian'?>" + rss("<title>Новости</title>");
    byte[] bytes = text.getBytes(Charset.forName("windows-1251"));
    assertThat(reader.read(new SourceText(NAME, bytes)).get(0).title()).isEqualTo("Новости");
  }

  @Test
  void itemsWithoutAnIdAreNamedByTheirAddressOrTheirHeadline() throws Exception {
    List<FeedItem> items =
        read(
            rss(
                "<title>A</title><link>https://a.kz/1</link>",
                "<title>B</title>",
                "<title>C</title>"));
    assertThat(items).extracting(FeedItem::title).containsExactly("C", "B", "A");
    assertThat(items).extracting(FeedItem::id).doesNotHaveDuplicates().contains("https://a.kz/1");
    assertThat(read(rss("<title>B</title>")).get(0).id()).isEqualTo(items.get(1).id());
  }

  @Test
  void itemsThatShareAnIdAreToldApart() throws Exception {
    List<FeedItem> items =
        read(
            rss(
                "<guid>0</guid><title>A</title><link>https://a.kz/1</link>",
                "<guid>0</guid><title>B</title><link>https://a.kz/2</link>"));
    assertThat(items).extracting(FeedItem::id).containsExactly("https://a.kz/2", "https://a.kz/1");
  }

  @Test
  void anItemWithoutAHeadlineIsCalledByItsFirstSentence() throws Exception {
    assertThat(only(rss("<description>Snow fell. More comes.</description>")).title())
        .isEqualTo("Snow fell");
    assertThat(read(rss("<link>https://a.kz/</link>"))).isEmpty();
  }

  @Test
  void whatRealFeedsGetWrongIsReadAsItWasMeant() throws Exception {
    FeedItem item =
        only(
            rss(
                "<title>Tom & Jerry &nbsp;&mdash; &amp;laquo;cats&amp;raquo;</title>"
                    + "<description>a < b &copy; \u0001<br>c</description>"
                    + "<author>admin@example.kz (Данияр)</author>"
                    + "<pubDate>22 нояб 2026 10:00</pubDate>"));
    assertThat(item.title()).isEqualTo("Tom & Jerry — «cats»");
    assertThat(item.author()).isEqualTo("Данияр");
    assertThat(item.published()).isEqualTo(Instant.parse("2026-11-22T05:00:00Z"));
  }

  @Test
  void linksToOtherThanTheWebAreNone() throws Exception {
    FeedItem item = only(rss("<title>A</title><link>javascript:alert(1)</link>"));
    assertThat(item.address()).isNull();
  }

  @Test
  @Proves(
      "a feed or page that is a zip bomb, endless, slow, or has a DOCTYPE with entities"
          + " | capped in items")
  void onlyTheNewestOfAnArchiveAreRead() throws Exception {
    String[] items = new String[1000];
    for (int i = 0; i < items.length; i++) {
      items[i] = "<title>" + i + "</title><guid>" + i + "</guid>";
    }
    List<FeedItem> read = read(rss(items));
    assertThat(read).hasSize(200);
    assertThat(read.get(199).title()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body>Not found</body></html> | is no feed, but <html>.",
        "<!DOCTYPE html><html><body>Hi</body></html> | is no feed, but <html>.",
        "Hello | is no feed, but no XML.",
        "<opml></opml> | is no feed, but <opml>.",
        "<rss><channel><item><title>A</title><descr | is cut off.",
        "<rss><channel><item><title>A</title> | is cut off.",
        "<feed><entry><title>A</title></entry> | is cut off.",
        "{\"items\": [ | is no valid JSON feed: ",
        "{\"version\": 1} | is JSON, but no JSON feed",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss> | has a DOCTYPE, which is refused.",
      })
  @Proves(
      "a feed or page that is a zip bomb, endless, slow, or has a DOCTYPE with entities"
          + " | entities are never expanded")
  void whatIsNoFeedIsTold(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith(NAME + " ")
        .hasMessageContaining(reason);
  }

  @Test
  void anEmptyAnswerIsTold() {
    assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableException.class);
    assertThatThrownBy(() -> reader.read(new SourceText(NAME, new byte[] {0, 1, 2, 0, 5})))
        .isInstanceOf(UnreadableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<item>", "<![CDATA[", "&lol;", "<item a='", "<!--", "<?x "})
  void nestingAndRepetitionWithoutEndCostLittle(String piece) {
    String text = "<rss><channel><item><title>A</title>" + piece.repeat(200_000) + "</rss>";
    try {
      assertThat(read(text)).hasSizeLessThanOrEqualTo(200);
    } catch (UnreadableException e) {
      assertThat(e).hasMessageStartingWith(NAME);
    }
  }

  @Test
  void ofItemsThatNothingClosesTheFirstAreRead() throws Exception {
    String items = "<item><title>a</title><link>/1</link><item><title>b</title><link>/2</link>";
    assertThat(read("<rss><channel>" + items + "</channel></rss>"))
        .extracting(FeedItem::title)
        .containsExactly("b", "a");
    String flood = "<item><title>a</title>" + "<item><title>b</title>".repeat(20_000);
    assertThat(read("<rss><channel>" + flood + "</channel></rss>"))
        .extracting(FeedItem::title)
        .containsOnly("a", "b")
        .hasSizeLessThan(5);
  }

  @Test
  void anIdOfAMegabyteIsShortened() throws Exception {
    assertThat(only(rss("<title>A</title><guid>" + "x".repeat(1_000_000) + "</guid>")).id())
        .hasSize(24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 22 Nov 2026 10:00:00 GMT | 2026-11-22T10:00:00Z",
        "Sun, 22 Nov 2026 10:00:00 +0500 | 2026-11-22T05:00:00Z",
        "22 Nov 26 10:00 EST | 2026-11-22T15:00:00Z",
        "2026-11-22T10:00:00.123Z | 2026-11-22T10:00:00.123Z",
        "2026-11-22 10:00 | 2026-11-22T05:00:00Z",
        "Вс, 22 ноя 2026 10:00:00 +0600 | 2026-11-22T04:00:00Z",
        "31 Feb 2026 10:00 | ",
        "yesterday | ",
      })
  void datesAreReadAsFeedsWriteThem(String text, String moment) {
    assertThat(FeedDate.parse(text, ZoneId.of("Asia/Almaty")))
        .isEqualTo(Optional.ofNullable(moment).map(Instant::parse));
  }

  private FeedItem only(String text) throws UnreadableException {
    List<FeedItem> items = read(text);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private List<FeedItem> read(String text) throws UnreadableException {
    return reader.read(new SourceText(NAME, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String rss(String... items) {
    return "<rss><channel><item>" + String.join("</item><item>", items) + "</item></channel></rss>";
  }
}
