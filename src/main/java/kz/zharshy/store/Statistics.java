package kz.zharshy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Counts for the editors. Nothing in them says which reader did what. Safe for use by several
 * threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Statistics {
  /**
   * A published post.
   *
   * @param at when its first part was published
   * @param messageId the first part's number, for a link
   * @param there whether it is still in the channel
   * @param reactions to all its parts, by Telegram's latest count
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
   * How often published articles were changed.
   *
   * @param corrections how often articles were corrected in their channel
   * @param withdrawals articles withdrawn after publication
   */
  record Changes(int corrections, int withdrawals) {}

  /**
   * The readers who asked for something to be kept; nothing is known about the others.
   *
   * @param fresh those who first appeared in the period
   */
  record Audience(int known, int subscribed, int fresh) {}

  /** Words that several readers searched for in vain on one day. */
  record Missed(String words, int times) {}

  /** Records Telegram's count of reactions to a message, unless a newer count is known. */
  void counted(String channel, long messageId, int reactions, Instant at);

  /** The posts published in a period, its end excluded, oldest first. */
  List<Post> posts(Instant from, Instant until);

  /**
   * The changes in a period.
   *
   * @param channel its name; empty for all channels
   */
  Changes changes(Instant from, Instant until, String channel);

  Audience audience(Instant from, Instant until);

  /** Counts a search without result; the words are not kept. */
  void missed(LocalDate day);

  /** Adds to the number of readers who searched for these words in vain. */
  void missed(LocalDate day, String words, int times);

  /** The number of searches without result on these days. */
  int misses(LocalDate first, LocalDate last);

  /** The words most often searched for in vain on these days, most frequent first. */
  List<Missed> missedWords(LocalDate first, LocalDate last, int limit);
}
