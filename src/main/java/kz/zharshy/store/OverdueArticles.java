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
 * Articles that an outage has made late: they are {@code HELD} until somebody chooses what becomes
 * of them. Each method is one committed transaction. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface OverdueArticles {
  /** What may become of them. */
  enum Choice {
    /** All go out, with time between them. */
    ALL,
    /** The newest three go out, with time between them; the others are withdrawn. */
    NEWEST,
    /** One post names them all. */
    DIGEST,
    /** None goes out. */
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
   * @param decideBy when the standing choice is made, unless somebody chose before
   */
  record Batch(long id, String channel, Instant decideBy) {}

  /**
   * How many queued articles of a channel, or of none yet, are due since before a moment.
   *
   * @param most where there are more, so many may be said as well
   */
  int count(String channel, Instant cutoff, int most);

  /** Whether one of them has no channel yet. */
  boolean hasUnrouted(Instant cutoff);

  /** Whether anything has gone out in a channel since a moment. */
  boolean isAlive(String channel, Instant since);

  /** Keeps back all queued articles of a channel that are due since before {@code cutoff}. */
  Batch setAside(String channel, Instant cutoff, Instant decideBy, Instant now);

  /** Those about which nobody has decided yet, of all channels. */
  List<Batch> undecided();

  Optional<Batch> find(long batch);

  /** The articles of a batch that are still kept back, in the order in which they were due. */
  List<Article> articles(long batch);

  /**
   * Makes a choice, once.
   *
   * @param spacing the time between those that go out
   * @param digest the post that names them all, for {@link Choice#DIGEST}
   * @return whether nobody had chosen before; a lost race is no error
   */
  boolean decide(
      long batch,
      Choice choice,
      Duration spacing,
      @Nullable Draft digest,
      String actor,
      Instant now);
}
