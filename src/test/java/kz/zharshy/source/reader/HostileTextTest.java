package kz.zharshy.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Run;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.source.body.PlainText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to break something are read as text, or refused with a reason. */
@Tag("slow")
final class HostileTextTest {
  /** Long enough to show what grows faster than its text, short enough for a table of them. */
  private static final int LONG = 250_000;

  private static final int PAGE = 20_000;

  /** Pieces that, repeated, have broken parsers. */
  static Stream<String> pieces() {
    return Stream.of(
        "a",
        " ",
        "a\n\n",
        "a\0",
        "\uD800",
        "a\u202E",
        "\u200B",
        "a\u0301\u0301",
        "👨‍👩‍👧",
        "<",
        "&amp",
        "<i><b>x</i>",
        "<div>",
        "<blockquote>a",
        "<ul><li>a",
        "<table><tr><td>a",
        "<br>",
        "<a href=x>a",
        "<!--",
        "<svg><a>",
        "<p a=b ",
        "**a ",
        "[a](",
        "![a][",
        "> ",
        "`a``",
        "[a]: /b\n",
        "a\n=\n",
        "1. a\n",
        "12.03.2020 10:00\n",
        "https://t.me/abcde ",
        "A. B. ");
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void aLongBodyIsReadInAnyFormat(String piece) {
    String body = piece.repeat(LONG / piece.length());
    for (BodyFormat format : BodyFormat.values()) {
      assertHarmless(new BodyBlocks().read(body, format).blocks());
    }
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void aPageIsReadOrRefusedWithAReason(String piece) {
    String text = "<h1>T</h1>\n" + piece.repeat(PAGE / piece.length());
    for (String name : List.of("a.txt", "a.md", "a.html", "a.json")) {
      try {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (Draft draft : new ArticleReader(Reading.ALMATY).read(new SourceText(name, bytes))) {
          Content content = draft.content();
          assertThat(content.title()).isNotBlank();
          assertHarmless(new BodyBlocks().read(content.body(), content.bodyFormat()).blocks());
        }
      } catch (UnreadableException e) {
        assertThat(e).hasMessageStartingWith(name);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void whatCannotBeSeenIsTakenOutOfEveryFormat(BodyFormat format) {
    String body = "a\u202Eb\uD800c\0d\u200B\u200B\u200Be\u0007f\u2066g";
    assertThat(PlainText.of(new BodyBlocks().read(body, format).blocks()))
        .isEqualTo("ab\uFFFDcd\u200Befg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "tg://user?id=1",
        "tg://resolve?domain=a",
        "data:text/html;base64,PGI+",
        "vbscript:a",
        "file:///etc/passwd",
        "ftp://a.kz/",
        "https:javascript:a",
        "http://"
      })
  void linksToOtherThanTheWebAreText(String address) {
    assertNoLink("<p><a href=\"" + address + "\">a</a>", BodyFormat.HTML);
    assertNoLink("[a](<" + address + ">)", BodyFormat.MARKDOWN);
  }

  private static void assertNoLink(String body, BodyFormat format) {
    List<Block> blocks = new BodyBlocks().read(body, format).blocks();
    assertThat(blocks).hasSize(1);
    assertThat(((Block.Paragraph) blocks.get(0)).runs()).allMatch(run -> run.link() == null);
  }

  private static void assertHarmless(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        paragraph.runs().forEach(HostileTextTest::assertHarmless);
      }
    }
  }

  private static void assertHarmless(Run run) {
    boolean harmful = run.text().chars().anyMatch(c -> c == 0 || (c >= 0x202A && c <= 0x202E));
    String link = run.link() == null ? "https://" : run.link();
    if (harmful || !link.regionMatches(true, 0, "http", 0, 4)) {
      throw new AssertionError(run);
    }
  }
}
