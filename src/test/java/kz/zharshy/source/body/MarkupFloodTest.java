package kz.zharshy.source.body;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kz.zharshy.article.Block;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where there is more markup than anybody writes, the words stay. */
final class MarkupFloodTest {
  private static final Run BOLD = new Run("a", Set.of(Mark.BOLD), null);
  private static final Run LINK = new Run("a", Set.of(), "https://news.kz/1");

  @ParameterizedTest
  @CsvSource({
    "HTML, '<b>a</b> '",
    "HTML, '<a href=\"https://news.kz/1\">a</a> '",
    "MARKDOWN, '**a** '",
    "MARKDOWN, '[a](https://news.kz/1) '"
  })
  void tenThousandMarksAreAllRead(BodyFormat format, String piece) {
    List<Block> blocks = read(piece.repeat(10_000), format);
    List<Run> runs = ((Block.Paragraph) blocks.get(0)).runs();
    assertThat(blocks).hasSize(1);
    assertThat(runs.stream().filter(run -> run.text().equals("a")))
        .hasSizeGreaterThanOrEqualTo(piece.contains("news") ? 10_000 : 9_999)
        .allMatch(run -> run.equals(BOLD) || run.equals(LINK));
  }

  @Test
  void ofMoreTagsThanAPostCanHoldTheWordsAreKept() {
    String html = "<p>a &amp; <b>b</b></p>\n".repeat(15_000);
    String rest = "<p>c&nbsp;&lt;d&gt; &unknown; 1 < 2<br>e\nf<script>g<h>i</script><!-- <p>j -->";
    List<Block> blocks = read(html + rest, BodyFormat.HTML);
    assertThat(blocks.get(0))
        .isEqualTo(
            new Block.Paragraph(List.of(Run.plain("a & "), new Run("b", Set.of(Mark.BOLD), null))));
    assertThat(PlainText.of(blocks))
        .isEqualTo("a & b\n".repeat(15_000) + "c\u00A0<d> &unknown; 1 < 2\ne f");
  }

  @Test
  void markdownThatNothingClosesIsText() {
    String text = "*a " + "[[b](https://news.kz/1) ".repeat(2_000);
    String read = PlainText.of(read(text, BodyFormat.MARKDOWN));
    assertThat(read).startsWith("*a [b [b [b ").endsWith("[[b](https://news.kz/1)");
    assertThat(read.replaceAll("[^b]", "")).isEqualTo("b".repeat(2_000));
  }

  @Test
  void aNewParagraphOwesNothingToTheLastOne() {
    String open = "*a ".repeat(900) + "\n\n";
    List<Block> blocks = read(open + open + "**a**", BodyFormat.MARKDOWN);
    assertThat(blocks).last().isEqualTo(new Block.Paragraph(List.of(BOLD)));
  }

  @Test
  void aTableThatWouldBeMostlyEmptyIsText() {
    String table = "|a".repeat(700) + "|\n" + "|-".repeat(700) + "|\n" + "b\n".repeat(2_000);
    assertThat(PlainText.of(read(table + "\n**c**", BodyFormat.MARKDOWN)))
        .startsWith("|a|a|a")
        .endsWith("b b\nc");
  }

  @Test
  void tablesThatWouldTogetherBeMostlyEmptyAreText() {
    String table = "|a".repeat(100) + "|\n" + "|-".repeat(100) + "|\n" + "b\n".repeat(90) + "\n";
    assertThat(read(table + "**a**", BodyFormat.MARKDOWN).get(0)).isInstanceOf(Block.Table.class);
    assertThat(read(table.repeat(3) + "**a**", BodyFormat.MARKDOWN))
        .hasSize(4)
        .doesNotHaveAnyElementsOfTypes(Block.Table.class)
        .last()
        .isEqualTo(new Block.Paragraph(List.of(BOLD)));
  }

  @Test
  void boldThatIsNeverClosedIsNotRepeatedInEndlessParagraphs() {
    String open = IntStream.range(0, 12).mapToObj("<b x=%d>"::formatted).collect(joining());
    List<Block> blocks = read("<p>" + open + "</p>" + "<p>x".repeat(39_000), BodyFormat.HTML);
    assertThat(blocks)
        .filteredOn(new Block.Paragraph(List.of(new Run("x", Set.of(Mark.BOLD), null)))::equals)
        .hasSizeBetween(3_000, 3_400);
    assertThat(PlainText.of(blocks).replaceAll("\\s", "")).hasSize(39_000);
  }

  @Test
  void oneLongRowDoesNotMakeMillionsOfCells() {
    String table = "<table><tr>" + "<td colspan=20>a".repeat(19_000) + "<tr><td>b".repeat(9_000);
    List<List<List<Run>>> rows = ((Block.Table) read(table, BodyFormat.HTML).get(0)).rows();
    assertThat(rows).hasSize(9_001);
    assertThat(rows.get(9_000)).hasSize(1);
  }

  @Test
  void aReferenceThatMakesATextManyTimesLongerLosesItsAddress() {
    String address = "https://news.kz/" + "x".repeat(2_000);
    String text = "[a]: " + address + "\n\n" + "[a] ".repeat(3_000);
    List<Run> runs = ((Block.Paragraph) read(text, BodyFormat.MARKDOWN).get(0)).runs();
    assertThat(runs.get(0)).isEqualTo(new Run("a", Set.of(), address));
    assertThat(runs.get(runs.size() - 1).link()).isNull();
  }

  @Test
  void ofMoreParagraphsThanAPostCanHoldTheLastIsTheRest() {
    List<Block> blocks = read("a\n\n".repeat(30_000), BodyFormat.TEXT);
    assertThat(blocks).hasSize(20_001);
    assertThat(blocks)
        .last()
        .isEqualTo(new Block.Paragraph(List.of(Run.plain("a\n\n".repeat(10_000).strip()))));
  }

  private static List<Block> read(String body, BodyFormat format) {
    return new BodyBlocks().read(body, format).blocks();
  }
}
