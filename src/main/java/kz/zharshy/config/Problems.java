package kz.zharshy.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects mistakes, so that all of them are told at once. */
final class Problems {
  private record Found(Place place, Problem problem) {}

  private final List<Found> found = new ArrayList<>();

  void add(Place place, String key, String message) {
    found.add(new Found(place, new Problem(place.toString(), key, message)));
  }

  /**
   * Does nothing where there are none.
   *
   * @throws ConfigurationException with all of them in the order of their places
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationException(
          found.stream().sorted(Comparator.comparing(Found::place)).map(Found::problem).toList());
    }
  }
}
