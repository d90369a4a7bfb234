package kz.zharshy.sandbox.text;

/** Lower case of A–Z only, as in Telegram's parsers. */
final class AsciiCase {
  private AsciiCase() {}

  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
