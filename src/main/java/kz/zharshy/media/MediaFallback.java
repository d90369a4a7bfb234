package kz.zharshy.media;

import java.util.Optional;
import kz.zharshy.article.Reason;
import kz.zharshy.post.PostPart;

/**
 * Finds another way for a part whose picture Telegram does not take. Implementations are safe for
 * use by several threads, and may take as long as a download does.
 */
public interface MediaFallback {
  /**
   * Another way to send the same words.
   *
   * @param how what is different, for the article's history
   */
  record Way(PostPart part, Reason how) {}

  /** Why a part's picture is not worth the upload; empty where Telegram may take it. */
  Optional<Reason> unfit(PostPart part);

  /** The next best way; empty if the part has no picture, or no words to go out without one. */
  Optional<Way> next(PostPart refused);
}
