package kz.zharshy.post;

import java.util.List;

/** Of two long lists only the first place where they differ is worth reading. */
final class FirstDifference {
  private FirstDifference() {}

  /** The first place and what stands there in both lists; empty if the lists are equal. */
  static String between(List<?> found, List<?> expected) {
    for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
      Object one = i < found.size() ? found.get(i) : "the end";
      Object other = i < expected.size() ? expected.get(i) : "the end";
      if (!one.equals(other)) {
        return "at %d: %s instead of %s".formatted(i, one, other);
      }
    }
    return "";
  }
}
