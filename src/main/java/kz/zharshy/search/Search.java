package kz.zharshy.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.queue.WordIndex;
import kz.zharshy.queue.WordIndex.Place;

/**
 * Searches the archive. What holds all the words comes first, in the reader's language before the
 * others, with the words in the headline before those in the text, the newest of equals first. Only
 * where nothing does, typing errors are forgiven, and in a long query one word that is nowhere.
 *
 * <p>Safe for use by several threads.
 */
public final class Search {
  /** What one looks through on a phone; the index walks from the newest and stops there. */
  private static final int MOST = 60;

  private static final int LAST = 100;

  /** Of so many words one may be missing; with fewer each of them matters. */
  private static final int ENOUGH_TO_MISS_ONE = 3;

  /**
   * A found article.
   *
   * @param stems by which {@link Context} knows the found words again
   */
  public record Hit(long articleId, Language language, Set<String> stems) {}

  /**
   * What was found.
   *
   * @param exact whether the words stand there as they were typed, in some form
   */
  public record Found(List<Hit> hits, boolean exact) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  private record Candidate(Hit hit, Instant at, int rank) {}

  private final WordIndex index;

  public Search(WordIndex index) {
    this.index = index;
  }

  /**
   * Searches; never fails because of what was typed.
   *
   * @param reader the language whose articles come first
   * @throws kz.zharshy.queue.QueueException if the database cannot be read now
   */
  public Found find(String typed, Language reader) {
    List<Query.Piece> pieces = Query.of(typed).pieces();
    if (pieces.isEmpty()) {
      return new Found(List.of(), true);
    }
    List<Candidate> exact = candidates(pieces, reader, true);
    if (exact.isEmpty()) {
      return new Found(ordered(candidates(pieces, reader, false)), false);
    }
    if (exact.stream().noneMatch(found -> found.hit().language() == reader)) {
      // Somewhere else it may be another word: what is alike in the reader's language follows.
      candidates(pieces, reader, false).stream()
          .filter(found -> found.hit().language() == reader)
          .map(found -> new Candidate(found.hit(), found.at(), found.rank() + LAST))
          .forEach(exact::add);
    }
    return new Found(ordered(exact), true);
  }

  private List<Candidate> candidates(List<Query.Piece> pieces, Language reader, boolean exact) {
    List<Candidate> candidates = new ArrayList<>();
    for (Language language : Language.values()) {
      Meanings meanings = new Meanings(index, language);
      List<Meaning> known =
          pieces.stream()
              .map(piece -> exact ? meanings.exact(piece) : meanings.near(piece))
              .filter(meaning -> !meaning.isNothing())
              .toList();
      int missing = pieces.size() - known.size();
      if (missing == 0) {
        candidates.addAll(candidates(language, known, all(known), language == reader ? 0 : 2));
      }
      if (!exact
          && missing <= pieces.size() / ENOUGH_TO_MISS_ONE
          && pieces.size() >= ENOUGH_TO_MISS_ONE) {
        String most = missing > 0 ? all(known) : allButOne(known);
        candidates.addAll(candidates(language, known, most, language == reader ? 4 : 6));
      }
    }
    return candidates;
  }

  private static List<Hit> ordered(List<Candidate> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::rank).thenComparing(Search::newestFirst))
        .map(Candidate::hit)
        .collect(
            Collectors.toMap(
                Hit::articleId, hit -> hit, (first, second) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST)
        .toList();
  }

  private List<Candidate> candidates(
      Language language, List<Meaning> meanings, String expression, int rank) {
    Set<String> stems = new LinkedHashSet<>();
    meanings.forEach(meaning -> stems.addAll(meaning.stems()));
    List<Candidate> candidates = new ArrayList<>();
    for (Place place : index.newest(language, "title : (" + expression + ")", MOST)) {
      candidates.add(candidate(place, language, stems, rank));
    }
    for (Place place : index.newest(language, expression, MOST)) {
      candidates.add(candidate(place, language, stems, rank + 1));
    }
    return candidates;
  }

  private static Candidate candidate(Place place, Language language, Set<String> stems, int rank) {
    return new Candidate(new Hit(place.articleId(), language, stems), place.at(), rank);
  }

  private static int newestFirst(Candidate one, Candidate other) {
    int byTime = other.at().compareTo(one.at());
    return byTime != 0 ? byTime : Long.compare(other.hit().articleId(), one.hit().articleId());
  }

  private static String all(List<Meaning> meanings) {
    return meanings.stream().map(Meaning::expression).collect(Collectors.joining(" AND "));
  }

  private static String allButOne(List<Meaning> meanings) {
    List<String> choices = new ArrayList<>();
    for (int left = 0; left < meanings.size(); left++) {
      List<Meaning> others = new ArrayList<>(meanings);
      others.remove(left);
      choices.add("(" + all(others) + ")");
    }
    return String.join(" OR ", choices);
  }
}
