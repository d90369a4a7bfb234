package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the archive, for an index outside the database that follows it. Versions grow in
 * the order of the commits, so an index that has read everything up to a version has missed nothing
 * below it. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ArchiveChanges {
  /**
   * The present form of an article that entered the archive, changed or left.
   *
   * @param version an article is listed under its newest one only
   * @param article null if it is no longer in the archive
   * @param at when it was published
   */
  record Change(long version, long articleId, @Nullable Article article, Instant at) {}

  /** Identifies this archive; a restored backup gets a new identifier. */
  String archiveId();

  /** The highest version in the archive; 0 while it is empty. */
  long newestVersion();

  /** The articles with a higher version, oldest change first. */
  List<Change> since(long version, int limit);
}
