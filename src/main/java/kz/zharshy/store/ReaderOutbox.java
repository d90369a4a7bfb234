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
   * A reader whose digest has been prepared.
   *
   * @param next when the next one is due
   */
  record Addressee(long userId, @Nullable Instant next) {}

  /** The properties by which readers follow an article. */
  record Traits(
      boolean breaking,
      @Nullable String section,
      Collection<String> tags,
      Collection<String> words) {}

  /** Readers whose digest is due, longest due first. */
  List<Reader> due(Instant now, int limit);

  /** When the next digest or bundle is due; empty if none is. */
  Optional<Instant> nextDue();

  /**
   * Queues a letter to each of these readers and sets when their next digest is due, in one
   * transaction. A payload already queued under this name stays as it is.
   *
   * @param payload null if there is nothing to tell; only the time is then set
   */
  void issue(String name, @Nullable String payload, List<Addressee> readers);

  /** Published articles whose followers have not been looked up yet. */
  List<Long> cameOut(int limit);

  /** All words that any reader follows. */
  List<String> followedWords();

  /** Records an article for its followers, and when to tell those who have nothing pending. */
  void note(long articleId, Traits traits, Instant tellAt);

  /** Readers to notify of articles now. */
  List<Reader> toTell(Instant now, int limit);

  /** The articles to notify a reader of. */
  List<Long> followed(long userId);

  /**
   * Queues a letter about these articles; the reader is not notified again before {@code
   * notBefore}.
   *
   * @param payload null if there is nothing to tell
   */
  void tell(
      long userId, @Nullable String payload, List<Long> articles, @Nullable Instant notBefore);

  /** The letter waiting longest, of readers other than these. */
  Optional<Letter> next(Set<Long> others);

  /** Marks a letter as being sent; empty if it is no longer waiting. */
  Optional<Letter> sending(long letterId);

  /** Records that a letter was delivered under this message number. */
  void sent(long letterId, long messageId);

  /** Records that a letter was certainly not sent; it waits again. */
  void notSent(long letterId);

  /** Deletes a letter that will never be sent. */
  void drop(long letterId);

  /** Letters whose sending began and did not end. */
  List<Letter> inDoubt();

  /** The highest known number of a message to or from any reader. */
  long highestMessageId();
}
