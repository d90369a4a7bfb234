package kz.zharshy.search.terms;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Endings of words. */
final class Endings {
  private final Set<String> endings;
  private final int longest;

  private Endings(Set<String> endings) {
    this.endings = endings;
    this.longest = endings.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Endings given as words with spaces between them. */
  static Endings of(String... lines) {
    return new Endings(
        Arrays.stream(lines)
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** How long the longest of them is with which a word ends, not reaching before {@code from}. */
  int at(String word, int from) {
    for (int length = Math.min(longest, word.length() - from); length > 0; length--) {
      if (endings.contains(word.substring(word.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  /** The word without the longest of them. */
  String off(String word, int from) {
    return word.substring(0, word.length() - at(word, from));
  }
}
