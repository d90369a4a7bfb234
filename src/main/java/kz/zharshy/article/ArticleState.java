package kz.zharshy.article;

import java.util.Locale;

/** Where an article stands between the newsroom and the channel. */
public enum ArticleState {
  /** Unfinished; goes nowhere by itself. */
  DRAFT,
  /** Waits for an editor's approval. */
  REVIEW,
  /** Goes out when its turn comes. */
  QUEUED,
  /** Claimed by the publisher; some of its parts may be in the channel. */
  PUBLISHING,
  /** All parts are in the channel. */
  PUBLISHED,
  /** Kept back by an editor. */
  HELD,
  /** Could not be published; the reason is beside it. */
  FAILED,
  /** Taken back by an editor. */
  WITHDRAWN;

  /** The word in the queue's {@code state} column. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a word from the {@code state} column.
   *
   * @throws IllegalArgumentException if there is no such state
   */
  public static ArticleState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
