package kz.zharshy.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.Fields.Kind;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one search asks of an index, which stays for it as it is. Nothing here fails because the
 * index is missing or broken: there is nothing to be found then. For one thread; has to be closed.
 */
public final class IndexReading implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IndexReading.class);

  /** An index that is there. */
  private record Opened(IndexSearcher searcher, Vocabulary vocabulary) {}

  /** What is asked of it. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Opened index) throws IOException;
  }

  private final @Nullable Opened opened;
  private final Consumer<IOException> broken;
  private long articles;

  /**
   * @param reader is given back when this is closed; null where there is no index
   * @param broken is told that it cannot be read
   */
  IndexReading(@Nullable DirectoryReader reader, StemFilter filter, Consumer<IOException> broken) {
    this.opened = reader == null ? null : opened(reader, filter);
    this.broken = broken;
  }

  private static Opened opened(DirectoryReader reader, StemFilter filter) {
    IndexSearcher searcher = new IndexSearcher(reader);
    // Each search is another one; what is kept of it would only cost memory.
    searcher.setQueryCache(null);
    return new Opened(searcher, new Vocabulary(reader, filter));
  }

  /** Which of these stems stand in articles of a language. */
  public Set<String> known(Language language, Collection<String> stems) {
    String field = Fields.of(language, Kind.STEMS, false);
    return ask(index -> index.vocabulary().knownStems(field, stems), Set.of());
  }

  /** Stems of a language's articles that begin so, the first in their order. */
  public Set<String> beginningWith(Language language, String beginning, int limit) {
    String field = Fields.of(language, Kind.STEMS, false);
    return ask(
        index ->
            index.vocabulary().beginningWith(field, beginning, limit, any -> true).stream()
                .limit(limit)
                .collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  /** The articles whose words are most like those wanted, and the newest of them. */
  public Places find(Wanted wanted, int limit) {
    return wanted.words().isEmpty()
        ? Places.none()
        : ask(index -> find(index, wanted, limit), Places.none());
  }

  /**
   * The newest articles in whose headlines each of these stands inside of a word; a part of less
   * than three letters is nowhere.
   */
  public Places findParts(Language language, List<String> parts, int limit) {
    String field = Fields.of(language, Kind.TRIGRAMS, true);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String part : parts) {
      String[] trigrams = Trigrams.of(part).toArray(String[]::new);
      all.add(new PhraseQuery(field, trigrams), Occur.MUST);
    }
    BooleanQuery query = all.build();
    return ask(index -> Finding.newest(index.searcher(), query, limit), Places.none());
  }

  /** How many words and articles were looked at up to now. */
  long work() {
    return articles + (opened == null ? 0 : opened.vocabulary().work());
  }

  @Override
  public void close() {
    try {
      if (opened != null) {
        opened.searcher().getIndexReader().decRef();
      }
    } catch (IOException e) {
      log.debug("A reader of the search index was not closed", e);
    }
  }

  private Places find(Opened index, Wanted wanted, int limit) throws IOException {
    Finding finding = new Finding(index.searcher(), index.vocabulary(), wanted, limit);
    Places places = finding.places();
    articles += finding.work();
    return places;
  }

  private <T> T ask(Question<T> question, T otherwise) {
    try {
      return opened == null ? otherwise : question.ask(opened);
    } catch (IOException e) {
      broken.accept(e);
      return otherwise;
    }
  }
}
