package kz.zharshy.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import kz.zharshy.article.Draft;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.page.Written;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages and feeds as widespread systems make them come out as their articles, with their links.
 * What is expected of each stands in a file beside it.
 */
final class SitesTest {
  @ParameterizedTest
  @CsvSource({
    "tilda.html, UTF-8, http://sad.example.kz/yabloni",
    "drupal.html, UTF-8, https://uni.example.kz/en/news/observatory-reopens",
    "joomla.html, UTF-8, https://poselok.example.kz/novosti/12-voda",
    "ghost.html, UTF-8, https://letters.example.org/slow-bakery/?ref=home",
    "bitrix-news.html, windows-1251, https://akimat.example.kz/press/pereval/",
    "kazakh-portal.html, UTF-16, https://dala.example.kz/kz/news/512?utm_source=tg",
    "jsonld-portal.html, UTF-8, https://vestnik.example.kz/economy/most?from=main",
    "koi8-archive.html, KOI8-R, http://gazeta.example.kz/2004/03/teatr.htm",
  })
  void aPageComesOutAsItsArticle(String file, String charset, String address) throws Exception {
    SourceText source = new SourceText(address, encoded(file, charset));
    List<Draft> drafts = new ArticleReader(Reading.ALMATY).read(source);
    assertThat(drafts).hasSize(1);
    assertThat(Written.of(drafts.get(0))).isEqualTo(expected(file));
  }

  @ParameterizedTest
  @CsvSource({
    "wordpress.rss, UTF-8, https://step.example.kz/feed/",
    "blogger.atom, UTF-8, https://hillnotes.example.org/feeds/posts/default",
    "yandex.rss, windows-1251, https://rayon.example.kz/yandex.xml",
    "micro.json, UTF-8, https://qysqa.example.kz/feed.json",
  })
  void anItemOfAFeedComesOutAsItsArticle(String file, String charset, String address)
      throws Exception {
    List<FeedItem> items =
        new FeedReader(Reading.ALMATY).read(new SourceText(address, encoded(file, charset)));
    assertThat(items).hasSize(1);
    FeedOptions options =
        new FeedOptions(
            URI.create(address),
            null,
            null,
            null,
            new FeedOptions.Filter(null, null),
            Duration.ofMinutes(5),
            false);
    Draft draft = new FeedArticle(options).of(items.get(0));
    assertThat(Written.of(draft)).isEqualTo(expected(file));
  }

  /** The files are kept in UTF-8, which editors and reviews can show. */
  private static byte[] encoded(String file, String charset) throws IOException {
    return text(file).getBytes(Charset.forName(charset));
  }

  private static String expected(String file) throws IOException {
    return text(file + ".expected.txt");
  }

  private static String text(String file) throws IOException {
    try (InputStream in = SitesTest.class.getResourceAsStream("sites/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
