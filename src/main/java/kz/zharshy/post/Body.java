package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;

/**
 * An article's text as it is set.
 *
 * @param open what every reader sees
 * @param folded what a reader opens
 * @param more whether the rest has to be read at the source
 */
record Body(List<Block> open, List<Block> folded, boolean more) {
  /** About as much as a phone shows beside a picture. */
  private static final int EXCERPT = 700;

  /** Enough to tell whether the rest is worth opening. */
  private static final int TEASER = 300;

  static Body whole(List<Block> blocks) {
    return new Body(blocks, List.of(), false);
  }

  /** The beginning only, cut after a paragraph, else after a sentence. */
  static Body excerpt(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    int room = EXCERPT;
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        int length = PlainText.of(block).length();
        if (length > room) {
          if (kept.isEmpty()) {
            kept.add(new Block.Paragraph(beginning(paragraph.runs(), room)));
          }
          break;
        }
        kept.add(block);
        room -= length;
      } else if (!kept.isEmpty()) {
        break;
      }
    }
    return new Body(kept, List.of(), true);
  }

  /** The beginning open, the rest folded; all open where there is little to fold. */
  static Body folded(List<Block> blocks) {
    int at = 0;
    int length = 0;
    while (at < blocks.size() && length < TEASER && !(blocks.get(at) instanceof Block.Heading)) {
      length += PlainText.of(blocks.get(at)).length();
      at++;
    }
    at = Math.min(Math.max(1, at), blocks.size());
    List<Block> rest = blocks.subList(at, blocks.size());
    int hidden = rest.stream().mapToInt(block -> PlainText.of(block).length()).sum();
    return hidden < TEASER ? whole(blocks) : new Body(blocks.subList(0, at), rest, false);
  }

  private static List<Run> beginning(List<Run> runs, int room) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    int end = end(text, room);
    List<Run> kept = new ArrayList<>();
    int at = 0;
    for (Run run : runs) {
      int take = Math.min(run.text().length(), end - at);
      if (take > 0) {
        kept.add(new Run(run.text().substring(0, take), run.marks(), run.link()));
      }
      at += run.text().length();
    }
    kept.add(Run.plain(".!?…".indexOf(text.charAt(end - 1)) >= 0 ? "" : "…"));
    return kept;
  }

  private static int end(CharSequence text, int room) {
    int sentence = 0;
    int word = 0;
    int letter = 0;
    for (int at = 0; at < Math.min(room, text.length()); at = Graphemes.next(text, at)) {
      if (Whitespace.breaks(text.charAt(at))) {
        int start = Whitespace.skip(text, at, text.length());
        sentence = Sentences.endBetween(text, at, start) ? at : sentence;
        word = at;
      }
      letter = at;
    }
    return Math.max(1, sentence > room / 3 ? sentence : word > 0 ? word : letter);
  }
}
