package kz.zharshy.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a piece of a query can mean in one language: expressions of FTS5, each of which will do, and
 * the stems in them.
 */
record Meaning(Set<String> expressions, Set<String> stems) {
  static Meaning nothing() {
    return new Meaning(new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  boolean isNothing() {
    return expressions.isEmpty();
  }

  /** Adds another; gives this. */
  Meaning or(Meaning other) {
    expressions.addAll(other.expressions);
    stems.addAll(other.stems);
    return this;
  }

  String expression() {
    return expressions.stream().collect(Collectors.joining(" OR ", "(", ")"));
  }
}
