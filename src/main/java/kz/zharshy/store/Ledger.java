package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what may have been sent. A part is {@code SENDING} in the database before the
 * call is made, so that no crash can hide a call. Each method is one committed transaction, guarded
 * by the state expected. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Ledger {
  /** A part as it will go out. */
  record PlannedPart(String method, String payload) {}

  /** A published article, for lists of headlines. */
  record Headline(
      long articleId,
      String title,
      Language language,
      @Nullable String section,
      String channel,
      long messageId,
      Instant at) {}

  /**
   * Freezes the parts of an article that is being published. Where it was done before, what was
   * frozen then stays.
   */
  List<Delivery> plan(long articleId, String channel, List<PlannedPart> parts, Instant now);

  /** The parts of an article in their order; empty before {@link #plan}. */
  List<Delivery> parts(long articleId);

  /**
   * Notes that a call is about to be made, with the highest message id known in the channel.
   *
   * @return the row as it is now, or empty if it was not {@code PENDING}
   */
  Optional<Delivery> sending(long deliveryId, Instant now);

  /**
   * It certainly was not sent: {@code SENDING} becomes {@code PENDING} again. Where that leaves
   * nothing of the article begun, its plan is dropped and the article is {@code QUEUED} again in
   * the same transaction, so that it can still be changed.
   */
  void notSent(long deliveryId, Reason reason);

  /**
   * It certainly was not sent and goes out in another way: {@code SENDING} becomes {@code PENDING}
   * with this in its place.
   */
  void replace(long deliveryId, PlannedPart other, Reason reason, Instant now);

  /**
   * The same where Telegram refuses it as a rich message: from now on its article is split, over
   * restarts too.
   */
  void richRefused(long deliveryId, Reason reason, Instant now);

  /** Whether Telegram has refused the article as a rich message. */
  boolean isSplit(long articleId);

  /**
   * It is in the channel, whether that is Telegram's answer or was found out later. In the same
   * transaction the article becomes {@code PUBLISHED} with the last part, and goes on being
   * published where it was held for this part's sake.
   *
   * @param lastMessageId the highest message id that the part took (an album takes several)
   */
  void sent(long deliveryId, long messageId, long lastMessageId, Instant now);

  /**
   * The same by the word of an editor who does not know under which number it is there.
   *
   * @param guess the number for links; nobody takes it for proven
   */
  void saidToBeSent(long deliveryId, long guess, String actor, Instant now);

  /**
   * A part that is {@code SENDING} or {@code UNKNOWN} was seen in the channel: should the answer to
   * its call be lost, {@link Delivery#messageId} is where it is.
   *
   * @return whether it was in one of these states
   */
  boolean seen(long deliveryId, long messageId);

  /**
   * Telegram said no: the part is {@code REFUSED} and the article {@code FAILED}, in one
   * transaction.
   */
  void refused(long deliveryId, Reason reason, Instant now);

  /**
   * Whether it was sent cannot be told (yet): the part is {@code UNKNOWN} and the article {@code
   * HELD}, in one transaction.
   *
   * @param held the article's reason while it is held
   * @return whether it was {@code SENDING}
   */
  boolean unknown(long deliveryId, Reason reason, Reason held, Instant now);

  /**
   * An editor or a probe says that an {@code UNKNOWN} part is certainly not in the channel: it is
   * {@code PENDING} and its article {@code PUBLISHING} again, in one transaction.
   *
   * @return whether it was {@code UNKNOWN} and its article {@code HELD}; a lost race is no error
   */
  boolean sendAgain(long deliveryId, String actor, Instant now);

  /** Parts that are {@code SENDING} or {@code UNKNOWN}, oldest first. */
  List<Delivery> inDoubt();

  /** Remembers a message id that was seen in a channel, whoever wrote it. */
  void saw(String channel, long messageId);

  /** The same of a message that a person wrote. */
  void sawOfPerson(String channel, long messageId);

  /** Whether a person is known to have written a message; of old ones that is forgotten. */
  boolean isOfPerson(String channel, long messageId);

  /** The highest message id known in a channel; 0 where none is known. */
  long highestMessageId(String channel);

  /** Whether a message in a channel is known to be a part of ours. */
  boolean isRecorded(String channel, long messageId);

  /** When calls were begun in a channel since then, oldest first; for the flood budget at start. */
  List<Instant> begunSince(String channel, Instant since);

  /** When the first part of a channel's last post was sent, or may have been. */
  Optional<Instant> lastBegun(String channel);

  /** Published articles, newest first. */
  List<Headline> latest(int limit);
}
