package kz.zharshy.publish;

import java.util.Optional;
import kz.zharshy.post.BotCall;

/**
 * Finds another way for a call whose picture Telegram does not take. Implementations are safe for
 * use by several threads, and may take as long as a download does.
 */
public interface PictureRescue {
  /**
   * Another way to send the same words.
   *
   * @param how what is different, for the article's history, for example {@code without the
   *     picture}
   */
  record Way(BotCall call, String how) {}

  /** Why a call's picture is not worth the upload; empty where Telegram may take it. */
  Optional<String> unfit(BotCall call);

  /** The next best way; empty if the call has no picture, or no words to go out without one. */
  Optional<Way> next(BotCall refused);
}
