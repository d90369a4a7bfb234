package kz.zharshy.article;

import java.util.Locale;

/** Where an article stands between the newsroom and the channel. */
public enum ArticleState {
  /** Unfinished; goes nowhere by itself. */
  DRAFT,
  /** Waits for an editor's approval. */
  REVIEW,
  /** Will be published when its turn comes. */
  QUEUED,
  /** Claimed by the publisher; some of its parts may be in the channel. */
  PUBLISHING,
  /** All parts are in the channel. */
  PUBLISHED,
  /** Kept back by an editor. */
  HELD,
  /** Could not be published; the article's reason says why. */
  FAILED,
  /** Taken back. */
  WITHDRAWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state named by a word of the {@code state} column.
   *
   * @throws IllegalArgumentException if there is no such state
   */
  public static ArticleState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
