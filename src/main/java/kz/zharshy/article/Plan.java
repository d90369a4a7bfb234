package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where, when and how an article is to go out.
 *
 * @param channel the channel's name without {@code @}; null lets the bot choose
 * @param story a name that joins the articles of one running story
 * @param translationOf the number of the article of which this is a version in another language
 * @param publishAt not before; null is at once
 * @param expiresAt not after; null is never
 * @param silent without a sound on the reader's phone
 * @param pinUntil pinned in the channel until then; null is not at all
 */
public record Plan(
    @Nullable String channel,
    @Nullable String story,
    @Nullable Long translationOf,
    Priority priority,
    @Nullable Instant publishAt,
    @Nullable Instant expiresAt,
    boolean silent,
    @Nullable Instant pinUntil) {
  private static final Plan AT_ONCE =
      new Plan(null, null, null, Priority.NORMAL, null, null, false, null);

  /** As soon as its turn comes, with nothing special. */
  public static Plan atOnce() {
    return AT_ONCE;
  }

  /** The same plan for another channel. */
  public Plan withChannel(@Nullable String name) {
    return new Plan(name, story, translationOf, priority, publishAt, expiresAt, silent, pinUntil);
  }

  /** The same plan for another time; null is in turn. */
  public Plan withPublishAt(@Nullable Instant time) {
    return new Plan(channel, story, translationOf, priority, time, expiresAt, silent, pinUntil);
  }

  /** The same plan for a version of an article in another language. */
  public Plan withTranslationOf(@Nullable Long article) {
    return new Plan(channel, story, article, priority, publishAt, expiresAt, silent, pinUntil);
  }

  /** The same plan with or without a sound. */
  public Plan withSilent(boolean without) {
    return new Plan(
        channel, story, translationOf, priority, publishAt, expiresAt, without, pinUntil);
  }
}
