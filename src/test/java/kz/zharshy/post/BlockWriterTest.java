package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Block;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Media;
import kz.zharshy.article.Run;
import org.junit.jupiter.api.Test;

/** Marks of entities are shown as tags. */
final class BlockWriterTest {
  @Test
  void paragraphsStandApart() {
    assertThat(written(paragraph("Бір "), paragraph(" Екі\nүш"))).isEqualTo("Бір\n\nЕкі\nүш");
  }

  @Test
  void runsKeepTheirMarksAndLinks() {
    Block block =
        new Block.Paragraph(
            List.of(
                Run.plain("a "),
                new Run("b", Set.of(Mark.BOLD, Mark.ITALIC), null),
                new Run(" c", Set.of(Mark.SPOILER), "https://news.kz/x"),
                new Run(" d", Set.of(Mark.CODE), null),
                new Run(" e", Set.of(), "javascript:alert(1)")));
    assertThat(written(block))
        .isEqualTo(
            "a <bold><italic>b</italic></bold> "
                + "<text_link https://news.kz/x><spoiler>c</spoiler></text_link> <code>d</code> e");
  }

  @Test
  void aHeadingIsBold() {
    assertThat(written(new Block.Heading(2, List.of(Run.plain("Тарау"))), paragraph("Мәтін")))
        .isEqualTo("<bold>Тарау</bold>\n\nМәтін");
  }

  @Test
  void listsKeepTheirMarksNumbersAndDepth() {
    Block inner = items(true, 3, List.of(List.of(paragraph("x")), List.of(paragraph("y\nz"))));
    Block list =
        items(
            false,
            1,
            List.of(
                List.of(paragraph("a"), inner),
                List.of(),
                List.of(paragraph("b"), paragraph("c"))));
    assertThat(written(list, paragraph("after")))
        .isEqualTo("• a\n  3. x\n  4. y\n    z\n• b\n  c\n\nafter");
  }

  @Test
  void aListInAListHasItsOwnMark() {
    Block inner =
        items(
            false,
            1,
            List.of(List.of(paragraph("x"), items(false, 1, List.of(List.of(paragraph("y")))))));
    assertThat(written(items(false, 1, List.of(List.of(paragraph("a"), inner)))))
        .isEqualTo("• a\n  ◦ x\n    ▪ y");
  }

  @Test
  void nestedQuotesBecomeOne() {
    Block inner = new Block.Quote(List.of(paragraph("inner")));
    assertThat(written(new Block.Quote(List.of(paragraph("outer"), inner)), paragraph("after")))
        .isEqualTo("<blockquote>outer\n\ninner</blockquote>\n\nafter");
  }

  @Test
  void codeKeepsItsLinesAndLanguage() {
    assertThat(written(new Block.Code("java", "\n  if (a) {\n\tb();\n  }\n")))
        .isEqualTo("<pre java>if (a) {\n  b();\n}</pre>");
    assertThat(written(new Block.Code("no language", "x"))).isEqualTo("<pre>x</pre>");
  }

  @Test
  void aNarrowTableStandsInAlignedLines() {
    assertThat(written(table(true, "Валюта,Бағам", "АҚШ доллары,489.36", "Еуро,533.45")))
        .isEqualTo(
            """
            <pre>Валюта        Бағам
            ───────────  ──────
            АҚШ доллары  489.36
            Еуро         533.45</pre>""");
  }

  @Test
  void aWideTableBecomesAParagraphARow() {
    String name = "Министерство образования";
    assertThat(
            written(table(true, "Ведомство,Адрес,Телефон", name + ",ул. Абая 1,", "Акимат,,222")))
        .isEqualTo(
            "Ведомство: <bold>"
                + name
                + "</bold>\nАдрес: ул. Абая 1\n\nВедомство: <bold>Акимат</bold>\nТелефон: 222");
  }

  @Test
  void aWideTableWithoutNamesBecomesALineARow() {
    assertThat(written(table(false, "Министерство образования,ул. Абая 1", "Акимат,пл. Мира")))
        .isEqualTo(
            "<bold>Министерство образования</bold> — ул. Абая 1\n\n<bold>Акимат</bold> — пл. Мира");
  }

  @Test
  void aTableWithLinksKeepsThem() {
    Block table =
        new Block.Table(
            false, List.of(List.of(List.of(new Run("a", Set.of(), "https://a.kz/")), cell("b"))));
    assertThat(written(table)).isEqualTo("<text_link https://a.kz/><bold>a</bold></text_link> — b");
  }

  @Test
  void aRuleIsAShortLine() {
    assertThat(written(paragraph("a"), new Block.Rule(), paragraph("b")))
        .isEqualTo("a\n\n———\n\nb");
  }

  @Test
  void aPicturesCaptionLeadsToThePicture() {
    assertThat(
            written(
                new Block.Figure(Media.photo("https://pics.kz/1.jpg", "Көл")),
                new Block.Figure(Media.photo("/srv/2.jpg", "Тау")),
                new Block.Figure(Media.photo("https://pics.kz/3.jpg", null))))
        .isEqualTo(
            "<text_link https://pics.kz/1.jpg><italic>Көл</italic></text_link>\n\n<italic>Тау</italic>");
  }

  @Test
  void blocksThatShowNothingLeaveNoGap() {
    assertThat(
            written(
                paragraph("a"), paragraph(" \u200B"), new Block.Quote(List.of()), paragraph("b")))
        .isEqualTo("a\n\nb");
  }

  @Test
  void anyDepthOfNestingIsSet() {
    Block block = paragraph("deep");
    for (int i = 0; i < 100_000; i++) {
      block =
          i % 2 == 0 ? new Block.Quote(List.of(block)) : items(false, 1, List.of(List.of(block)));
    }
    assertThat(written(block)).contains("deep");
  }

  private static String written(Block... blocks) {
    PostTextBuilder out = new PostTextBuilder();
    new BlockWriter(out).write(List.of(blocks));
    PostText postText = out.postText();
    return tagged(postText.text(), EntityNormalizer.settle(postText.text(), postText.spans()));
  }

  private static String tagged(String text, List<Entity> entities) {
    StringBuilder tagged = new StringBuilder();
    List<Entity> open = new ArrayList<>();
    for (int at = 0; at <= text.length(); at++) {
      while (!open.isEmpty() && EntityNormalizer.end(open.get(open.size() - 1)) == at) {
        tagged.append("</").append(open.remove(open.size() - 1).type()).append('>');
      }
      for (Entity entity : entities) {
        if (entity.offset() == at) {
          String more = entity.url() == null ? entity.language() : entity.url();
          tagged
              .append('<')
              .append(entity.type())
              .append(more == null ? "" : " " + more)
              .append('>');
          open.add(entity);
        }
      }
      tagged.append(at < text.length() ? text.substring(at, at + 1) : "");
    }
    return tagged.toString();
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(Run.plain(text)));
  }

  private static Block items(boolean ordered, int start, List<List<Block>> items) {
    return new Block.Items(ordered, start, items);
  }

  private static Block table(boolean header, String... rows) {
    List<List<List<Run>>> cells = new ArrayList<>();
    for (String row : rows) {
      List<List<Run>> cellsOfRow = new ArrayList<>();
      for (String text : row.split(",", -1)) {
        cellsOfRow.add(cell(text));
      }
      cells.add(cellsOfRow);
    }
    return new Block.Table(header, cells);
  }

  private static List<Run> cell(String text) {
    return List.of(Run.plain(text));
  }
}
