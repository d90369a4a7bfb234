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
        .filter(name -> EditDistance.between(typed, name) <= most || isBeginning(typed, name))
        .min(Comparator.comparingInt(name -> EditDistance.between(typed, name)));
  }

  private static boolean isBeginning(String typed, String name) {
    return typed.length() >= 3 && name.startsWith(typed);
  }
}
