package kz.zharshy.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line that holds something.
 *
 * @param text without white space at either end
 * @param indent how many columns of white space stood before it
 * @param opensBlock whether a blank line, or nothing, stands above it
 */
public record Line(String text, int indent, boolean opensBlock) {
  /** The lines of a text that hold something, in order. */
  public static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    boolean opens = true;
    for (String raw : CleanText.of(text).split("\n", -1)) {
      String stripped = CleanText.strip(raw);
      if (stripped.isEmpty()) {
        opens = true;
      } else {
        lines.add(new Line(stripped, raw.indexOf(stripped), opens));
        opens = false;
      }
    }
    return lines;
  }

  /** The same line at the head of a block. */
  public Line opening() {
    return opensBlock ? this : new Line(text, indent, true);
  }

  public int length() {
    return text.length();
  }

  /**
   * What is left of the text when letters' case, the dots of ё, quotation marks, dashes and white
   * space do not count.
   */
  public static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.length() == 0 ? text : key.toString().toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
