package kz.zharshy.store;

import java.util.List;
import kz.zharshy.store.WordIndex.Wanted;

/** Whether what is looked for stands in an article's words. Safe for use by several threads. */
final class WordMatch {
  private final List<char[]> words;
  private final List<char[]> phrases;
  private final int mayMiss;

  WordMatch(Wanted wanted) {
    this.words = wanted.words().stream().map(WordOrder::signs).toList();
    this.phrases = wanted.phrases().stream().map(WordOrder::signs).toList();
    this.mayMiss = wanted.oneMayMiss() && words.size() > 1 ? 1 : 0;
  }

  boolean hasPhrases() {
    return !phrases.isEmpty();
  }

  boolean holdsPhrases(WordOrder order, boolean inTitle) {
    return phrases.stream().allMatch(phrase -> order.holds(phrase, inTitle));
  }

  /** Whether a word of each set is there, or of all sets but one where that is enough. */
  boolean holdsWords(WordOrder order, boolean inTitle) {
    int missing = 0;
    for (char[] any : words) {
      if (!order.holdsOneOf(any, inTitle) && ++missing > mayMiss) {
        return false;
      }
    }
    return true;
  }
}
