package kz.zharshy.sandbox.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParseModeTest {
  @Test
  void readsNestedHtml() {
    assertThat(read(ParseMode.HTML, "<b>Қар <i>жауды</i></b> &lt;&amp;&#1201; <u></u>"))
        .isEqualTo("Қар жауды <&ұ  | BOLD 0+9, ITALIC 4+5");
  }

  @Test
  void joinsThePreAndTheCodeOfALanguage() {
    assertThat(read(ParseMode.HTML, "<pre><code class=\"language-sql\">SELECT 1</code></pre>"))
        .isEqualTo("SELECT 1 | PRE_CODE 0+8 sql");
    assertThat(read(ParseMode.HTML, "<code class=\"language-sql\">SELECT 1</code>"))
        .isEqualTo("SELECT 1 | CODE 0+8");
  }

  @Test
  void dropsLinksThatAreNoneAndWritesTheOthersItsWay() {
    assertThat(read(ParseMode.HTML, "<a href=\"HTTP://Site.KZ\">a</a><a href=\"tel:1\">b</a>"))
        .isEqualTo("ab | TEXT_LINK 0+1 http://site.kz/");
    assertThat(read(ParseMode.HTML, "<a href=\"mailto:news@site.kz\">a</a>"))
        .isEqualTo("a | TEXT_LINK 0+1 http://mailto:news@site.kz/");
  }

  @Test
  void countsUtf16UnitsBehindAnEmoji() {
    assertThat(read(ParseMode.MARKDOWNV2, "😀 *қар*")).isEqualTo("😀 қар | BOLD 3+3");
  }

  @Test
  void readsQuotesOfMarkdown() {
    assertThat(read(ParseMode.MARKDOWNV2, ">one\n>two||\nthree\\."))
        .isEqualTo("one\ntwo\nthree. | EXPANDABLE_BLOCKQUOTE 0+8");
  }

  @Test
  void readsLinksAndPeopleOfMarkdown() {
    assertThat(read(ParseMode.MARKDOWNV2, "[site](site.kz/a\\)b) [Aru](tg://user?id=42)"))
        .isEqualTo("site Aru | TEXT_LINK 0+4 http://site.kz/a)b, TEXT_MENTION 5+3 42");
  }

  @Test
  void readsTheFirstMarkdownInWhichNothingNests() {
    assertThat(read(ParseMode.MARKDOWN, "*a _b* `c` \\_"))
        .isEqualTo("a _b c _ | BOLD 0+4, CODE 5+1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTML       | <b>қар         | Can't find end tag corresponding to start tag "b"
          HTML       | қар<br>        | Unsupported start tag "br" at byte offset 6
          HTML       | a</b>          | Unexpected end tag at byte offset 1
          HTML       | <b>a</i>       | Unmatched end tag at byte offset 4, expected "</b>", found "</i>"
          HTML       | <span>a</span> | Tag "span" must have class "tg-spoiler" at byte offset 0
          MARKDOWNV2 | a.b            | Character '.' is reserved and must be escaped with the preceding '\\'
          MARKDOWNV2 | қар *a         | Can't find end of Bold entity at byte offset 7
          MARKDOWNV2 | [a](b          | Can't find end of a URL at byte offset 4
          MARKDOWN   | a `b           | Can't find end of the entity starting at byte offset 2
          """)
  void refusesBrokenMarkupInTelegramsWords(ParseMode mode, String text, String words) {
    assertThatThrownBy(() -> mode.parse(text)).isInstanceOf(TextException.class).hasMessage(words);
  }

  private static String read(ParseMode mode, String text) {
    return describe(mode.parse(text));
  }

  static String describe(FormattedText read) {
    return read.text()
        + " | "
        + read.entities().stream()
            .map(
                entity ->
                    "%s %d+%d %s"
                        .formatted(
                            entity.type(), entity.offset(), entity.length(), entity.argument())
                        .strip())
            .collect(Collectors.joining(", "));
  }
}
