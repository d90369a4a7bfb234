package kz.zharshy.source.feed;

import java.time.Duration;
import kz.zharshy.article.Reason;

/** What happened in a poll of a feed. */
public sealed interface FeedEvent {
  /** The feed was read for the first time: the items present are skipped. */
  record Begun(int items) implements FeedEvent {}

  /** An item became an article. */
  record Taken(long article, String title) implements FeedEvent {}

  /** An item has changed, and its article with it. */
  record Corrected(long article, String title) implements FeedEvent {}

  /** An item is left out. */
  record LeftOut(String title, Reason reason) implements FeedEvent {}

  /** An item cannot be taken now, and is tried again at the next poll. */
  record Postponed(String title, Reason reason) implements FeedEvent {}

  /**
   * The feed cannot be read, and is tried again after a while.
   *
   * @param round how often that was so in a row
   */
  record Failed(Reason reason, Duration again, int round) implements FeedEvent {}
}
