package kz.zharshy.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.search.ExpandedQuery.Sense;
import kz.zharshy.search.Search.Found;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.store.WordIndex;
import kz.zharshy.store.WordIndex.Place;
import kz.zharshy.store.WordIndex.Places;
import kz.zharshy.store.WordIndex.Wanted;

/** The articles that one search finds, with their ranks. For one thread. */
final class Candidates {
  /** Behind what was found as it was typed. */
  private static final int BEHIND = 100;

  /** Behind what has all the words. */
  private static final int INCOMPLETE = 4;

  /** Of so many words one may be missing; with fewer each of them matters. */
  private static final int ENOUGH_TO_MISS_ONE = 3;

  /** What is typed has several senses only on another keyboard, and hardly ever two. */
  private static final int MOST_SENSES = 4;

  private record Candidate(Hit hit, Instant at, int rank) {}

  private final WordIndex index;
  private final Language reader;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Language, List<ExpandedQuery>> exact = new EnumMap<>(Language.class);
  private final Map<Language, List<ExpandedQuery>> near = new EnumMap<>(Language.class);
  private boolean complete = true;

  Candidates(WordIndex index, Language reader) {
    this.index = index;
    this.reader = reader;
  }

  void addExact(List<Query.Piece> pieces) {
    for (Language language : Language.values()) {
      QueryExpansion meanings = new QueryExpansion(index, language, pieces.size());
      List<ExpandedQuery> known = new ArrayList<>();
      for (Query.Piece piece : pieces) {
        ExpandedQuery meaning = meanings.exact(piece);
        if (meaning.isNothing()) {
          break;
        }
        known.add(meaning);
      }
      if (known.size() == pieces.size()) {
        exact.put(language, known);
        add(language, known, false, 0);
      }
    }
  }

  void addNear(List<Query.Piece> pieces, List<Language> languages) {
    int behind = candidates.isEmpty() ? 0 : BEHIND;
    for (Language language : languages) {
      QueryExpansion meanings = new QueryExpansion(index, language, pieces.size());
      List<ExpandedQuery> known =
          pieces.stream().map(meanings::near).filter(meaning -> !meaning.isNothing()).toList();
      near.put(language, known);
      if (known.size() == pieces.size() && !known.equals(exact.get(language))) {
        add(language, known, false, behind);
      }
    }
  }

  /** Adds what has all but one of the words as they were last added. */
  void addAllButOne(List<Query.Piece> pieces) {
    near.forEach(
        (language, known) -> {
          int missing = pieces.size() - known.size();
          if (pieces.size() >= ENOUGH_TO_MISS_ONE
              && missing <= pieces.size() / ENOUGH_TO_MISS_ONE) {
            add(language, known, missing == 0, INCOMPLETE);
          }
        });
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  boolean has(Language language) {
    return candidates.stream().anyMatch(candidate -> candidate.hit().language() == language);
  }

  /** All of them, the best first. */
  Found found(boolean exact) {
    Map<Long, Hit> hits = new LinkedHashMap<>();
    candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::rank).thenComparing(Candidates::newestFirst))
        .forEach(candidate -> hits.putIfAbsent(candidate.hit().articleId(), candidate.hit()));
    return new Found(hits.values().stream().limit(Search.MOST).toList(), exact, complete);
  }

  private void add(
      Language language, List<ExpandedQuery> meanings, boolean oneMayMiss, int behind) {
    Set<String> stems = new LinkedHashSet<>();
    meanings.forEach(meaning -> stems.addAll(meaning.stems()));
    int rank = behind + (language == reader ? 0 : 2);
    for (List<Sense> senses : combinations(meanings)) {
      Places places = index.newest(wanted(language, senses, oneMayMiss), Search.MOST);
      complete &= places.complete();
      for (Place place : places.newest()) {
        Hit hit = new Hit(place.articleId(), language, stems);
        candidates.add(new Candidate(hit, place.at(), place.inTitle() ? rank : rank + 1));
      }
    }
  }

  private static List<List<Sense>> combinations(List<ExpandedQuery> meanings) {
    List<List<Sense>> combinations = List.of(List.of());
    for (ExpandedQuery meaning : meanings) {
      combinations =
          combinations.stream()
              .flatMap(before -> meaning.senses().stream().map(sense -> with(before, sense)))
              .limit(MOST_SENSES)
              .toList();
    }
    return combinations;
  }

  private static List<Sense> with(List<Sense> before, Sense sense) {
    List<Sense> senses = new ArrayList<>(before);
    senses.add(sense);
    return senses;
  }

  private static Wanted wanted(Language language, List<Sense> senses, boolean oneMayMiss) {
    return new Wanted(
        language,
        senses.stream().flatMap(sense -> sense.words().stream()).toList(),
        senses.stream().filter(Sense::phrase).map(Sense::inOrder).toList(),
        oneMayMiss);
  }

  private static int newestFirst(Candidate one, Candidate other) {
    int byTime = other.at().compareTo(one.at());
    return byTime != 0 ? byTime : Long.compare(other.hit().articleId(), one.hit().articleId());
  }
}
