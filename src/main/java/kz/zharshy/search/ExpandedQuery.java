package kz.zharshy.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a piece of a query can mean in one language: any of these senses will do. */
record ExpandedQuery(List<Sense> senses) {
  /**
   * Stems that belong together.
   *
   * @param words of each of these sets one has to be there
   * @param phrase whether they have to follow each other; then each set is of one
   */
  record Sense(List<Set<String>> words, boolean phrase) {
    List<String> inOrder() {
      return words.stream().map(any -> any.iterator().next()).toList();
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
    senses.forEach(sense -> sense.words().forEach(stems::addAll));
    return stems;
  }
}
