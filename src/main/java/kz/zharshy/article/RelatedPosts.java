package kz.zharshy.article;

import java.time.Instant;
import java.util.List;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The posts in the channels to which an article's own post links.
 *
 * @param versions where it can be read in other languages, one of each
 * @param updates the newest that followed in its story, where its post is the story's first
 * @param answersTo the story's first post, for an article that is not out yet
 * @param at when its own post came out; null where it is not out yet
 */
public record RelatedPosts(
    List<Version> versions, List<Update> updates, @Nullable Place answersTo, @Nullable Instant at) {
  /** For an article without related posts. */
  public static final RelatedPosts NONE = new RelatedPosts(List.of(), List.of(), null, null);

  public RelatedPosts {
    versions = List.copyOf(versions);
    updates = List.copyOf(updates);
  }

  /**
   * A post in a channel.
   *
   * @param channel the channel's name without {@code @}
   */
  public record Place(String channel, long message) {
    public String address() {
      return "https://t.me/%s/%d".formatted(channel, message);
    }
  }

  /** The article in another language. */
  public record Version(Language language, Place place) {}

  /** What happened next. */
  public record Update(Instant at, Place place) {}
}
