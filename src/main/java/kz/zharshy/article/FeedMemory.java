package kz.zharshy.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of feeds and of their items, kept over a restart. Implementations are safe for use
 * by several threads.
 */
public interface FeedMemory {
  /**
   * How things stand with a feed after its last poll.
   *
   * @param etag what the server wants to be asked with, as it gave it
   * @param lastModified likewise
   * @param next not to be polled before
   * @param failures how many polls in a row went wrong
   * @param fault why the last one did, or null
   * @param begun whether the feed was ever read: what stood in it then is old
   */
  record Poll(
      @Nullable String etag,
      @Nullable String lastModified,
      Instant next,
      int failures,
      @Nullable Reason fault,
      boolean begun) {}

  /**
   * An item that was seen.
   *
   * @param id the feed's name for it
   * @param address the key of its page's address, if it has one
   * @param fingerprint of what it said
   * @param article the external id of the article that it became, or null if none
   */
  record Item(String id, @Nullable String address, String fingerprint, @Nullable String article) {}

  /** The headline of an article in the queue, from whatever source. */
  record Headline(long article, String title) {}

  /**
   * What became of a draft.
   *
   * @param refusal why the queue does not take it; null if it does
   */
  record Taken(long article, @Nullable String refusal) {}

  /** A feed that could not be read several times in a row, and why. */
  record Fault(String feed, int failures, Reason reason) {}

  /** The feeds that are polled these days and of which nothing can be read. */
  List<Fault> faults(Instant now);

  /** How things stand with a feed; empty if it was never polled. */
  Optional<Poll> poll(String feed);

  /** Notes how a poll went, and what was seen in it beside the items taken. */
  void keep(String feed, Poll poll, List<Item> seen, Instant now);

  /** An item by the feed's name for it. */
  Optional<Item> item(String feed, String id);

  /** An item of a feed by the key of its page's address. */
  Optional<Item> itemAt(String feed, String address);

  /** Whether an article or an item of any feed is of one of these addresses, or of this key. */
  boolean isKnown(String key, List<String> addresses);

  /** The newest articles' headlines. */
  List<Headline> headlines(int most);

  /** What an article says. */
  Optional<Content> content(long article);

  /**
   * Puts an article into the queue, or changes the one of its external id but for its plan, and
   * notes the item, both or none.
   */
  Taken take(Draft draft, String feed, Item item, Instant now);
}
