package kz.zharshy.ops;

import java.net.URI;
import java.time.ZoneId;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.feed.FeedReader;
import kz.zharshy.source.fetch.PageFetcher;

/** Looks whether a feed can be read now. Takes nothing from it. */
public final class FeedCheck {
  private final PageFetcher fetcher;
  private final FeedReader reader;

  /**
   * A check of feeds.
   *
   * @param zone the newsroom's
   */
  public FeedCheck(PageFetcher fetcher, ZoneId zone) {
    this.fetcher = fetcher;
    this.reader = new FeedReader(zone);
  }

  /** Fetches the feed once. */
  public Check examine(URI feed) {
    String name = "feed " + feed;
    try {
      int items = fetcher.read(feed, reader::count);
      return items > 0
          ? Check.fine(name, "It can be read; %d items are in it.".formatted(items))
          : Check.warning(name, "It can be read, but is empty.", "Look at it in a browser.");
    } catch (UnreadableException e) {
      return Check.failed(
          name, String.valueOf(e.getMessage()), "Correct its url under feeds, or take it out.");
    }
  }
}
