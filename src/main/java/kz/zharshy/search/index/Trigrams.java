package kz.zharshy.search.index;

import java.util.List;
import java.util.stream.IntStream;

/** Words as three letters after three letters, by which a part of a word is found. */
final class Trigrams {
  private static final int LETTERS = 3;

  private Trigrams() {}

  /** Those of a word in their order; none of a shorter word. */
  static List<String> of(String word) {
    return IntStream.rangeClosed(0, word.length() - LETTERS)
        .mapToObj(at -> word.substring(at, at + LETTERS))
        .toList();
  }
}
