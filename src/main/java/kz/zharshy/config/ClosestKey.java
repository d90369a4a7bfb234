package kz.zharshy.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class ClosestKey {
  private ClosestKey() {}

  /** A hint such as {@code Did you mean bot.token?} with a space before it, or nothing. */
  static String hint(String written, Collection<String> known) {
    return of(written, known).map(ClosestKey::question).orElse("");
  }

  static String question(String name) {
    return " Did you mean " + name + "?";
  }

  static Optional<String> of(String written, Collection<String> known) {
    String best = null;
    int least = 1 + Math.max(1, written.length() / 4);
    for (String name : known) {
      int distance = distance(plain(written), plain(name));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best == null ? endingWith(written, known) : Optional.of(best);
  }

  /** A key that was written without its group, for example {@code token} for {@code bot.token}. */
  private static Optional<String> endingWith(String written, Collection<String> known) {
    return known.stream().filter(name -> name.endsWith("." + written)).findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Levenshtein distance: how many letters were added, left out or mistaken. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int mistaken = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(mistaken, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[other.length()];
  }
}
