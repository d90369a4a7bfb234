package kz.zharshy.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.Fields.Kind;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;

/**
 * Tells of nearly every stem that stands nowhere that it does not (a Bloom filter, in memory). A
 * misspelt word has a thousand neighbours, and looking each of them up in each part of the index
 * would take longer than all the rest of a search. Safe for use by several threads, of which one at
 * a time reads.
 */
final class StemFilter {
  private static final int BITS_PER_STEM = 16;
  private static final int PROBES = 3;
  private static final int SMALLEST = 1 << 10;

  private volatile AtomicLongArray bits = new AtomicLongArray(SMALLEST);
  private Set<IndexReader.CacheKey> known = new HashSet<>();
  private long stems;

  /** Whether a stem may be there. */
  boolean mayHave(String field, String stem) {
    AtomicLongArray stored = bits;
    long hash = hash(field, stem);
    for (int i = 0; i < PROBES; i++) {
      long bit = bit(hash, i, stored);
      if ((stored.get((int) (bit >>> 6)) & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes up the stems of those parts of an index that were not there the last time. */
  void read(IndexReader index) throws IOException {
    Set<IndexReader.CacheKey> all = new HashSet<>();
    List<LeafReaderContext> fresh = new ArrayList<>();
    for (LeafReaderContext leaf : index.leaves()) {
      IndexReader.CacheKey key = leaf.reader().getCoreCacheHelper().getKey();
      all.add(key);
      if (!known.contains(key)) {
        fresh.add(leaf);
      }
    }
    AtomicLongArray stored = bits;
    if ((stems + count(fresh)) * BITS_PER_STEM > (long) stored.length() * Long.SIZE) {
      fresh = index.leaves();
      // Room for as many again, until all is read anew.
      stored = new AtomicLongArray(size(2 * count(fresh)));
      stems = 0;
    }
    for (LeafReaderContext leaf : fresh) {
      for (Language language : Language.values()) {
        read(leaf, Fields.of(language, Kind.STEMS, false), stored);
      }
    }
    known = all;
    bits = stored;
  }

  private void read(LeafReaderContext leaf, String field, AtomicLongArray stored)
      throws IOException {
    TermsEnum words = Terms.getTerms(leaf.reader(), field).iterator();
    while (words.next() != null) {
      long hash = hash(field, words.term().utf8ToString());
      boolean added = false;
      for (int i = 0; i < PROBES; i++) {
        long bit = bit(hash, i, stored);
        int at = (int) (bit >>> 6);
        long before = stored.get(at);
        stored.set(at, before | 1L << bit);
        added |= before != stored.get(at);
      }
      stems += added ? 1 : 0;
    }
  }

  private static long count(List<LeafReaderContext> leaves) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : leaves) {
      for (Language language : Language.values()) {
        count += Terms.getTerms(leaf.reader(), Fields.of(language, Kind.STEMS, false)).size();
      }
    }
    return count;
  }

  private static int size(long stems) {
    long longs = Math.max(SMALLEST, stems * BITS_PER_STEM / Long.SIZE);
    return (int) Long.highestOneBit(2 * longs - 1);
  }

  private static long bit(long hash, int probe, AtomicLongArray stored) {
    long step = hash >>> 32 | 1;
    return (hash + probe * step) & ((long) stored.length() * Long.SIZE - 1);
  }

  private static long hash(String field, String stem) {
    long hash = field.hashCode();
    for (int i = 0; i < stem.length(); i++) {
      hash = (hash ^ stem.charAt(i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    hash *= 0xbf58476d1ce4e5b9L;
    return hash ^ hash >>> 32;
  }
}
