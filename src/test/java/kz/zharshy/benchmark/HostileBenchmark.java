package kz.zharshy.benchmark;

import java.util.concurrent.TimeUnit;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Document;
import kz.zharshy.language.Language;
import kz.zharshy.post.PostException;
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
 * How long it takes to read a million letters that consist of nothing but one piece of markup, and
 * to make a post of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HostileBenchmark {
  private static final int LETTERS = 1_000_000;

  private final BodyBlocks reader = new BodyBlocks();
  private final PostMaker maker = new PostMaker(reader);

  @Param BodyFormat format = BodyFormat.TEXT;

  /** Those that take longest, and some that broke parsers. */
  @Param({
    "a",
    "a¶¶",
    "a\u030A",
    "А. С. ",
    "<b>",
    "<i><b>x</i>",
    "<p>a</p>",
    "<li>a",
    "<table><tr><td>a",
    "<a href=tel:1234567>a",
    "<img src=https://a.kz/1.jpg>",
    "&a;",
    "**a ",
    "~a b~~ ",
    "**a*",
    "- a¶",
    "[a](https://a.kz) ",
    "[[a](b)",
    "|a|b|¶|-|-|¶|1|2|¶¶"
  })
  String piece = "";

  private String body = "";

  /** Writes a body; a pilcrow is a line break. */
  @Setup
  public void write() {
    String lines = piece.replace('¶', '\n');
    body = lines.repeat(LETTERS / lines.length());
  }

  @Benchmark
  public Document read() {
    return reader.read(body, format);
  }

  /** The whole way to the messages, or to the reason why there are none. */
  @Benchmark
  public Object post() {
    try {
      return maker.make(PostBenchmark.article(body, format), Language.KK, PostBenchmark.STYLE);
    } catch (PostException e) {
      return e;
    }
  }
}
