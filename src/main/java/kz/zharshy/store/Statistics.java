package kz.zharshy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is counted for the editors. Nothing in it says which reader did what. Safe for use by
 * several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Statistics {
  /**
   * A post that came out.
   *
   * @param at when its first part came out
   * @param messageId the first part's number, for a link
   * @param there whether it is in the channel still
   * @param reactions to all its parts, as Telegram counted last
   */
  record Post(
      long articleId,
      String title,
      String channel,
      Instant at,
      long messageId,
      boolean there,
      long reactions) {}

  /**
   * How often what was out was changed.
   *
   * @param corrections articles that were corrected in their channel, each as often as it was
   * @param withdrawals articles that were taken back after they had come out
   */
  record Changes(int corrections, int withdrawals) {}

  /**
   * The readers who asked for something to be kept; of the others nothing is known.
   *
   * @param fresh those who came in the time that was asked about
   */
  record Audience(int known, int subscribed, int fresh) {}

  /** Words that several readers of a day looked for in vain. */
  record Missed(String words, int times) {}

  /** Telegram's count of the reactions below a message; an older count than the known is passed. */
  void counted(String channel, long messageId, int reactions, Instant at);

  /** The posts that came out from one moment until before another, oldest first. */
  List<Post> posts(Instant from, Instant until);

  /**
   * The changes of that time.
   *
   * @param channel its name; empty for all channels
   */
  Changes changes(Instant from, Instant until, String channel);

  Audience audience(Instant from, Instant until);

  /** Somebody looked in vain for something; what that was is not kept. */
  void missed(LocalDate day);

  /** So many readers more looked in vain for these words. */
  void missed(LocalDate day, String words, int times);

  /** How often was looked in vain in these days. */
  int misses(LocalDate first, LocalDate last);

  /** What was looked for in vain most often in these days, that first. */
  List<Missed> missedWords(LocalDate first, LocalDate last, int limit);
}
