package kz.zharshy.source.feed;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Media;
import org.jspecify.annotations.Nullable;

/**
 * An item as a feed gives it.
 *
 * @param id the feed's name for it, within the feed
 * @param address of its page, absolute
 * @param title on one line, without markup
 * @param html the body, or what the feed gives of it; may be empty
 * @param summary without markup
 * @param categories rubrics and tags, in the feed's order
 */
record FeedItem(
    String id,
    @Nullable String address,
    String title,
    String html,
    @Nullable String summary,
    @Nullable String author,
    @Nullable Instant published,
    List<Media> pictures,
    List<String> categories) {
  FeedItem {
    pictures = List.copyOf(pictures);
    categories = List.copyOf(categories);
  }

  FeedItem withId(String other) {
    return new FeedItem(
        other, address, title, html, summary, author, published, pictures, categories);
  }
}
