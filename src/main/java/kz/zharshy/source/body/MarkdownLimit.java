package kz.zharshy.source.body;

import java.util.Arrays;

/**
 * How far a body is read as Markdown. A sign is as much work as a hundred letters, and one that
 * nothing closes is looked at again by each that follows it in its paragraph; what stands behind
 * more of them than anybody writes is text.
 */
public final class MarkdownLimit {
  private static final int SIGNS = 50_000;
  private static final int OPEN = 1_000;
  private static final String MARKDOWN = "\n*_~`[]<>&\\|!-+#";
  private static final String EMPHASIS = "*_~";
  private static final int LONGEST = 4;

  private final String text;
  private final int[][] opened = new int[EMPHASIS.length()][LONGEST];
  private int signs;
  private int brackets;
  private int open;

  private MarkdownLimit(String text) {
    this.text = text;
  }

  /** Where what is read as Markdown ends. */
  public static int of(String markdown) {
    return new MarkdownLimit(markdown).end();
  }

  private int end() {
    int at = 0;
    while (at < text.length() && signs < SIGNS && open + brackets < OPEN) {
      at = behind(at);
    }
    return at;
  }

  /** Counts what stands here; a row of equal signs is one. */
  private int behind(int at) {
    char c = text.charAt(at);
    int kind = c < 0x7F ? EMPHASIS.indexOf(c) : -1;
    int end = at + 1;
    if (kind >= 0 || c == '\n' || c == '`' || c == '-') {
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
    }
    signs += isSign(c, at) ? 1 : 0;
    if (kind >= 0) {
      emphasis(opened[kind], at, end);
    } else if (c == '[' || c == ']') {
      brackets = Math.max(0, brackets + (c == '[' ? 1 : -1));
    } else if (c == '\n' && end - at > 1) {
      paragraph();
    }
    return end;
  }

  private boolean isSign(char c, int at) {
    if (c == '.' || c == ')') {
      return at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9';
    }
    return c < 0x7F && MARKDOWN.indexOf(c) >= 0;
  }

  /** What begins at a word and ends behind one has a pair; of all else nobody knows. */
  private void emphasis(int[] like, int at, int end) {
    int length = Math.min(end - at, LONGEST) - 1;
    boolean closes = at > 0 && !isSpace(text.charAt(at - 1));
    boolean opens = end < text.length() && !isSpace(text.charAt(end));
    if (closes && !opens && like[length] > 0) {
      like[length]--;
      open--;
    } else if (opens || closes) {
      like[length] += opens && !closes ? 1 : 0;
      open++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }

  private void paragraph() {
    brackets = 0;
    open = 0;
    for (int[] like : opened) {
      Arrays.fill(like, 0);
    }
  }
}
