package kz.zharshy.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The words of a field, also those of articles that have left it a while ago. */
record Vocabulary(IndexReader reader, String field) {
  /** Which of these are there. */
  Set<String> known(Collection<String> words) throws IOException {
    // In their order: each look-up goes on from where the one before ended.
    Set<String> missing = new TreeSet<>(words);
    Set<String> known = new LinkedHashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum stored = terms.iterator();
        for (String word : missing) {
          if (stored.seekExact(new BytesRef(word))) {
            known.add(word);
          }
        }
        missing.removeAll(known);
      }
    }
    return known;
  }

  /**
   * The first words that begin so and are accepted.
   *
   * @param most how many words are looked at in each part of the index
   */
  Set<String> beginningWith(String beginning, int most, Predicate<String> accepted)
      throws IOException {
    BytesRef start = new BytesRef(beginning);
    Set<String> found = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum stored = terms.iterator();
        int seen = 0;
        boolean some = stored.seekCeil(start) != TermsEnum.SeekStatus.END;
        while (some && seen < most && StringHelper.startsWith(stored.term(), start)) {
          String word = stored.term().utf8ToString();
          if (accepted.test(word)) {
            found.add(word);
          }
          seen++;
          some = stored.next() != null;
        }
      }
    }
    return found;
  }
}
