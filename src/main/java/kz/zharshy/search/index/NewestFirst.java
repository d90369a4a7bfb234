package kz.zharshy.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Goes through what a query finds from the newest article on: in this order they lie in each part
 * of the index, so it stops as soon as there are enough. For one query.
 */
final class NewestFirst {
  private static final Comparator<Spot> ORDER =
      Comparator.comparingLong(Spot::at).thenComparingLong(Spot::articleId).reversed();

  /**
   * A found article.
   *
   * @param leaf the part of the index
   * @param doc its number there
   */
  record Spot(int leaf, int doc, long articleId, long at) {}

  private final IndexSearcher searcher;
  private final Weight weight;
  private final int limit;
  private final long work;
  private final int checks;
  private List<Spot> spots = new ArrayList<>();
  private int checked;
  private long looked;
  private boolean complete = true;

  /**
   * @param limit how many are enough
   * @param work how many articles of the rarest of the words are gone through, the newest of each
   *     part of the index
   * @param checks how many articles in which the words stand apart are looked at for a phrase
   */
  NewestFirst(IndexSearcher searcher, Query query, int limit, long work, int checks)
      throws IOException {
    this.searcher = searcher;
    this.weight = weight(searcher, query);
    this.limit = limit;
    this.work = work;
    this.checks = checks;
  }

  /** Of a query that needs no rewriting, which would cost more than small queries themselves. */
  static Weight weight(IndexSearcher searcher, Query query) throws IOException {
    return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** The newest, in their order. */
  List<Spot> find() throws IOException {
    Map<LeafReaderContext, ScorerSupplier> parts = new LinkedHashMap<>();
    long cost = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      ScorerSupplier supplier = weight.scorerSupplier(leaf);
      if (supplier != null) {
        parts.put(leaf, supplier);
        cost += supplier.cost();
      }
    }
    double share = Math.min(1, work / (double) Math.max(1, cost));
    for (Map.Entry<LeafReaderContext, ScorerSupplier> part : parts.entrySet()) {
      if (newest(part.getKey().reader()) >= oldest()) {
        walk(part.getKey(), part.getValue(), share);
        spots.sort(ORDER);
        spots = new ArrayList<>(spots.subList(0, Math.min(limit, spots.size())));
      }
    }
    return spots;
  }

  /** How many articles were looked at. */
  long work() {
    return looked;
  }

  /** In how many articles a phrase was looked for. */
  int checked() {
    return checked;
  }

  private static long newest(LeafReader reader) throws IOException {
    NumericDocValues times = reader.getNumericDocValues(Fields.AT);
    return times != null && times.advanceExact(0) ? times.longValue() : Long.MIN_VALUE;
  }

  /** Where there are enough, that of the last of them. */
  private long oldest() {
    return spots.size() < limit ? Long.MIN_VALUE : spots.get(limit - 1).at();
  }

  /** Whether nothing was passed over that is newer than the last that was found. */
  boolean isComplete() {
    return complete;
  }

  private void walk(LeafReaderContext leaf, ScorerSupplier supplier, double share)
      throws IOException {
    LeafReader reader = leaf.reader();
    Scorer scorer = supplier.get(Long.MAX_VALUE);
    TwoPhaseIterator check = scorer.twoPhaseIterator();
    DocIdSetIterator docs = check == null ? scorer.iterator() : check.approximation();
    boolean cut = share < 1;
    if (cut) {
      int until = (int) Math.ceil(reader.maxDoc() * share);
      docs = ConjunctionUtils.intersectIterators(List.of(docs, DocIdSetIterator.range(0, until)));
    }
    Bits live = reader.getLiveDocs();
    NumericDocValues times = reader.getNumericDocValues(Fields.AT);
    NumericDocValues ids = reader.getNumericDocValues(Fields.ID);
    long oldest = oldest();
    int found = 0;
    for (int doc = docs.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS && found < limit;
        doc = docs.nextDoc()) {
      looked++;
      long at = times.advanceExact(doc) ? times.longValue() : 0;
      if (at < oldest) {
        return;
      }
      if (check != null && ++checked > checks) {
        complete = false;
        return;
      }
      if ((live == null || live.get(doc)) && (check == null || check.matches())) {
        long id = ids.advanceExact(doc) ? ids.longValue() : 0;
        spots.add(new Spot(leaf.ord, doc, id, at));
        found++;
      }
    }
    complete &= !cut || found == limit;
  }
}
