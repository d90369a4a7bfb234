package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Kazakh and Russian words that somebody typed in Latin letters, as in messages and on signs. */
public final class Transliteration {
  /** The longer ones first. */
  private static final List<List<String>> SIGNS =
      List.of(
          List.of("shch", "щ"),
          List.of("zh", "ж"),
          List.of("kh", "х"),
          List.of("gh", "г"),
          List.of("ts", "ц"),
          List.of("ch", "ч"),
          List.of("sh", "ш"),
          List.of("yo", "е"),
          List.of("yu", "ю"),
          List.of("ya", "я"),
          List.of("ye", "е"));

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyzäöüūğşñıç'";
  private static final String CYRILLIC = "абцдефгхижклмнопкрстуввхызаоууғшныч" + "ь";

  /** Letters that stand for several. */
  private static final Map<String, String> ELSE = Map.of("y", "й", "j", "й", "w", "у");

  private Transliteration() {}

  /** What a word in Latin letters may be in Cyrillic ones; nothing for another word. */
  public static Set<String> meanings(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.chars().noneMatch(letter -> letter >= 'a' && letter <= 'z')) {
      return Set.of();
    }
    Set<String> spellings = new LinkedHashSet<>(List.of(word));
    ELSE.forEach(
        (sign, other) ->
            List.copyOf(spellings)
                .forEach(one -> spellings.add(withSigns(one).replace(sign, other))));
    Set<String> meanings = new LinkedHashSet<>();
    for (String spelling : spellings) {
      String cyrillic = withLetters(withSigns(spelling));
      meanings.add(cyrillic);
      if (cyrillic.startsWith("е")) {
        meanings.add("э" + cyrillic.substring(1));
      }
    }
    return meanings;
  }

  private static String withSigns(String word) {
    String written = word;
    for (List<String> sign : SIGNS) {
      written = written.replace(sign.get(0), sign.get(1));
    }
    return written;
  }

  private static String withLetters(String word) {
    StringBuilder written = new StringBuilder(word);
    for (int i = 0; i < written.length(); i++) {
      int letter = LATIN.indexOf(written.charAt(i));
      if (letter >= 0) {
        written.setCharAt(i, CYRILLIC.charAt(letter));
      }
    }
    return written.toString();
  }
}
