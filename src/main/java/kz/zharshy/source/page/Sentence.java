package kz.zharshy.source.page;

import java.util.regex.Pattern;

/** How lines of running text end, and how items of a list begin. */
final class Sentence {
  private static final Pattern ITEM =
      Pattern.compile("(?:[-–—*•●▪◦‣·+]|\\(?\\d{1,3}[.)]|\\(?\\p{L}\\))\\s.*", Pattern.DOTALL);

  private Sentence() {}

  /** Whether a line ends as a sentence does, a closing quotation mark or bracket set aside. */
  static boolean ends(String line) {
    int last = line.length() - 1;
    while (last >= 0 && "»”\"’')]“".indexOf(line.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ".!?…".indexOf(line.charAt(last)) >= 0;
  }

  /** Whether a line begins with a bullet, a dash or a number. */
  static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  /** Whether a line is a quotation from its first letter to its last. */
  static boolean isQuotation(String line) {
    String bare = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return bare.length() > 1
        && "«\"“„".indexOf(bare.charAt(0)) >= 0
        && "»\"”“".indexOf(bare.charAt(bare.length() - 1)) >= 0
        && bare.indexOf('»') >= bare.lastIndexOf('»');
  }
}
