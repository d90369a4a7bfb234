package kz.zharshy.store;

import java.util.List;
import java.util.Optional;
import kz.zharshy.article.ArticleState;

/**
 * What the database holds of a person besides the wishes of {@link Readers}, and how all of it is
 * erased. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface PersonalData {
  /** An article that a reader suggested. */
  record Suggestion(long articleId, String title, ArticleState state) {
    /** Whether the editors have still to decide about it. */
    public boolean isOpen() {
      return state == ArticleState.REVIEW || state == ArticleState.DRAFT;
    }
  }

  /** Notes who suggested an article, so that the answer comes back. */
  void suggested(long articleId, long userId);

  /** Who suggested an article; empty where no reader did, or where the reader was forgotten. */
  Optional<Long> suggester(long articleId);

  /** What a reader suggested, the newest first. */
  List<Suggestion> suggestions(long userId);

  /** How often a person tried what only the newsroom may do, and the audit says who it was. */
  int attempts(long userId);

  /** How many lines of the audit say what a person did for the newsroom. */
  int deeds(long userId);

  /** Whether a question waits for the person's answer. */
  boolean isAsked(long userId);

  /**
   * Erases everything that is kept of a person, and what the person suggested as long as nobody has
   * taken it over; taken articles stay, without a sign of who brought them.
   *
   * @param worksHere whether the person belongs to the newsroom: the histories of articles then
   *     still say what the person did. The audit says it of everybody who ever belonged to it.
   */
  void forget(long userId, boolean worksHere);
}
