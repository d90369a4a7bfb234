package kz.zharshy.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.zharshy.article.Article;
import kz.zharshy.article.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Articles made late by an outage: they are {@code HELD} until somebody decides what to do with
 * them. Each method is one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface OverdueArticles {
  /** What to do with them. */
  enum Choice {
    /** All are published, spaced in time. */
    ALL,
    /** The newest three are published, spaced in time; the others are withdrawn. */
    NEWEST,
    /** One post names them all. */
    DIGEST,
    /** None is published. */
    DROP;

    /** The word in the column {@code choice}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of a word; empty where there is none. */
    public static Optional<Choice> ofCode(String code) {
      return List.of(values()).stream().filter(choice -> choice.code().equals(code)).findFirst();
    }
  }

  /**
   * Articles of a channel that were found late together.
   *
   * @param decideBy when the default choice is made, unless somebody has decided before
   */
  record Batch(long id, String channel, Instant decideBy) {}

  /**
   * How many queued articles of a channel, or of none yet, are due since before a moment.
   *
   * @param most stop counting here
   */
  int count(String channel, Instant cutoff, int most);

  /** Whether one of them has no channel yet. */
  boolean hasUnrouted(Instant cutoff);

  /** Whether anything has been published in a channel since a moment. */
  boolean isAlive(String channel, Instant since);

  /** Holds all queued articles of a channel that were due before {@code cutoff}. */
  Batch setAside(String channel, Instant cutoff, Instant decideBy, Instant now);

  /** The batches nobody has decided about yet, of all channels. */
  List<Batch> undecided();

  Optional<Batch> find(long batch);

  /** The articles of a batch that are still held, in the order they were due. */
  List<Article> articles(long batch);

  /**
   * Makes a choice, once.
   *
   * @param spacing the time between two articles that are published
   * @param digest the post that names them all, for {@link Choice#DIGEST}
   * @return false if somebody had decided before, which is no error
   */
  boolean decide(
      long batch,
      Choice choice,
      Duration spacing,
      @Nullable Draft digest,
      String actor,
      Instant now);
}
