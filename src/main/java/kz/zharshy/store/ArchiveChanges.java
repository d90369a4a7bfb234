package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the archive, for an index that lies outside of the database and follows it.
 * Versions are given in the order in which their transactions are committed, so an index that has
 * read all up to a version has missed nothing below it. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ArchiveChanges {
  /**
   * What an article is now that came, was changed or left.
   *
   * @param version of the archive's row; an article has only its newest one
   * @param article null if it is not in the archive any more
   * @param at when it came out
   */
  record Change(long version, long articleId, @Nullable Article article, Instant at) {}

  /** The name of this archive; a restored backup has another one. */
  String archiveId();

  /** The highest version in the archive; 0 while it is empty. */
  long newestVersion();

  /** The articles with a higher version than this, oldest change first. */
  List<Change> since(long version, int limit);
}
