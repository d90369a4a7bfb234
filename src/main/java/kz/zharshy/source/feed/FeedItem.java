package kz.zharshy.source.feed;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.Content.Origin;
import kz.zharshy.article.Media;
import org.jspecify.annotations.Nullable;

/**
 * An item as a feed gives it.
 *
 * @param id the feed's name for it, within the feed
 * @param title on one line, without markup
 * @param html the body, or what the feed gives of it; may be empty
 * @param summary without markup
 * @param origin with the absolute address of its page
 * @param categories rubrics and tags, in the feed's order
 */
record FeedItem(
    String id,
    String title,
    String html,
    @Nullable String summary,
    Origin origin,
    List<Media> pictures,
    List<String> categories) {
  FeedItem {
    pictures = List.copyOf(pictures);
    categories = List.copyOf(categories);
  }

  @Nullable String address() {
    return origin.sourceUrl();
  }

  @Nullable String author() {
    return origin.author();
  }

  @Nullable Instant published() {
    return origin.publishedAt();
  }

  FeedItem withId(String other) {
    return new FeedItem(other, title, html, summary, origin, pictures, categories);
  }
}
