package kz.zharshy.source.body;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;

/** The words of blocks without their marks, for comparing. */
public final class PlainText {
  private PlainText() {}

  /** The text of all blocks, a line each. */
  public static String of(List<Block> blocks) {
    List<String> lines = new ArrayList<>();
    blocks.forEach(block -> add(block, lines));
    return String.join("\n", lines);
  }

  private static void add(Block block, List<String> lines) {
    if (block instanceof Block.Paragraph paragraph) {
      lines.add(text(paragraph.runs()));
    } else if (block instanceof Block.Heading heading) {
      lines.add(text(heading.runs()));
    } else if (block instanceof Block.Quote quote) {
      quote.blocks().forEach(inner -> add(inner, lines));
    } else if (block instanceof Block.Items items) {
      items.items().forEach(item -> item.forEach(inner -> add(inner, lines)));
    } else if (block instanceof Block.Code code) {
      lines.add(code.text());
    } else if (block instanceof Block.Table table) {
      table.rows().forEach(row -> row.forEach(cell -> lines.add(text(cell))));
    } else if (block instanceof Block.Figure figure && figure.picture().caption() != null) {
      lines.add(figure.picture().caption());
    }
  }

  private static String text(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
