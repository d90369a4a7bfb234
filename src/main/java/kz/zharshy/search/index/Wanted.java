package kz.zharshy.search.index;

import java.util.List;
import java.util.Set;
import kz.zharshy.language.Language;

/**
 * What to look for.
 *
 * @param language whose articles
 * @param words all have to stand in the article
 * @param phrases stems that have to follow each other; they are among those of the words, too
 * @param oneMayMiss whether one of the words may be missing
 */
public record Wanted(
    Language language, List<Word> words, List<List<String>> phrases, boolean oneMayMiss) {
  /**
   * A word.
   *
   * @param written itself, in small letters
   * @param folded itself, folded
   * @param stems of which one has to stand in the article
   */
  public record Word(String written, String folded, Set<String> stems) {
    public Word {
      stems = Set.copyOf(stems);
    }
  }

  public Wanted {
    words = words.stream().distinct().toList();
    phrases = phrases.stream().map(List::copyOf).toList();
  }
}
