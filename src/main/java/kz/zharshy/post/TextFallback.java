package kz.zharshy.post;

import java.util.Optional;

/** The same text without the picture, for a picture that Telegram refuses. */
public final class TextFallback {
  private TextFallback() {}

  /** The part that shows the text only; empty if it shows no picture now, or has no text. */
  public static Optional<PostPart> of(PostPart part) {
    boolean pictured =
        Edits.hasMedia(part) || (part instanceof PostPart.Text text && text.picture() != null);
    return pictured && !part.words().isEmpty()
        ? Optional.of(new PostPart.Text(part.header(), part.words(), null))
        : Optional.empty();
  }
}
