package kz.zharshy.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import kz.zharshy.article.BodyReader;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Heartbeat;
import kz.zharshy.health.Task;
import kz.zharshy.store.ArchiveChanges;
import kz.zharshy.store.ArchiveChanges.Change;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an index as the archive is. Where the index is missing, broken, of another archive or of
 * another version of the program, it is built anew. Killed at any moment, it goes on where it last
 * committed. Only one at a time writes to a folder. Safe for use by several threads.
 */
public final class Indexer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Indexer.class);

  /** So many articles are read at once. */
  private static final int BATCH = 500;

  /** While an index is built, it is committed after so many articles. */
  private static final int COMMIT_AFTER = 50_000;

  /** So long at most a deleted folder is not noticed. */
  private static final Duration UNTIL_WOKEN = Duration.ofSeconds(10);

  /** A large index is looked through or merged meanwhile. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);

  /** The more is gathered before it is written, the less is merged; a small machine has less. */
  private static final double MOST_BUFFER_MB = 192;

  private static final double PART_OF_MEMORY = 0.125;
  private static final int MEGABYTE = 1 << 20;

  /** Fewer, larger parts than is usual: a search looks into each of them. */
  private static final int PARTS_PER_TIER = 4;

  private static final Task MANY = new Task(Task.Kind.INDEX, "…");
  private static final int HUNDRED = 100;

  private final ArchiveChanges archive;
  private final ArticleDocuments documents;
  private final ArticleIndex index;
  private final LongConsumer progress;
  private @Nullable Writing writing;
  private boolean closed;

  /** A merge that fails ends the writer, which is noticed; nobody needs to see where it was. */
  private static final class QuietMerging extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable cause) {
      log.debug("A merge of the search index failed", cause);
    }
  }

  /** An index that is being written. */
  private static final class Writing {
    final IndexWriter writer;

    /** Up to this version no article can be in the index yet. */
    final long filling;

    /** The file of the last commit. */
    String committed = "";

    Mark mark;
    long version;
    int uncommitted;

    Writing(IndexWriter writer, Mark mark, long filling) {
      this.writer = writer;
      this.mark = mark;
      this.version = mark.version();
      this.filling = filling;
    }
  }

  /**
   * @param progress is told how many per cent of the archive were read whenever an index that is
   *     built anew is committed
   */
  public Indexer(
      ArchiveChanges archive, BodyReader bodies, ArticleIndex index, LongConsumer progress) {
    this.archive = archive;
    this.documents = new ArticleDocuments(bodies);
    this.index = index;
    this.progress = progress;
  }

  /** Deletes the index in a folder; whoever fills it builds it anew. */
  public static void discard(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (FSDirectory directory = FSDirectory.open(folder)) {
        discard(directory);
      }
    }
  }

  private static void discard(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
        directory.deleteFile(file);
      }
    }
  }

  /** Whether somebody is writing to the index in a folder. */
  public static boolean isTaken(Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      return false;
    } catch (LockObtainFailedException e) {
      log.debug("Somebody writes to {}", folder, e);
      return true;
    }
  }

  /**
   * Reads some of what happened in the archive.
   *
   * @return how long there will be nothing to do, unless something wakes the caller
   * @throws kz.zharshy.store.QueueException if the database cannot be read
   */
  public synchronized Duration step() {
    if (closed) {
      return UNTIL_WOKEN;
    }
    try {
      Duration wait = Heartbeat.within("writing the search index", LONGEST, this::work);
      Heartbeat.note(null);
      return wait;
    } catch (LockObtainFailedException e) {
      log.debug("Another program writes to {}", index.folder(), e);
      return AFTER_A_FAULT;
    } catch (IOException | IllegalStateException e) {
      // The latter where the writer has met a fault in another thread.
      rest();
      log.warn("The search index cannot be written and is tried again in 5 s: {}", e.toString());
      Heartbeat.note(Reason.of(ReasonCode.INDEX_TROUBLE, e.toString()));
      return AFTER_A_FAULT;
    }
  }

  /** Lets another write; a later {@link #step} begins again. */
  public synchronized void rest() {
    Writing open = writing;
    writing = null;
    if (open != null) {
      try {
        open.writer.rollback();
      } catch (IOException | IllegalStateException e) {
        log.debug("The search index was not closed", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    rest();
  }

  private Duration work() throws IOException {
    if (writing != null && !isThere(writing)) {
      rest();
    }
    Writing open = writing;
    if (open == null) {
      open = open();
      // Before anything can fail: whoever fails has to give up the lock.
      writing = open;
      commit(open, false);
      index.refresh();
    }
    List<Change> changes = archive.since(open.version, BATCH);
    take(changes, open);
    if (changes.size() < BATCH || open.uncommitted >= COMMIT_AFTER) {
      commit(open, changes.isEmpty());
    }
    return changes.isEmpty() ? UNTIL_WOKEN : Duration.ZERO;
  }

  private boolean isThere(Writing open) {
    return !index.isBroken() && Files.exists(index.folder().resolve(open.committed));
  }

  private Writing open() throws IOException {
    Directory directory = index.directory();
    String name = archive.archiveId();
    long newest = archive.newestVersion();
    Optional<Mark> found;
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      found =
          index.isBroken()
              ? Optional.empty()
              : sound(directory)
                  .filter(mark -> mark.archive().equals(name) && mark.version() <= newest);
      if (found.isEmpty()) {
        discard(directory);
      }
    }
    Mark mark = found.orElseGet(() -> Mark.ofNew(name));
    IndexWriter writer = new IndexWriter(directory, config());
    return new Writing(writer, mark, found.isEmpty() ? newest : 0);
  }

  private static IndexWriterConfig config() {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setSegmentsPerTier(PARTS_PER_TIER);
    ConcurrentMergeScheduler scheduler = new QuietMerging();
    scheduler.disableAutoIOThrottle();
    double memory = PART_OF_MEMORY * Runtime.getRuntime().maxMemory() / MEGABYTE;
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(Math.min(MOST_BUFFER_MB, memory))
        .setMergePolicy(merging)
        .setMergeScheduler(scheduler)
        .setCommitOnClose(false)
        .setIndexSort(
            new Sort(
                new SortField(Fields.AT, SortField.Type.LONG, true),
                new SortField(Fields.ID, SortField.Type.LONG, true)));
  }

  /** The mark of the index that is there, if each byte of it is as it was written. */
  private static Optional<Mark> sound(Directory directory) {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          ((CodecReader) leaf.reader()).checkIntegrity();
        }
        return Mark.of(reader.getIndexCommit().getUserData());
      }
    } catch (IOException | IllegalArgumentException e) {
      log.warn("The search index is broken and is built anew: {}", e.toString());
      return Optional.empty();
    }
  }

  /** All at once, on all cores: each article is there only once. */
  private void take(List<Change> changes, Writing open) throws IOException {
    try {
      if (AtWork.isSuspect(MANY)) {
        changes.forEach(change -> takeAlone(change, open));
      } else {
        AtWork.run(MANY, () -> changes.parallelStream().forEach(change -> take(change, open)));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!changes.isEmpty()) {
      open.version = changes.get(changes.size() - 1).version();
      open.uncommitted += changes.size();
    }
  }

  /** After an error one must be told which article it came from. */
  private void takeAlone(Change change, Writing open) {
    Task task = Task.of(Task.Kind.INDEX, change.articleId());
    if (AtWork.refusal(task).isEmpty()) {
      AtWork.run(task, () -> take(change, open));
    }
  }

  private void take(Change change, Writing open) {
    try {
      if (change.article() == null) {
        open.writer.deleteDocuments(ArticleDocuments.id(change.articleId()));
      } else if (change.version() <= open.filling) {
        open.writer.addDocument(documents.of(change.article(), change.at()));
      } else {
        open.writer.updateDocument(
            ArticleDocuments.id(change.articleId()), documents.of(change.article(), change.at()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(Writing open, boolean whole) throws IOException {
    Mark before = open.mark;
    boolean becomesWhole = whole && !before.whole();
    if (open.version == before.version() && !becomesWhole && !open.committed.isEmpty()) {
      return;
    }
    Mark mark = before.at(open.version, before.whole() || whole);
    open.writer.setLiveCommitData(mark.stored().entrySet());
    open.writer.commit();
    open.committed = SegmentInfos.getLastCommitSegmentsFileName(open.writer.getDirectory());
    open.mark = mark;
    open.uncommitted = 0;
    index.refresh();
    long newest = archive.newestVersion();
    // Of an archive without articles there is nothing to tell.
    if (newest > 0 && (becomesWhole || !mark.whole())) {
      progress.accept(HUNDRED * open.version / newest);
    }
  }
}
