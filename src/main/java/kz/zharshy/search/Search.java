package kz.zharshy.search;

import java.util.List;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.ArticleIndex;
import kz.zharshy.search.index.IndexReading;

/**
 * Searches the archive. What holds all the words comes first, in the reader's language before the
 * others; the words themselves before what begins with them, and that before other forms; in the
 * headline before in the text; the newest of equals first. Only where nothing does, typing errors
 * are forgiven, and in a long query one word that is nowhere; and only then parts of words in
 * headlines are looked for.
 *
 * <p>Safe for use by several threads.
 */
public final class Search {
  /** So many articles are found at most: what one looks through on a phone. */
  public static final int MOST = 60;

  /**
   * A found article.
   *
   * @param stems by which {@link Snippets} knows the found words again
   */
  public record Hit(long articleId, Language language, Set<String> stems) {}

  /** What was looked through. */
  public enum Coverage {
    WHOLE,
    /** Only the newest of the articles in which the words stand, for they are too many. */
    NEWEST,
    /** Only what was read of the archive up to now: the index is being built. */
    BUILDING
  }

  /**
   * What was found.
   *
   * @param exact whether the words stand there as they were typed, in some form
   */
  public record Found(List<Hit> hits, boolean exact, Coverage coverage) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  private final ArticleIndex index;

  public Search(ArticleIndex index) {
    this.index = index;
  }

  /**
   * Searches; never fails because of what was typed.
   *
   * @param reader the language whose articles come first
   */
  public Found find(String typed, Language reader) {
    Query query = Query.of(typed);
    List<Query.Piece> pieces = query.pieces();
    if (pieces.isEmpty()) {
      return new Found(List.of(), true, Coverage.WHOLE);
    }
    try (IndexReading reading = index.read()) {
      return find(query, new Candidates(reading, reader), reader);
    }
  }

  private Found find(Query query, Candidates candidates, Language reader) {
    List<Query.Piece> pieces = query.pieces();
    candidates.addExact(pieces);
    if (candidates.isEmpty()) {
      query.joined().forEach(joined -> candidates.addExact(joined.pieces()));
    }
    if (candidates.isEmpty()) {
      candidates.addNear(pieces, List.of(Language.values()));
      if (candidates.isEmpty()) {
        candidates.addAllButOne(pieces);
      }
      if (candidates.isEmpty()) {
        candidates.addParts(pieces);
      }
      return candidates.found(false, index.isBuilding());
    }
    if (!candidates.has(reader)) {
      // Somewhere else it may be another word: what is alike in the reader's language follows.
      candidates.addNear(pieces, List.of(reader));
    }
    return candidates.found(true, index.isBuilding());
  }
}
