package kz.zharshy.source.body;

import java.util.ArrayList;
import java.util.List;
import kz.zharshy.article.Block;
import kz.zharshy.article.Run;
import kz.zharshy.source.CleanText;

/** Reads text in which nothing is markup: a blank line parts paragraphs. */
final class TextBlocks {
  /** Everything after this many paragraphs is one more; no post could show so many. */
  static final int MOST = 20_000;

  private final String text;
  private final List<Block> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();

  private TextBlocks(String text) {
    this.text = text;
  }

  static List<Block> of(String text) {
    return new TextBlocks(text).read();
  }

  private List<Block> read() {
    int at = 0;
    while (at < text.length() && paragraphs.size() < MOST) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      line(at, end);
      at = end + 1;
    }
    if (at < text.length() && paragraphs.size() == MOST) {
      paragraph.append(text.substring(at).stripTrailing());
    }
    endParagraph();
    return paragraphs;
  }

  private void line(int from, int to) {
    if (isBlank(from, to)) {
      endParagraph();
      return;
    }
    int end = to;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    paragraph.append(paragraph.length() == 0 ? "" : "\n").append(text, from, end);
  }

  private boolean isBlank(int from, int to) {
    int at = from;
    while (at < to && CleanText.isBlank(text.charAt(at))) {
      at++;
    }
    return at == to;
  }

  private void endParagraph() {
    if (paragraph.length() > 0) {
      paragraphs.add(new Block.Paragraph(List.of(Run.plain(paragraph.toString()))));
      paragraph.setLength(0);
    }
  }
}
