package kz.zharshy.benchmark;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Plan;
import kz.zharshy.language.Language;
import kz.zharshy.post.ChannelStyle;
import kz.zharshy.post.Footer;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostMaker;
import kz.zharshy.source.body.BodyBlocks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to make a post of an article: to read its body, to lay it out and to split it.
 *
 * <pre>mvn -q -Pbenchmark test-compile exec:exec</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PostBenchmark {
  private static final String SENTENCE = "Бұл күні қалада жаңа мектеп ашылды, деді А. С. Сәтбаев. ";

  /** A channel in which an article may become a thousand messages. */
  static final ChannelStyle STYLE =
      new ChannelStyle(
          "example_news",
          Map.of(),
          new Footer("Subscribe!", "https://t.me/example_news"),
          ZoneId.of("Asia/Almaty"),
          1000);

  private final PostMaker maker = new PostMaker(new BodyBlocks());

  /** Letters of the article's body. */
  @Param({"7000", "1000000"})
  int letters;

  @Param({"TEXT", "HTML"})
  BodyFormat format = BodyFormat.TEXT;

  private Article article = article("a", format);

  /** Writes an article with a link and something bold in each paragraph, where it is HTML. */
  @Setup
  public void write() {
    StringBuilder body = new StringBuilder();
    while (body.length() < letters) {
      String paragraph = SENTENCE.repeat(5).strip();
      body.append(
          format == BodyFormat.TEXT
              ? paragraph + "\n\n"
              : "<p>%s <b>Сенбі</b> <a href=\"https://news.kz/1\">күні</a>.</p>"
                  .formatted(paragraph));
    }
    article = article(body.toString(), format);
  }

  /** The whole way from an article to its calls. */
  @Benchmark
  public Post post() {
    return maker.make(article, Language.KK, STYLE);
  }

  /** An article with a headline, a section, a tag and an address. */
  static Article article(String body, BodyFormat format) {
    Instant now = Instant.parse("2026-03-17T07:00:00Z");
    Content content =
        Content.builder("Жаңа мектеп ашылды", body)
            .bodyFormat(format)
            .section("Білім")
            .tags(List.of("мектеп"))
            .sourceUrl("https://news.kz/1")
            .build();
    return new Article(
        1,
        null,
        content,
        Plan.atOnce(),
        new Article.Standing(ArticleState.QUEUED, null, null),
        now,
        now);
  }
}
