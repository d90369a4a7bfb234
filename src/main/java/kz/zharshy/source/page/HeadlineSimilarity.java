package kz.zharshy.source.page;

import java.util.Locale;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;

/** Compares the two headlines of a page, which may differ in dress but not in words. */
final class HeadlineSimilarity {
  /** A shorter beginning would let a one-word rubric pass for the headline below it. */
  private static final int SHORTEST_BEGINNING = 20;

  private HeadlineSimilarity() {}

  /**
   * Whether two lines say the same but for letters' case, quotation marks, dashes and white space;
   * or one is the other cut off by an ellipsis, or with the site's name behind it.
   */
  static boolean same(String one, String two) {
    String first = Line.key(one);
    String second = Line.key(two);
    return first.equals(second) || isCutOff(one, two) || isCutOff(two, one);
  }

  /** The one to be shown: whole rather than cut off, in small letters rather than in capitals. */
  static String better(String one, String two) {
    String first = CleanText.line(one);
    String second = CleanText.line(two);
    if (Line.key(first).equals(Line.key(second))) {
      return isShouted(first) && !isShouted(second) ? second : first;
    }
    boolean firstIsShorter = Line.key(first).length() < Line.key(second).length();
    return firstIsShorter == hasEllipsis(firstIsShorter ? first : second) ? second : first;
  }

  private static boolean isCutOff(String shorter, String whole) {
    String key = Line.key(shorter);
    if (key.length() < SHORTEST_BEGINNING || !Line.key(whole).startsWith(key)) {
      return false;
    }
    return hasEllipsis(shorter) || hasSiteName(shorter, whole);
  }

  private static boolean hasEllipsis(String line) {
    return line.endsWith("…") || line.endsWith("...");
  }

  private static boolean hasSiteName(String shorter, String whole) {
    return whole.length() > shorter.length()
        && whole.startsWith(shorter)
        && CleanText.strip(whole.substring(shorter.length())).matches("[|–—-] ?.{2,40}");
  }

  private static boolean isShouted(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT));
  }
}
