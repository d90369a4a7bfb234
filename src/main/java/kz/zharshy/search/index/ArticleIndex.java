package kz.zharshy.search.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
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

  /** Opens the folder of an index. */
  @FunctionalInterface
  interface Opener {
    Directory open(Path folder) throws IOException;
  }

  private final Path folder;
  private final String archive;
  private final Opener opener;
  private final StemFilter filter = new StemFilter();
  private final ReentrantLock refreshing = new ReentrantLock();
  private @Nullable DirectoryReader reader;
  private @Nullable Mark mark;
  private boolean whole;
  private boolean broken;

  /** The index in a folder, whatever is there. {@code archive}: whose articles it has to be of. */
  public ArticleIndex(Path folder, String archive) {
    this(folder, archive, FSDirectory::open);
  }

  ArticleIndex(Path folder, String archive, Opener opener) {
    this.folder = folder;
    this.archive = archive;
    this.opener = opener;
    refresh();
  }

  /** The folder of the index of a database. */
  public static Path folderOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-index");
  }

  Path folder() {
    return folder;
  }

  /** Makes the folder where there is none. */
  Directory directory() throws IOException {
    return opener.open(folder);
  }

  /** Whether articles may be missing because not all of the archive was read yet. */
  public synchronized boolean isBuilding() {
    return !whole;
  }

  synchronized boolean isBroken() {
    return broken;
  }

  /** For one search. */
  public IndexReading read() {
    return new IndexReading(reader(), filter, this::giveUp);
  }

  /**
   * Takes up what was committed since. An index that is not whole yet takes the place only of one
   * that is not either: as long as there is an older one, searches are answered from that.
   */
  void refresh() {
    refreshing.lock();
    try {
      if (Files.isDirectory(folder)) {
        takeUp(directory());
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      log.debug("The index in {} cannot be opened", folder, e);
    } finally {
      refreshing.unlock();
    }
  }

  private void takeUp(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    Optional<Mark> committed =
        Mark.of(SegmentInfos.readLatestCommit(directory).getUserData())
            .filter(found -> found.archive().equals(archive) && isBetter(found));
    if (committed.isPresent()) {
      DirectoryReader fresh = open(directory, committed.get());
      if (fresh != null) {
        exchange(fresh, committed.get());
      }
    }
  }

  private synchronized boolean isBetter(Mark committed) {
    return committed.whole() || !whole || broken;
  }

  /** With what is known of the parts that were there before; null where nothing is new. */
  private @Nullable DirectoryReader open(Directory directory, Mark committed) throws IOException {
    DirectoryReader open = reader();
    try {
      DirectoryReader fresh =
          open != null && committed.isOfTheSameIndex(mark)
              ? DirectoryReader.openIfChanged(open)
              : DirectoryReader.open(directory);
      if (fresh != null) {
        filter.read(fresh);
      }
      return fresh;
    } finally {
      if (open != null) {
        release(open);
      }
    }
  }

  private synchronized void exchange(DirectoryReader fresh, Mark committed) {
    DirectoryReader old = reader;
    reader = fresh;
    mark = committed;
    whole = committed.whole();
    broken = false;
    if (old != null) {
      release(old);
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
