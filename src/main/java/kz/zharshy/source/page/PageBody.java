package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.source.Line;

/** Writes the lines of an article as paragraphs with one blank line between them. */
final class PageBody {
  private static final int NARROWEST = 60;
  private static final int WIDEST = 100;
  private static final int LONG_LINE = 100;

  private PageBody() {}

  static String of(List<Line> lines) {
    List<List<Line>> blocks = blocks(lines);
    boolean linesAreParagraphs = blocks.size() == 1;
    List<String> paragraphs = new ArrayList<>();
    for (List<Line> block : blocks) {
      if (isWrapped(block)) {
        paragraphs.add(joined(block));
      } else {
        addParagraphs(block, linesAreParagraphs, paragraphs);
      }
    }
    return String.join("\n\n", paragraphs);
  }

  private static List<List<Line>> blocks(List<Line> lines) {
    List<List<Line>> blocks = new ArrayList<>();
    for (Line line : lines) {
      if (line.opensBlock() || blocks.isEmpty()) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(line);
    }
    return blocks;
  }

  /** Whether a program broke one paragraph into lines of nearly one width. */
  private static boolean isWrapped(List<Line> block) {
    if (block.size() < 3) {
      return false;
    }
    List<Line> full = block.subList(0, block.size() - 1);
    long fitting =
        full.stream().filter(l -> l.length() >= NARROWEST && l.length() <= WIDEST).count();
    boolean items = block.stream().anyMatch(line -> Sentence.isItem(line.text()));
    long finished = full.stream().filter(line -> Sentence.ends(line.text())).count();
    return !items && fitting * 10 >= full.size() * 9L && finished * 2 <= full.size();
  }

  private static String joined(List<Line> block) {
    List<String> texts = new ArrayList<>();
    block.forEach(line -> texts.add(line.text()));
    return String.join(" ", texts);
  }

  private static void addParagraphs(List<Line> block, boolean each, List<String> paragraphs) {
    int margin = block.stream().mapToInt(Line::indent).min().orElse(0);
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < block.size(); i++) {
      if (i > 0) {
        boolean parted = each ? parts(block, i) : isLong(block, i - 1) && isLong(block, i);
        paragraph.append(parted ? "\n\n" : "\n");
      }
      paragraph.append(" ".repeat(indent(block, i, margin))).append(block.get(i).text());
    }
    paragraphs.add(paragraph.toString());
  }

  /** In a text without blank lines each line is a paragraph, but for items and verses. */
  private static boolean parts(List<Line> block, int at) {
    boolean finished = Sentence.ends(block.get(at - 1).text());
    return !Sentence.isItem(block.get(at).text())
        && (finished || isLong(block, at - 1) || isLong(block, at));
  }

  private static boolean isLong(List<Line> block, int at) {
    return block.get(at).length() > LONG_LINE;
  }

  private static int indent(List<Line> block, int at, int margin) {
    return block.size() == 1 ? 0 : Math.min(block.get(at).indent() - margin, 12);
  }
}
