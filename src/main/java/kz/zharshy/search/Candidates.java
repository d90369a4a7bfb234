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
import java.util.stream.Stream;
import kz.zharshy.language.Language;
import kz.zharshy.search.ExpandedQuery.Sense;
import kz.zharshy.search.Search.Coverage;
import kz.zharshy.search.Search.Found;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.search.index.IndexReading;
import kz.zharshy.search.index.Places;
import kz.zharshy.search.index.Places.Likeness;
import kz.zharshy.search.index.Places.Place;
import kz.zharshy.search.index.Wanted;
import kz.zharshy.search.terms.Words;

/** The articles that one search finds, with their ranks. For one thread. */
final class Candidates {
  /** One language's ranks: each likeness, in headlines and in texts. */
  private static final int RANKS = 2 * Likeness.values().length;

  /** Behind what was found as it was typed. */
  private static final int BEHIND = 100;

  /** Behind what has all the words. */
  private static final int INCOMPLETE = 2 * RANKS;

  /** Shorter parts stand in too many words. */
  private static final int SHORTEST_PART = 4;

  /** Of so many words one may be missing; with fewer each of them matters. */
  private static final int ENOUGH_TO_MISS_ONE = 3;

  /** What is typed has several senses only on another keyboard, and hardly ever two. */
  private static final int MOST_SENSES = 4;

  private record Candidate(Hit hit, Instant at, int rank) {}

  private final IndexReading index;
  private final Language reader;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<Language, List<ExpandedQuery>> exact = new EnumMap<>(Language.class);
  private final Map<Language, List<ExpandedQuery>> near = new EnumMap<>(Language.class);
  private boolean complete = true;

  Candidates(IndexReading index, Language reader) {
    this.index = index;
    this.reader = reader;
  }

  void addExact(List<Query.Piece> pieces) {
    for (Language language : languages()) {
      if (isFull()) {
        return;
      }
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

  /** The reader's first. */
  private List<Language> languages() {
    return Stream.concat(
            Stream.of(reader), Stream.of(Language.values()).filter(other -> other != reader))
        .toList();
  }

  /** Whether whatever is found in further languages would stand behind the last. */
  private boolean isFull() {
    return candidates.stream().map(one -> one.hit().articleId()).distinct().count() >= Search.MOST;
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

  /** Adds what has all the words inside of others in its headline. */
  void addParts(List<Query.Piece> pieces) {
    List<String> parts =
        pieces.stream()
            .flatMap(piece -> piece.words().stream().map(Words.Word::folded))
            .distinct()
            .toList();
    if (pieces.stream().noneMatch(Query.Piece::phrase)
        && parts.stream().allMatch(part -> part.length() >= SHORTEST_PART)) {
      for (Language language : Language.values()) {
        add(index.findParts(language, parts, Search.MOST), language, Set.copyOf(parts), 0);
      }
    }
  }

  boolean isEmpty() {
    return candidates.isEmpty();
  }

  boolean has(Language language) {
    return candidates.stream().anyMatch(candidate -> candidate.hit().language() == language);
  }

  /** All of them, the best first. */
  Found found(boolean exact, boolean building) {
    Map<Long, Hit> hits = new LinkedHashMap<>();
    candidates.stream()
        .sorted(Comparator.comparingInt(Candidate::rank).thenComparing(Candidates::newestFirst))
        .forEach(candidate -> hits.putIfAbsent(candidate.hit().articleId(), candidate.hit()));
    Coverage whole = complete ? Coverage.WHOLE : Coverage.NEWEST;
    Coverage coverage = building ? Coverage.BUILDING : whole;
    return new Found(hits.values().stream().limit(Search.MOST).toList(), exact, coverage);
  }

  private void add(
      Language language, List<ExpandedQuery> meanings, boolean oneMayMiss, int behind) {
    Set<String> stems = new LinkedHashSet<>();
    meanings.forEach(meaning -> stems.addAll(meaning.stems()));
    for (List<Sense> senses : combinations(meanings)) {
      add(index.find(wanted(language, senses, oneMayMiss), Search.MOST), language, stems, behind);
    }
  }

  private void add(Places places, Language language, Set<String> stems, int behind) {
    complete &= places.complete();
    int first = behind + (language == reader ? 0 : RANKS);
    for (Place place : places.places()) {
      Hit hit = new Hit(place.articleId(), language, stems);
      int rank = first + 2 * place.likeness().rank() + (place.inTitle() ? 0 : 1);
      candidates.add(new Candidate(hit, place.at(), rank));
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
