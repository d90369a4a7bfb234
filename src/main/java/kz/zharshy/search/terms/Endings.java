package kz.zharshy.search.terms;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Endings of words. */
final class Endings {
  /** A letter of endings, with the letters that stand before it in some of them. */
  private static final class Letter {
    final Map<Character, Letter> before = new HashMap<>();
    boolean first;
  }

  private final Letter behindAll = new Letter();

  private Endings() {}

  /** Endings given as words with spaces between them. */
  static Endings of(String... lines) {
    Endings endings = new Endings();
    for (String ending : String.join(" ", lines).split(" ", -1)) {
      Letter letter = endings.behindAll;
      for (int i = ending.length() - 1; i >= 0; i--) {
        letter = letter.before.computeIfAbsent(ending.charAt(i), any -> new Letter());
      }
      letter.first = true;
    }
    return endings;
  }

  /** How long the longest of them is with which a word ends, not reaching before {@code from}. */
  int at(String word, int from) {
    int longest = 0;
    @Nullable Letter letter = behindAll;
    for (int i = word.length() - 1; i >= from; i--) {
      letter = letter.before.get(word.charAt(i));
      if (letter == null) {
        return longest;
      }
      longest = letter.first ? word.length() - i : longest;
    }
    return longest;
  }

  /** The word without the longest of them. */
  String off(String word, int from) {
    int length = at(word, from);
    return length == 0 ? word : word.substring(0, word.length() - length);
  }
}
