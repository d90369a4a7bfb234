package kz.zharshy.source.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body becomes blocks of marked runs. */
class BodyBlocksTest {
  private final BodyBlocks reader = new BodyBlocks();

  @Test
  void plainTextIsParagraphsAndNoMarkup() {
    assertThat(text("Бірінші *жол*\n- тармақ\n\n\n<b>Екінші</b>"))
        .containsExactly(paragraph("Бірінші *жол*\n- тармақ"), paragraph("<b>Екінші</b>"));
  }

  @Test
  void marksNestAndEndWhereTheyAreClosed() {
    assertThat(html("<p>a <b>b <i>c</i></b> <s>d</s><u>e</u> <span class=tg-spoiler>f</span></p>"))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    Run.plain("a "),
                    new Run("b ", Set.of(Mark.BOLD), null),
                    new Run("c", Set.of(Mark.BOLD, Mark.ITALIC), null),
                    Run.plain(" "),
                    new Run("d", Set.of(Mark.STRIKE), null),
                    new Run("e", Set.of(Mark.UNDERLINE), null),
                    Run.plain(" "),
                    new Run("f", Set.of(Mark.SPOILER), null))));
  }

  @Test
  void onlyWebLinksAreKept() {
    assertThat(
            html(
                "<p><a href='https://example.kz/a b'>site</a>, <a href='javascript:alert(1)'>x</a>,"
                    + " <a href='tg://user?id=1'>y</a>, <a href='/local'>z</a></p>"))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    new Run("site", Set.of(), "https://example.kz/a%20b"),
                    Run.plain(", x, y, z"))));
  }

  @Test
  void theAddressOfAMailOrTelephoneLinkIsShown() {
    assertThat(
            html(
                "<p><a href='mailto:aul@example.kz?subject=x'>Write</a> or <a"
                    + " href='tel:+77271234567'>+77271234567</a></p>"))
        .containsExactly(paragraph("Write (aul@example.kz) or +77271234567"));
  }

  @Test
  void twoLineBreaksPartParagraphsAndOneIsALineBreak() {
    assertThat(html("one <br>two<br>&nbsp;\n<br>three"))
        .containsExactly(paragraph("one\ntwo"), paragraph("three"));
  }

  @Test
  void lineBreaksCountInHtmlThatLaysOutNoParagraphs() {
    assertThat(html("<b>one</b>\ntwo\n\nthree"))
        .containsExactly(
            new Block.Paragraph(
                List.of(new Run("one", Set.of(Mark.BOLD), null), Run.plain("\ntwo"))),
            paragraph("three"));
    assertThat(html("one\ntwo<p>three\nfour</p>"))
        .containsExactly(paragraph("one two"), paragraph("three four"));
  }

  @Test
  void spacesCountWhereThePageSaysSo() {
    assertThat(html("<p style='white-space: pre-wrap'>a  b\n c</p><p>a  b\n c</p>"))
        .containsExactly(paragraph("a  b\n c"), paragraph("a b c"));
  }

  @Test
  void listsKeepTheirNumbersAndNesting() {
    assertThat(html("<ol start=3><li>a<ul><li>b</ul><li>c</ol>"))
        .containsExactly(
            new Block.Items(
                true,
                3,
                List.of(
                    List.of(
                        paragraph("a"),
                        new Block.Items(false, 1, List.of(List.of(paragraph("b"))))),
                    List.of(paragraph("c")))));
  }

  @Test
  void tablesHaveRowsOfOneLength() {
    assertThat(html("<table><tr><th>a<th>b<th>c<tr><td>1<td colspan=2>2</table>"))
        .containsExactly(
            new Block.Table(
                true,
                List.of(
                    List.of(
                        List.of(Run.plain("a")), List.of(Run.plain("b")), List.of(Run.plain("c"))),
                    List.of(List.of(Run.plain("1")), List.of(Run.plain("2")), List.of()))));
  }

  @Test
  void aTableThatOnlyLaysOutThePageIsNone() {
    assertThat(html("<table><tr><td><p>one</p><p>two</p></td><td></td></tr></table>"))
        .containsExactly(paragraph("one"), paragraph("two"));
  }

  @Test
  void picturesKeepTheirCaptions() {
    assertThat(
            html(
                "<p>a<img src='https://example.kz/1.jpg' alt='Шәкірттер'>b</p><figure><img"
                    + " data-src='https://example.kz/2.jpg'><figcaption>Фото: А."
                    + " Ким</figcaption></figure><img src='https://example.kz/c.gif' width=1>"))
        .containsExactly(
            paragraph("a"),
            new Block.Figure(Media.photo("https://example.kz/1.jpg", "Шәкірттер")),
            paragraph("b"),
            new Block.Figure(Media.photo("https://example.kz/2.jpg", "Фото: А. Ким")));
  }

  @Test
  void quotesCodeHeadingsAndRulesAreBlocksOfTheirOwn() {
    assertThat(markdown("## Тарау\n\n> дәйек\n\n```java\nint a;\n```\n\n---\n\n~~бұрынғы~~"))
        .containsExactly(
            new Block.Heading(2, List.of(Run.plain("Тарау"))),
            new Block.Quote(List.of(paragraph("дәйек"))),
            new Block.Code("java", "int a;"),
            new Block.Rule(),
            new Block.Paragraph(List.of(new Run("бұрынғы", Set.of(Mark.STRIKE), null))));
  }

  @Test
  void markdownTablesAreTables() {
    assertThat(markdown("| a | b |\n|---|---|\n| 1 | **2** |"))
        .containsExactly(
            new Block.Table(
                true,
                List.of(
                    List.of(List.of(Run.plain("a")), List.of(Run.plain("b"))),
                    List.of(
                        List.of(Run.plain("1")), List.of(new Run("2", Set.of(Mark.BOLD), null))))));
  }

  @Test
  void raisedFiguresAreKeptApart() {
    assertThat(html("10<sup>6</sup> м<sup>2</sup>, H<sub>2</sub>O<sup>[1]</sup>"))
        .containsExactly(paragraph("10⁶ м², H₂O[1]"));
  }

  @Test
  void whatNobodySeesIsTakenOut() {
    assertThat(
            html("<p>a\u0000&#0;&#x202E;b\uD800c\u200B\u200B\u200Bd&#8203;</p><script>x</script>"))
        .containsExactly(paragraph("a\uFFFDb\uFFFDc\u200Bd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>", "<div>", "<blockquote>", "<ul><li>", "<table><tr><td>", "<a href=x>"})
  void aHundredThousandNestedTagsAreText(String tag) {
    assertThat(plain(html(tag.repeat(100_000) + "дән"))).isEqualTo("дән");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a **b ", "[", "![", "a`", "<b>", "1. ", "\\", "||"})
  void markdownNestedOutOfAllReasonIsRead(String part) {
    assertThat(plain(markdown(part.repeat(50_000) + "дән"))).endsWith("дән");
  }

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void oneWordOfAMegabyteIsOneRun(BodyFormat format) {
    String word = "ә".repeat(1_000_000);
    assertThat(reader.read(word, format).blocks()).containsExactly(paragraph(word));
  }

  @ParameterizedTest
  @EnumSource(BodyFormat.class)
  void anEmptyBodyHasNoBlocks(BodyFormat format) {
    assertThat(reader.read(" \n\u00a0\n", format).blocks()).isEmpty();
  }

  private List<Block> text(String body) {
    return reader.read(body, BodyFormat.TEXT).blocks();
  }

  private List<Block> html(String body) {
    return reader.read(body, BodyFormat.HTML).blocks();
  }

  private List<Block> markdown(String body) {
    return reader.read(body, BodyFormat.MARKDOWN).blocks();
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Run.plain(text)));
  }

  private static String plain(List<Block> blocks) {
    return PlainText.of(blocks);
  }
}
