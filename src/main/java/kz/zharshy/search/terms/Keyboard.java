package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody meant who typed with the wrong keyboard layout: the keys of йцукен, with the
 * letters of Kazakh in the row of digits, against those of qwerty.
 */
public final class Keyboard {
  private static final String QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  private static final String RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё";
  private static final String SHIFTED = "{}:\"<>~";
  private static final String SHIFTED_RUSSIAN = "хъжэбюё";
  private static final String DIGITS = "2345890-=";
  private static final String KAZAKH = "әіңғүұқөһ";

  private Keyboard() {}

  /** What else the keys of a typed word may mean, without what it says as it stands. */
  public static Set<String> meanings(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    Set<String> meanings = new LinkedHashSet<>();
    if (word.chars().noneMatch(letter -> Folding.isCyrillic((char) letter))) {
      for (String keys : List.of(word, bare(word))) {
        String russian = translated(keys, QWERTY + SHIFTED, RUSSIAN + SHIFTED_RUSSIAN);
        meanings.add(russian);
        // A number is a number.
        if (!russian.equals(keys)) {
          meanings.add(translated(russian, DIGITS, KAZAKH));
        }
      }
    } else {
      meanings.add(translated(word, RUSSIAN + KAZAKH, QWERTY + DIGITS));
    }
    meanings.remove(word);
    meanings.remove(bare(word));
    return meanings;
  }

  /** A comma behind a word may be the key of a letter, or a comma. */
  private static String bare(String word) {
    return word.replaceFirst("[,.;:!?'\"]+$", "");
  }

  private static String translated(String word, String from, String to) {
    StringBuilder translated = new StringBuilder(word);
    for (int i = 0; i < translated.length(); i++) {
      int key = from.indexOf(translated.charAt(i));
      if (key >= 0) {
        translated.setCharAt(i, to.charAt(key));
      }
    }
    return translated.toString();
  }
}
