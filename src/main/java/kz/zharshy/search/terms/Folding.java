package kz.zharshy.search.terms;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes one of what people type in several ways: capital letters, accents, ё and е, й and и, and
 * the letters of Kazakh that many keyboards lack. Keeps nothing but letters and digits.
 */
public final class Folding {
  private static final String TYPED = "қәңөұүіғһəёйъ";
  private static final String MEANT = "каноууигхаеиь";

  /** Latin letters that stand among Cyrillic ones because they look the same. */
  private static final String LATIN = "abcehikmoptxyö";

  private static final String LOOKS = "авсехикмортхуо";

  /** What is kept of each letter of the alphabets that are folded. */
  private static final char[] KEPT = kept();

  private Folding() {}

  public static String of(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    boolean cyrillic = false;
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char letter = letter(lower.charAt(i));
      if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
        folded.append(letter);
        cyrillic |= isCyrillic(letter);
      }
    }
    return cyrillic ? withoutLatin(folded) : folded.toString();
  }

  public static boolean isCyrillic(char letter) {
    return letter >= '\u0400' && letter <= '\u052f';
  }

  private static char letter(char typed) {
    return typed < KEPT.length ? KEPT[typed] : typed;
  }

  private static char[] kept() {
    char[] kept = new char['\u0530'];
    for (char letter = 0; letter < kept.length; letter++) {
      kept[letter] = letter;
    }
    for (char letter = '\u00c0'; letter <= '\u024f'; letter++) {
      kept[letter] = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    }
    for (int i = 0; i < TYPED.length(); i++) {
      kept[TYPED.charAt(i)] = MEANT.charAt(i);
    }
    return kept;
  }

  private static String withoutLatin(StringBuilder folded) {
    for (int i = 0; i < folded.length(); i++) {
      int latin = LATIN.indexOf(folded.charAt(i));
      if (latin >= 0) {
        folded.setCharAt(i, LOOKS.charAt(latin));
      }
    }
    return folded.toString();
  }
}
