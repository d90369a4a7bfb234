package kz.zharshy.search.index;

import java.time.Instant;
import java.util.List;

/**
 * Articles that were found, no more than were asked for: those whose words are most like the wanted
 * ones and the newest of them.
 *
 * @param complete whether all articles were looked at, or else only the newest
 */
public record Places(List<Place> places, boolean complete) {
  /** How an article has the wanted words, all of them; the best first. */
  public enum Likeness {
    /** Letter by letter. */
    WRITTEN(0),
    /** In letters that are often typed for each other. */
    FOLDED(1),
    /** In forms that begin with the word. */
    BEGINNING(2),
    /** In any form. */
    STEM(3);

    private final int rank;

    Likeness(int rank) {
      this.rank = rank;
    }

    /** The lower, the better. */
    public int rank() {
      return rank;
    }
  }

  /**
   * An article that was found.
   *
   * @param at when it came out
   * @param inTitle whether all that is looked for stands in its headline
   */
  public record Place(long articleId, Instant at, Likeness likeness, boolean inTitle) {}

  public Places {
    places = List.copyOf(places);
  }

  static Places none() {
    return new Places(List.of(), true);
  }
}
