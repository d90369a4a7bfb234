package kz.zharshy.source.body;

/**
 * How many cells the tables of a Markdown text can have. Each row of a table gets as many as the
 * line of dashes under its head has columns, whatever it holds, so that a few lines can ask for
 * millions of empty cells.
 */
final class MarkdownCells {
  /** What may stand in a line of dashes, with the marks of quotes and lists before it. */
  private static final String DASHES = "|-: \t>*+.)0123456789";

  private MarkdownCells() {}

  /** Never fewer than there are. */
  static int atMost(String markdown) {
    int cells = 0;
    int columns = 0;
    int at = 0;
    while (at < markdown.length()) {
      int feed = markdown.indexOf('\n', at);
      int end = feed < 0 ? markdown.length() : feed;
      columns = feed == at ? 0 : Math.max(columns, columns(markdown, at, end));
      cells = Math.min(cells + columns, Integer.MAX_VALUE / 2);
      at = end + 1;
    }
    return cells;
  }

  /** The columns of the table under whose head this line stands; 0 if it can be no such line. */
  private static int columns(String markdown, int from, int to) {
    int bars = 0;
    for (int at = from; at < to; at++) {
      char c = markdown.charAt(at);
      if (DASHES.indexOf(c) < 0) {
        return 0;
      }
      bars += c == '|' ? 1 : 0;
    }
    return bars == 0 ? 0 : bars + 1;
  }
}
