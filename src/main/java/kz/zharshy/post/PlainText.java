package kz.zharshy.post;

import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;

/** What a paragraph or heading says, in one line. */
final class PlainText {
  private PlainText() {}

  /** The words of a block of runs; empty for all other blocks. */
  static String of(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return of(paragraph.runs());
    }
    return block instanceof Block.Heading heading ? of(heading.runs()) : "";
  }

  static String of(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return TextSanitizer.line(text.toString());
  }
}
