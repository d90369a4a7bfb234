package kz.zharshy.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.store.WordIndex.Wanted;

/** Words of which one has to be there, as they stand in the index. */
record WordChoice(Set<String> common, Set<String> rare) {
  /**
   * All that is wanted.
   *
   * @param inTitle whether all of it has to stand in the headline
   */
  static List<WordChoice> of(Wanted wanted, boolean inTitle, Sql sql) throws SQLException {
    List<Set<String>> tokens = new ArrayList<>();
    for (Set<String> words : wanted.words()) {
      Set<String> any = new LinkedHashSet<>();
      words.forEach(word -> any.add(WordToken.of(wanted.language(), inTitle, word)));
      tokens.add(any);
    }
    Set<String> all = CommonWords.among(union(tokens), sql);
    List<WordChoice> choices = new ArrayList<>();
    for (Set<String> any : tokens) {
      Set<String> common = new LinkedHashSet<>(any);
      common.retainAll(all);
      Set<String> rare = new LinkedHashSet<>(any);
      rare.removeAll(all);
      choices.add(new WordChoice(common, rare));
    }
    return choices;
  }

  static Set<String> union(Collection<Set<String>> sets) {
    Set<String> union = new LinkedHashSet<>();
    sets.forEach(union::addAll);
    return union;
  }

  Set<String> all() {
    return union(List.of(common, rare));
  }

  /** Whether the lists of all its words are short. */
  boolean isRare() {
    return common.isEmpty();
  }
}
