package kz.zharshy.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.Fields.Kind;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of the published articles, to be searched; an {@link Indexer} fills it. Nothing here
 * fails because of a missing or broken folder: there is nothing to be found then, and {@link
 * #isBuilding} tells. Safe for use by several threads.
 */
public final class ArticleIndex implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ArticleIndex.class);

  /** What is asked of a reader of the index. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  private final Path folder;
  private final String archive;
  private @Nullable DirectoryReader reader;
  private boolean whole;
  private boolean broken;

  /** The index in a folder, whatever is there. {@code archive}: whose articles it has to be of. */
  public ArticleIndex(Path folder, String archive) {
    this.folder = folder;
    this.archive = archive;
    refresh();
  }

  /** The folder of the index of a database. */
  public static Path folderOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-index");
  }

  Path folder() {
    return folder;
  }

  /** Whether articles may be missing because not all of the archive was read yet. */
  public synchronized boolean isBuilding() {
    return !whole;
  }

  synchronized boolean isBroken() {
    return broken;
  }

  /** Which of these stems stand in articles of a language. */
  public Set<String> known(Language language, Collection<String> stems) {
    String field = Fields.of(language, Kind.STEMS, false);
    return ask(searcher -> new Vocabulary(searcher.getIndexReader(), field).known(stems), Set.of());
  }

  /** Stems of a language's articles that begin so, the first in their order. */
  public Set<String> beginningWith(Language language, String beginning, int limit) {
    String field = Fields.of(language, Kind.STEMS, false);
    return ask(
        searcher ->
            new Vocabulary(searcher.getIndexReader(), field)
                .beginningWith(beginning, limit, any -> true).stream()
                    .limit(limit)
                    .collect(Collectors.toUnmodifiableSet()),
        Set.of());
  }

  /** The articles whose words are most like those wanted, and the newest of them. */
  public Places find(Wanted wanted, int limit) {
    return wanted.words().isEmpty()
        ? Places.none()
        : ask(searcher -> new Finding(searcher, wanted, limit).places(), Places.none());
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
    return ask(searcher -> Finding.newest(searcher, query, limit), Places.none());
  }

  /**
   * Takes up what was committed since. An index that is not whole yet takes the place only of one
   * that is not either: as long as there is an older one, searches are answered from that.
   */
  synchronized void refresh() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (FSDirectory directory = FSDirectory.open(folder)) {
      if (DirectoryReader.indexExists(directory)) {
        takeUp(DirectoryReader.open(directory));
      }
    } catch (IOException | IllegalArgumentException e) {
      log.debug("The index in {} cannot be opened", folder, e);
    }
  }

  private void takeUp(DirectoryReader fresh) throws IOException {
    Optional<Mark> mark =
        Mark.of(fresh.getIndexCommit().getUserData())
            .filter(found -> found.archive().equals(archive));
    boolean better = mark.isPresent() && (mark.get().whole() || !whole || broken);
    DirectoryReader worse = better ? reader : fresh;
    if (better) {
      reader = fresh;
      whole = mark.get().whole();
      broken = false;
    }
    if (worse != null) {
      worse.close();
    }
  }

  private synchronized @Nullable DirectoryReader reader() {
    if (reader != null) {
      reader.incRef();
    }
    return reader;
  }

  private synchronized void giveUp(IOException cause) {
    if (!broken) {
      log.warn("The search index is broken and is built anew: {}", cause.toString());
    }
    broken = true;
    whole = false;
  }

  private <T> T ask(Question<T> question, T otherwise) {
    DirectoryReader open = reader();
    if (open == null) {
      return otherwise;
    }
    try {
      IndexSearcher searcher = new IndexSearcher(open);
      // Each search is another one; what is kept of it would only cost memory.
      searcher.setQueryCache(null);
      return question.ask(searcher);
    } catch (IOException e) {
      giveUp(e);
      return otherwise;
    } finally {
      release(open);
    }
  }

  private void release(DirectoryReader open) {
    try {
      open.decRef();
    } catch (IOException e) {
      log.debug("A reader of the index in {} was not closed", folder, e);
    }
  }

  /** Whoever searches just now gets an answer; later ones find nothing. */
  @Override
  public synchronized void close() {
    DirectoryReader open = reader;
    reader = null;
    whole = false;
    if (open != null) {
      release(open);
    }
  }
}
