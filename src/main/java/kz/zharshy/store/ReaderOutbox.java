package kz.zharshy.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.store.Readers.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What goes to readers by itself, on its way. A letter is {@code sending} in the database before
 * the call is made, and gone once it is sent. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface ReaderOutbox {
  /**
   * A letter.
   *
   * @param payload the parameters of {@code sendMessage} without {@code chat_id}, as JSON
   * @param highestBefore the highest number of a message to any reader that was known when the
   *     sending began
   */
  record Letter(long id, long userId, String payload, long highestBefore) {}

  /**
   * A reader for whom a digest was prepared.
   *
   * @param next when the next one is due
   */
  record Addressee(long userId, @Nullable Instant next) {}

  /** What an article is followed by. */
  record Traits(
      boolean breaking,
      @Nullable String section,
      Collection<String> tags,
      Collection<String> words) {}

  /** Readers whose digest is due, longest due first. */
  List<Reader> due(Instant now, int limit);

  /** When the next digest or bundle is due; empty where none is wanted. */
  Optional<Instant> nextDue();

  /**
   * Puts a letter to each of these readers on its way and notes when their next digest is due, in
   * one transaction. The payload of a name that is on its way already stays.
   *
   * @param payload null where there is nothing to tell: then only the time moves on
   */
  void issue(String name, @Nullable String payload, List<Addressee> readers);

  /** Articles that came out and whose followers were not looked for yet. */
  List<Long> cameOut(int limit);

  /** All words that somebody follows. */
  List<String> followedWords();

  /** Notes an article for its followers, and when those are to be told who wait for nothing yet. */
  void note(long articleId, Traits traits, Instant tellAt);

  /** Readers who are to be told of articles now. */
  List<Reader> toTell(Instant now, int limit);

  /** The articles that a reader is to be told of. */
  List<Long> followed(long userId);

  /**
   * Puts a letter about these articles on its way; the reader is told no more before then.
   *
   * @param payload null where there is nothing to tell
   */
  void tell(
      long userId, @Nullable String payload, List<Long> articles, @Nullable Instant notBefore);

  /** The letter that waits longest, of readers other than these. */
  Optional<Letter> next(Set<Long> others);

  /** A letter's sending begins; empty if it does not wait any more. */
  Optional<Letter> sending(long letterId);

  /** A letter has arrived under this number. */
  void sent(long letterId, long messageId);

  /** A letter certainly was not sent: it waits again. */
  void notSent(long letterId);

  /** A letter will never be sent. */
  void drop(long letterId);

  /** Letters whose sending began and never ended. */
  List<Letter> inDoubt();

  /** The highest number of a message to or from any reader that is known. */
  long highestMessageId();
}
