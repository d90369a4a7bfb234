package kz.zharshy.config;

import com.google.re2j.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A feed that the bot polls.
 *
 * @param language the code of its articles' language; null lets the words decide
 * @param section of its articles; null takes the item's own
 * @param channel the name of the channel that its articles go to, without {@code @}; null lets the
 *     bot choose
 * @param filter which of its items are wanted
 * @param fullPage whether the items' pages are fetched
 */
public record FeedSettings(
    URI url,
    @Nullable String language,
    @Nullable String section,
    @Nullable String channel,
    Filter filter,
    Duration interval,
    boolean fullPage) {
  /**
   * Which items are wanted.
   *
   * @param only what has to be found in an item; null is anything
   * @param except what must not be found in it; null is nothing
   */
  public record Filter(@Nullable Pattern only, @Nullable Pattern except) {}
}
