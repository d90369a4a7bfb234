package kz.zharshy.post;

/**
 * The sentence under a post that asks readers to subscribe.
 *
 * @param text the sentence, without the address
 * @param link where it leads to, for example {@code https://t.me/NAME}
 */
public record Footer(String text, String link) {
  public Footer {
    if (text.isBlank() || link.isBlank()) {
      throw new IllegalArgumentException("A subscribe footer needs a sentence and a link.");
    }
  }
}
