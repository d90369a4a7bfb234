package kz.zharshy.post;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Hashtags as Telegram recognises them: letters and digits of any script and underscores, not
 * digits only, at most 256 (TDLib's {@code match_hashtags}).
 */
final class Hashtag {
  private static final int LONGEST = 256;

  private Hashtag() {}

  /** The tag of a section or keyword, with its {@code #}; empty if it has no letter. */
  static Optional<String> of(String words) {
    String composed = Normalizer.normalize(TextSanitizer.line(words), Normalizer.Form.NFC);
    StringBuilder tag = new StringBuilder();
    boolean letters = false;
    for (int point : composed.codePoints().toArray()) {
      if (tag.length() >= LONGEST - 1) {
        break;
      }
      if (Character.isLetterOrDigit(point)) {
        letters |= Character.isLetter(point);
        tag.appendCodePoint(point);
      } else if (Character.getType(point) != Character.NON_SPACING_MARK
          && tag.length() > 0
          && tag.charAt(tag.length() - 1) != '_') {
        tag.append('_');
      }
    }
    if (tag.length() > 0 && tag.charAt(tag.length() - 1) == '_') {
      tag.setLength(tag.length() - 1);
    }
    return letters ? Optional.of("#" + tag) : Optional.empty();
  }
}
