package kz.zharshy.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about feeds and their items; survives a restart. Implementations are safe for use
 * by several threads.
 */
public interface FeedMemory {
  /**
   * The state of a feed after its last poll.
   *
   * @param etag the server's validator for the next conditional request, as it sent it
   * @param lastModified likewise
   * @param next the earliest time of the next poll
   * @param failures how many polls in a row failed
   * @param fault why the last poll failed, or null
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
   * An item seen in a feed.
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
  record Taken(long article, @Nullable Reason refusal) {}

  /** A feed that could not be read several times in a row, and why. */
  record Fault(String feed, int failures, Reason reason) {}

  /** The feeds that are polled at present but cannot be read. */
  List<Fault> faults(Instant now);

  /** The state of a feed; empty if it was never polled. */
  Optional<Poll> poll(String feed, Instant now);

  /** Records how a poll went and which items it saw besides those taken. */
  void keep(String feed, Poll poll, List<Item> seen, Instant now);

  /** An item by the feed's name for it. */
  Optional<Item> item(String feed, String id);

  /** An item of a feed by the key of its page's address. */
  Optional<Item> itemAt(String feed, String address);

  /** Whether an article or an item of any feed is of one of these addresses, or of this key. */
  boolean isKnown(String key, List<String> addresses);

  /** The newest articles' headlines. */
  List<Headline> headlines(int most);

  /** The content of an article. */
  Optional<Content> content(long article);

  /**
   * Puts an article into the queue, or changes the one of its external id but for its plan, and
   * notes the item, both or none.
   */
  Taken take(Draft draft, String feed, Item item, Instant now);
}
