package kz.zharshy.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.search.index.Wanted.Word;

/** What a piece of a query can mean in one language: any of these senses will do. */
record ExpandedQuery(List<Sense> senses) {
  /**
   * Stems that belong together.
   *
   * @param words of each of them one stem has to be there
   * @param phrase whether they have to follow each other; then each has one stem
   */
  record Sense(List<Word> words, boolean phrase) {
    List<String> inOrder() {
      return words.stream().map(word -> word.stems().iterator().next()).toList();
    }
  }

  static ExpandedQuery nothing() {
    return new ExpandedQuery(List.of());
  }

  boolean isNothing() {
    return senses.isEmpty();
  }

  Set<String> stems() {
    Set<String> stems = new LinkedHashSet<>();
    senses.forEach(sense -> sense.words().forEach(word -> stems.addAll(word.stems())));
    return stems;
  }
}
