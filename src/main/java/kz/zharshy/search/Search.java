package kz.zharshy.search;

import java.util.List;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.store.WordIndex;

/**
 * Searches the archive. What holds all the words comes first, in the reader's language before the
 * others, with the words in the headline before those in the text, the newest of equals first. Only
 * where nothing does, typing errors are forgiven, and in a long query one word that is nowhere.
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

  /**
   * What was found.
   *
   * @param exact whether the words stand there as they were typed, in some form
   * @param complete whether the whole archive was looked through, or else only the newest of the
   *     articles in which the words of a phrase stand apart
   */
  public record Found(List<Hit> hits, boolean exact, boolean complete) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  private final WordIndex index;

  public Search(WordIndex index) {
    this.index = index;
  }

  /**
   * Searches; never fails because of what was typed.
   *
   * @param reader the language whose articles come first
   * @throws kz.zharshy.store.StoreException if the database cannot be read now
   */
  public Found find(String typed, Language reader) {
    List<Query.Piece> pieces = Query.of(typed).pieces();
    if (pieces.isEmpty()) {
      return new Found(List.of(), true, true);
    }
    Candidates candidates = new Candidates(index, reader);
    candidates.addExact(pieces);
    if (candidates.isEmpty()) {
      candidates.addNear(pieces, List.of(Language.values()));
      if (candidates.isEmpty()) {
        candidates.addAllButOne(pieces);
      }
      return candidates.found(false);
    }
    if (!candidates.has(reader)) {
      // Somewhere else it may be another word: what is alike in the reader's language follows.
      candidates.addNear(pieces, List.of(reader));
    }
    return candidates.found(true);
  }
}
