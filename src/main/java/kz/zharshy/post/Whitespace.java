package kz.zharshy.post;

/** Which characters show nothing. */
final class Whitespace {
  private Whitespace() {}

  /** Whether a line may be broken at this character. No-break spaces are not of this kind. */
  static boolean breaks(char c) {
    return c == ' ' || c == '\n' || (c >= 0x1680 && Character.isWhitespace(c));
  }

  /**
   * Whether a text that consists of such characters only is empty for Telegram ({@code
   * strip_empty_characters} of TDLib).
   */
  static boolean isEmpty(char c) {
    return breaks(c)
        || c == 0xA0
        || (c >= 0x115F
            && (Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || c == 0x115F
                || c == 0x1160
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0));
  }

  /** Where the text from {@code from} on starts to show something; {@code to} if nowhere. */
  static int skip(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && isEmpty(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the text up to {@code to} ends to show something; {@code from} if nowhere. */
  static int skipBack(CharSequence text, int from, int to) {
    int at = to;
    while (at > from && isEmpty(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** A text without what shows nothing at both of its ends. */
  static String strip(String text) {
    int end = skipBack(text, 0, text.length());
    return text.substring(skip(text, 0, end), end);
  }
}
