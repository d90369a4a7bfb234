package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a word with one typing error may have been: a letter too many, missing, wrong or swapped.
 */
public final class TypoVariants {
  /** In shorter words one letter makes another word. */
  private static final int SHORTEST = 5;

  private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыьэюя";
  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

  private TypoVariants() {}

  /** All words that are one error away; none for a short word or a number. */
  public static Set<String> of(String word) {
    if (word.length() < SHORTEST || word.chars().anyMatch(Character::isDigit)) {
      return Set.of();
    }
    String letters = Folding.isCyrillic(word.charAt(0)) ? CYRILLIC : LATIN;
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i <= word.length(); i++) {
      String before = word.substring(0, i);
      String behind = word.substring(i);
      for (int j = 0; j < letters.length(); j++) {
        words.add(before + letters.charAt(j) + behind);
        if (!behind.isEmpty()) {
          words.add(before + letters.charAt(j) + behind.substring(1));
        }
      }
      if (!behind.isEmpty()) {
        words.add(before + behind.substring(1));
      }
      if (behind.length() > 1) {
        words.add(before + behind.charAt(1) + behind.charAt(0) + behind.substring(2));
      }
    }
    words.remove(word);
    return words;
  }
}
