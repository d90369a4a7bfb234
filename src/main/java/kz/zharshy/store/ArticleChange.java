package kz.zharshy.store;

import kz.zharshy.article.ArticleState;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of changes.
 *
 * @param before the properties before the change; all null if the row was added
 */
record ArticleChange(
    long seq, long articleId, What what, boolean isOut, boolean isRepinned, Traits before) {
  /** What happened. */
  enum What {
    ADDED,
    CHANGED,
    REMOVED,
    SENT,
    MOVED
  }

  /** The properties of an article that other rows depend on. */
  record Traits(
      @Nullable String state,
      @Nullable String story,
      @Nullable Long translationOf,
      @Nullable String language) {
    boolean isWithdrawn() {
      return ArticleState.WITHDRAWN.code().equals(state);
    }
  }

  boolean is(What one) {
    return what == one;
  }
}
