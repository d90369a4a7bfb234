package kz.zharshy.source;

import java.util.Locale;

/** Judges text that was read as windows-1251, the set of most old Cyrillic pages and exports. */
final class CyrillicText {
  private static final String PUNCTUATION = "«»“”„–—…№•·’‘\u00A0§©°";

  /** The letters of windows-1251 whose places Kazakhstan's standard KZ-1048 gives to others. */
  private static final String OF_WINDOWS_1251 = "ЌЋќћЎўЈҐЄЇґєјЅѕї";

  private static final String OF_KZ_1048 = "ҚҺқһҰұӘӨҒҮөғәҢңү";

  private CyrillicText() {}

  /**
   * Whether a text makes sense as Russian. In another Cyrillic set its letters would be signs, or
   * capitals in the middle of words. Statistics of letters need more text than a headline has.
   */
  static boolean isPlausible(String text) {
    int foreign = 0;
    int letters = 0;
    int risen = 0;
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = isRussian(c);
      letters += letter ? 1 : 0;
      capitals += letter && !isSmall(c) ? 1 : 0;
      foreign += c > 0x7F && !letter && PUNCTUATION.indexOf(c) < 0 ? 1 : 0;
      boolean inWord = letter && i > 0 && isRussian(text.charAt(i - 1));
      risen += inWord && isSmall(text.charAt(i - 1)) && !isSmall(c) ? 1 : 0;
    }
    boolean turned = risen * 20 > letters || (risen > 0 && capitals * 2 > letters);
    return letters > 0 && foreign * 20 <= letters && !turned;
  }

  /** The text with its Kazakh letters, if it was written after Kazakhstan's variant of the set. */
  static String kazakh(String text) {
    if (text.toLowerCase(Locale.ROOT).indexOf('ќ') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      int at = OF_WINDOWS_1251.indexOf(out.charAt(i));
      if (at >= 0) {
        out.setCharAt(i, OF_KZ_1048.charAt(at));
      }
    }
    return out.toString();
  }

  private static boolean isRussian(char c) {
    return (c >= 'А' && c <= 'я') || c == 'Ё' || c == 'ё';
  }

  private static boolean isSmall(char c) {
    return c >= 'а';
  }
}
