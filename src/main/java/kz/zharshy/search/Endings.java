package kz.zharshy.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Endings of words, the longest first. */
final class Endings {
  private final List<String> endings;

  private Endings(List<String> endings) {
    this.endings = endings;
  }

  /** Endings given as words with spaces between them. */
  static Endings of(String... lines) {
    return new Endings(
        Arrays.stream(lines)
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** How long the longest of them is with which a word ends, not reaching before {@code from}. */
  int at(String word, int from) {
    for (String ending : endings) {
      if (word.length() - ending.length() >= from && word.endsWith(ending)) {
        return ending.length();
      }
    }
    return 0;
  }

  /** The word without the longest of them. */
  String off(String word, int from) {
    return word.substring(0, word.length() - at(word, from));
  }
}
