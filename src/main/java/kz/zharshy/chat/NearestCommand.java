package kz.zharshy.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the command that somebody meant who mistyped it. */
final class NearestCommand {
  private NearestCommand() {}

  /** The nearest name; empty where none is near. */
  static Optional<String> of(String typed, List<String> names) {
    int most = typed.length() <= 4 ? 1 : 2;
    return names.stream()
        .filter(name -> errors(typed, name) <= most || isBeginning(typed, name))
        .min(Comparator.comparingInt(name -> errors(typed, name)));
  }

  private static boolean isBeginning(String typed, String name) {
    return typed.length() >= 3 && name.startsWith(typed);
  }

  /** How many letters are too many, missing, wrong or swapped. */
  private static int errors(String typed, String name) {
    int[][] errors = new int[typed.length() + 1][name.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= name.length(); j++) {
        errors[i][j] = i == 0 || j == 0 ? i + j : least(typed, name, errors, i, j);
      }
    }
    return errors[typed.length()][name.length()];
  }

  private static int least(String typed, String name, int[][] errors, int i, int j) {
    int wrong = typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
    int least = Math.min(errors[i - 1][j], errors[i][j - 1]) + 1;
    least = Math.min(least, errors[i - 1][j - 1] + wrong);
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == name.charAt(j - 2)
            && typed.charAt(i - 2) == name.charAt(j - 1);
    return swapped ? Math.min(least, errors[i - 2][j - 2] + 1) : least;
  }
}
