package kz.zharshy.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.search.index.NewestFirst.Spot;
import kz.zharshy.search.index.Places.Likeness;
import kz.zharshy.search.index.Places.Place;
import kz.zharshy.search.index.Wanted.Word;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * One search: first the newest articles that have the words in any form; where there are more of
 * them than wanted, those that have them just so are looked for among all.
 */
final class Finding {
  /** Of the rarest word's articles so many newest are gone through where two words are wanted. */
  private static final long MOST_FOR_ALL = 500_000;

  /** And for those that are more like what was wanted. */
  private static final long MOST_FOR_ONE_CLASS = 60_000;

  /** So many articles in which the words stand apart are looked at for one with the phrase. */
  private static final int MOST_CHECKED = 2_000;

  /** And for all those that are more like it together. */
  private static final int MOST_CHECKED_FOR_CLASSES = 1_000;

  /** Of a longer question hardly an article has all words in forms that begin with them. */
  private static final int MOST_TO_BEGIN_WITH = 6;

  private record Fit(Likeness likeness, boolean inTitle) {}

  private final IndexSearcher searcher;
  private final WordQueries queries;
  private final Wanted wanted;
  private final int limit;
  private long work;

  Finding(IndexSearcher searcher, Vocabulary vocabulary, Wanted wanted, int limit) {
    this.searcher = searcher;
    this.queries = new WordQueries(vocabulary, wanted);
    this.wanted = wanted;
    this.limit = limit;
  }

  Places places() throws IOException {
    Optional<Query> inAnyForm = queries.of(Likeness.STEM, false);
    if (inAnyForm.isEmpty()) {
      return Places.none();
    }
    NewestFirst search =
        new NewestFirst(searcher, inAnyForm.get(), limit + 1, most(MOST_FOR_ALL), MOST_CHECKED);
    List<Spot> newest = search.find();
    work += search.work();
    boolean all = newest.size() <= limit && search.isComplete();
    Map<Long, Place> places = all || wanted.oneMayMiss() ? classified(newest) : best();
    newest.forEach(spot -> put(spot, new Fit(Likeness.STEM, false), places));
    return new Places(places.values().stream().limit(limit).toList(), search.isComplete());
  }

  /** Of more words there are more articles, and looking for all of them in each takes longer. */
  private long most(long ofTwoWords) {
    long words = Math.max(2, wanted.words().size());
    return 4 * ofTwoWords / (words * words);
  }

  /** How many articles were looked at. */
  long work() {
    return work;
  }

  /** Just the newest that a query finds in headlines. */
  static Places newest(IndexSearcher searcher, Query query, int limit) throws IOException {
    NewestFirst search =
        new NewestFirst(searcher, searcher.rewrite(query), limit, MOST_FOR_ALL, MOST_CHECKED);
    Map<Long, Place> places = new LinkedHashMap<>();
    search.find().forEach(spot -> put(spot, new Fit(Likeness.STEM, true), places));
    return new Places(List.copyOf(places.values()), search.isComplete());
  }

  /** From the best class on. */
  private Map<Long, Place> best() throws IOException {
    Map<Long, Place> places = new LinkedHashMap<>();
    int checks = MOST_CHECKED_FOR_CLASSES;
    for (Fit one : fits()) {
      Optional<Query> query =
          places.size() < limit ? queries.of(one.likeness(), one.inTitle()) : Optional.empty();
      if (query.isPresent()) {
        NewestFirst search =
            new NewestFirst(searcher, query.get(), limit, most(MOST_FOR_ONE_CLASS), checks);
        search.find().forEach(spot -> put(spot, one, places));
        work += search.work();
        checks -= Math.min(checks, search.checked());
      }
    }
    return places;
  }

  private Map<Long, Place> classified(List<Spot> spots) throws IOException {
    Map<Long, Place> places = new LinkedHashMap<>();
    List<Spot> left = new ArrayList<>(spots);
    left.sort(Comparator.comparingInt(Spot::leaf).thenComparingInt(Spot::doc));
    for (Fit one : fits()) {
      List<Spot> fitting = fitting(left, one);
      fitting.forEach(spot -> put(spot, one, places));
      left.removeAll(fitting);
    }
    return places;
  }

  /** One word after the other, for soon none may be left; then the phrases. */
  private List<Spot> fitting(List<Spot> spots, Fit one) throws IOException {
    if (wanted.oneMayMiss()) {
      Optional<Query> query = queries.of(one.likeness(), one.inTitle());
      return query.isPresent() ? matching(spots, query.get()) : List.of();
    }
    List<Spot> left = spots;
    for (Word word : wanted.words()) {
      Optional<Query> query =
          left.isEmpty() ? Optional.empty() : queries.of(word, one.likeness(), one.inTitle());
      left = query.isPresent() ? matching(left, query.get()) : List.of();
    }
    for (Query phrase : queries.phrases(one.inTitle())) {
      left = left.isEmpty() ? left : matching(left, phrase);
    }
    return left;
  }

  private List<Spot> matching(List<Spot> spots, Query query) throws IOException {
    Weight weight = NewestFirst.weight(searcher, query);
    List<Spot> matching = new ArrayList<>();
    int leaf = -1;
    DocIdSetIterator docs = DocIdSetIterator.empty();
    for (Spot spot : spots) {
      if (spot.leaf() != leaf) {
        leaf = spot.leaf();
        Scorer scorer = weight.scorer(searcher.getIndexReader().leaves().get(leaf));
        docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      }
      int at = docs.docID() < spot.doc() ? docs.advance(spot.doc()) : docs.docID();
      if (at == spot.doc()) {
        matching.add(spot);
      }
    }
    return matching;
  }

  /** All but the last, any form anywhere. */
  private List<Fit> fits() {
    List<Fit> fits = new ArrayList<>();
    for (Likeness likeness : Likeness.values()) {
      boolean same = likeness == Likeness.FOLDED && !queries.hasOwnLetters();
      boolean known = wanted.oneMayMiss() && likeness != Likeness.STEM;
      boolean vague = likeness == Likeness.BEGINNING && wanted.words().size() > MOST_TO_BEGIN_WITH;
      if (!same && !known && !vague) {
        fits.add(new Fit(likeness, true));
        fits.add(new Fit(likeness, false));
      }
    }
    fits.remove(fits.size() - 1);
    return fits;
  }

  private static void put(Spot spot, Fit one, Map<Long, Place> places) {
    places.putIfAbsent(
        spot.articleId(),
        new Place(
            spot.articleId(), Instant.ofEpochMilli(spot.at()), one.likeness(), one.inTitle()));
  }
}
