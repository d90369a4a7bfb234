package kz.zharshy.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The words of an index, also those of articles that have left it a while ago. Each is looked up
 * once. For one search.
 */
final class Vocabulary {
  private final IndexReader reader;
  private final StemFilter filter;
  private final Map<String, List<TermsEnum>> stored = new HashMap<>();
  private final Map<Term, TermStates> found = new HashMap<>();
  private long work;

  Vocabulary(IndexReader reader, StemFilter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  /** How many words were looked for or looked at up to now. */
  long work() {
    return work;
  }

  /** Which of these are there. */
  Set<String> knownStems(String field, Collection<String> stems) throws IOException {
    Set<String> known = new TreeSet<>();
    for (String stem : stems) {
      if (filter.mayHave(field, stem) && find(new Term(field, stem)).docFreq() > 0) {
        known.add(stem);
      }
    }
    return known;
  }

  /**
   * The first words that begin so and are accepted.
   *
   * @param most how many words are looked at in each part of the index
   */
  Set<String> beginningWith(String field, String beginning, int most, Predicate<String> accepted)
      throws IOException {
    BytesRef start = new BytesRef(beginning);
    Set<String> seen = new TreeSet<>();
    for (TermsEnum words : stored(field)) {
      boolean some = words.seekCeil(start) != TermsEnum.SeekStatus.END;
      for (int i = 0; i < most && some && StringHelper.startsWith(words.term(), start); i++) {
        seen.add(words.term().utf8ToString());
        work++;
        some = words.next() != null;
      }
    }
    seen.removeIf(accepted.negate());
    return seen;
  }

  /** The articles that have one of these words; empty where all of them are nowhere. */
  Optional<Query> anyOf(String field, Collection<String> words) throws IOException {
    Set<Query> there = new LinkedHashSet<>();
    for (String word : words) {
      Term term = new Term(field, word);
      TermStates states = find(term);
      if (states.docFreq() > 0) {
        there.add(new TermQuery(term, states));
      }
    }
    if (there.size() < 2) {
      return there.stream().findFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    there.forEach(one -> any.add(one, Occur.SHOULD));
    return Optional.of(any.build());
  }

  private TermStates find(Term term) throws IOException {
    TermStates states = found.get(term);
    if (states == null) {
      work++;
      states = new TermStates(reader.getContext());
      List<TermsEnum> words = stored(term.field());
      for (int i = 0; i < words.size(); i++) {
        TermsEnum part = words.get(i);
        if (part.seekExact(term.bytes())) {
          states.register(part.termState(), i, part.docFreq(), part.totalTermFreq());
        }
      }
      found.put(term, states);
    }
    return states;
  }

  private List<TermsEnum> stored(String field) throws IOException {
    List<TermsEnum> words = stored.get(field);
    if (words == null) {
      words = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        words.add(Terms.getTerms(leaf.reader(), field).iterator());
      }
      stored.put(field, words);
    }
    return words;
  }
}
