package kz.zharshy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where, when and how an article is to be published.
 *
 * @param channel the channel's name without {@code @}; null lets the bot choose
 * @param story a name shared by the articles of one running story
 * @param translationOf the number of the article of which this is a version in another language
 * @param silent whether the reader's phone makes no sound
 * @param pinUntil pin in the channel until then; null means do not pin
 */
public record Plan(
    @Nullable String channel,
    @Nullable String story,
    @Nullable Long translationOf,
    Priority priority,
    Window window,
    boolean silent,
    @Nullable Instant pinUntil) {
  private static final Plan AT_ONCE =
      new Plan(null, null, null, Priority.NORMAL, Window.ALWAYS, false, null);

  /**
   * When an article may go out.
   *
   * @param publishAt not before; null means at once
   * @param expiresAt not after; null means no limit
   */
  public record Window(@Nullable Instant publishAt, @Nullable Instant expiresAt) {
    public static final Window ALWAYS = new Window(null, null);
  }

  /** In turn, with nothing special. */
  public static Plan atOnce() {
    return AT_ONCE;
  }

  public @Nullable Instant publishAt() {
    return window.publishAt;
  }

  public @Nullable Instant expiresAt() {
    return window.expiresAt;
  }

  public Plan withChannel(@Nullable String name) {
    return new Plan(name, story, translationOf, priority, window, silent, pinUntil);
  }

  public Plan withPublishAt(@Nullable Instant time) {
    Window other = new Window(time, window.expiresAt);
    return new Plan(channel, story, translationOf, priority, other, silent, pinUntil);
  }

  public Plan withTranslationOf(@Nullable Long article) {
    return new Plan(channel, story, article, priority, window, silent, pinUntil);
  }

  public Plan withSilent(boolean without) {
    return new Plan(channel, story, translationOf, priority, window, without, pinUntil);
  }
}
