package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.article.QueueLane;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The articles and their states. Every change is one committed transaction with a line in the
 * article's history. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ArticleQueue {
  /** The bot itself, as the actor of a step in the history. */
  String BOT = "bot";

  /** What became of a draft. */
  enum Addition {
    ADDED,
    /** An article of the same {@code external_id} was changed. */
    CHANGED,
    /** An article of the same {@code external_id} says the same already. */
    UNCHANGED
  }

  /** The article that a draft became, and how. */
  record Added(Article article, Addition addition) {}

  /**
   * Takes a draft in; where its {@code external_id} is known, that article is changed instead.
   *
   * @param actor who does it, for the history: {@code cli}, {@code inbox}, or {@code
   *     telegram:12345}
   */
  Added add(Draft draft, String actor, Instant now);

  Optional<Article> find(long id);

  /** The article of an {@code external_id}. */
  Optional<Article> named(String externalId);

  /** Articles that are being published, then those that wait, in the order of going out. */
  List<Article> waiting(int limit);

  int count(ArticleState state);

  /** The newest articles in a state other than {@code QUEUED}, newest first. */
  List<Article> newest(ArticleState state, int limit);

  /** Queued articles for which no channel has been chosen yet, in the order of going out. */
  List<Article> unrouted(int limit);

  /**
   * Notes the channel and the language of a queued article.
   *
   * @return whether the article was still as it is given here; a lost race is no error
   */
  boolean route(Article article, String channel, Language language);

  /** The article that is being published in a channel, for example after a restart. */
  Optional<Article> publishing(String channel);

  /** Claims the next due article of a channel: it is {@code PUBLISHING} from then on. */
  default Optional<Article> claim(String channel, Instant now) {
    return claim(channel, now, Set.copyOf(QueueLane.all()));
  }

  /** The same, but only of these lines. */
  Optional<Article> claim(String channel, Instant now, Set<QueueLane> open);

  /**
   * When the first of each line of a channel is due, where one waits that has not expired; may be
   * past.
   */
  Map<QueueLane, Instant> due(String channel, Instant now);

  /** Makes {@code FAILED} those that wait although their {@code expires_at} has passed. */
  List<Article> expire(Instant now);

  /**
   * Moves an article from one state to another.
   *
   * @return whether it was in the expected state; a lost race is no error
   */
  boolean move(
      long id,
      ArticleState from,
      ArticleState to,
      @Nullable Reason reason,
      String actor,
      Instant now);

  /**
   * Changes an article as an editor decided who had it before them.
   *
   * @param read the article as it was read
   * @return whether it was still so; a lost race is no error
   */
  boolean revise(
      Article read, Content content, Plan plan, ArticleState to, String actor, Instant now);

  /**
   * Lets two queued articles change places: each gets the other's time, or turn.
   *
   * @return whether both wait in one line; a lost race is no error
   */
  boolean swap(long one, long other, String actor, Instant now);

  /** The last thing of late that went wrong with an article. */
  Optional<Mishap> lastMishap();

  /** What happened to an article, oldest first. */
  List<HistoryLine> history(long id);

  /** One line of an article's history. */
  record HistoryLine(Instant at, String actor, String event, @Nullable Reason detail) {}

  /** Something that went wrong with an article, as its history tells it. */
  record Mishap(long articleId, HistoryLine line) {}
}
