package kz.zharshy.source.feed;

import com.google.re2j.Pattern;
import java.net.URI;
import java.time.Duration;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A feed, and what the newsroom wants of it.
 *
 * @param language of its articles; null lets the words decide
 * @param section of its articles; null takes the item's first category
 * @param channel where its articles go; null lets the bot choose
 * @param filter which of its items are wanted
 * @param interval between two polls
 * @param fullPage whether the item's page is fetched, because the feed gives only part of it
 */
public record FeedOptions(
    URI url,
    @Nullable Language language,
    @Nullable String section,
    @Nullable String channel,
    Filter filter,
    Duration interval,
    boolean fullPage) {
  /**
   * Which items the newsroom wants.
   *
   * @param only what has to be found in an item's headline, categories or text; null is anything
   * @param except what must not be found there; null is nothing
   */
  public record Filter(@Nullable Pattern only, @Nullable Pattern except) {
    boolean admits(FeedItem item) {
      String words =
          item.title()
              + "\n"
              + String.join("\n", item.categories())
              + "\n"
              + FeedText.words(item.html());
      return (only == null || only.matcher(words).find())
          && (except == null || !except.matcher(words).find());
    }
  }

  /** Whether the newsroom wants an item. */
  boolean wants(FeedItem item) {
    return filter.admits(item);
  }
}
