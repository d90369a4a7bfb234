package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where, when and how an article is to be published.
 *
 * @param channel the channel's name without {@code @}; null lets the bot choose
 * @param story a name shared by the articles of one running story
 * @param translationOf the number of the article of which this is a version in another language
 * @param publishAt do not publish before; null means at once
 * @param expiresAt do not publish after; null means no limit
 * @param silent whether the reader's phone makes no sound
 * @param pinUntil pin in the channel until then; null means do not pin
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

  /** In turn, with nothing special. */
  public static Plan atOnce() {
    return AT_ONCE;
  }

  /** The same plan for another channel. */
  public Plan withChannel(@Nullable String name) {
    return new Plan(name, story, translationOf, priority, publishAt, expiresAt, silent, pinUntil);
  }

  /** The same plan for another time; null means in turn. */
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
