package kz.zharshy.store;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.ArticleState;

/**
 * What the database holds about a person besides {@link Readers}, and how all of it is erased. Safe
 * for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface PersonalData {
  /** An article that a reader suggested. */
  record Suggestion(long articleId, String title, ArticleState state) {
    /** Whether the editors have yet to decide about it. */
    public boolean isOpen() {
      return state == ArticleState.REVIEW || state == ArticleState.DRAFT;
    }
  }

  /** Records who suggested an article, so that the answer reaches them. */
  void suggested(long articleId, long userId);

  /** Who suggested an article; empty if no reader did or the reader was erased. */
  Optional<Long> suggester(long articleId);

  /** What a reader suggested, newest first. */
  List<Suggestion> suggestions(long userId);

  /** How many attempts at newsroom commands the audit holds under a person's name. */
  int attempts(long userId);

  /** How many audit lines record what a person did for the newsroom. */
  int deeds(long userId);

  /** Whether a question is waiting for the person's answer. */
  boolean isAsked(long userId);

  /**
   * Erases everything kept about a person, including suggestions nobody has accepted; accepted
   * articles stay, without a trace of who suggested them.
   *
   * @param worksHere whether the person belongs to the newsroom: article histories then still name
   *     the person. The audit keeps the name of everybody who ever belonged to it.
   */
  void forget(long userId, boolean worksHere);
}
