package kz.zharshy.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Reason;
import kz.zharshy.article.RelatedPosts;
import kz.zharshy.store.Ledger.PlannedPart;

/**
 * How the posts of articles belong together: versions in other languages, and the news of a story.
 * Each method is one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface RelatedPostsStore {
  /**
   * An article that is out, around which something came, went or was joined otherwise.
   *
   * @param number what happened last; a later event has a higher one
   */
  record Stale(Article article, long number) {}

  /** What is around an article whose post is in a channel, or would go there. */
  RelatedPosts around(Article article, String channel);

  /** The next article of a channel whose links may not be what they should be. */
  Optional<Stale> next(String channel);

  /**
   * Sets what parts of the article are to become so that their links are right.
   *
   * @param wanted by the numbers of the ledger's rows; empty where all is as it should be
   * @return whether nothing had happened meanwhile; a lost race is no error
   */
  boolean want(Stale stale, Map<Long, PlannedPart> wanted, Instant now);

  /** Puts something about an article's links into its history, unless they are there already. */
  void note(long articleId, Reason reason, Instant now);
}
