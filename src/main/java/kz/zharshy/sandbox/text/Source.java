package kz.zharshy.sandbox.text;

import java.nio.charset.StandardCharsets;

/**
 * A text under a parser. Behind its end stands NUL for ever, as in Telegram's parsers, where some
 * loops end at it.
 */
record Source(String text) {
  int length() {
    return text.length();
  }

  char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  boolean startsWith(String wanted, int index) {
    return text.startsWith(wanted, index);
  }

  String between(int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }

  /** Telegram's errors count in UTF-8. */
  int byteOffset(int index) {
    return utf8Length(between(0, index));
  }

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Telegram's white space, to which NUL belongs. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0 || c == 0x0b;
  }

  /** The next place that a sole line break at {@code index} leads to, either of its two halves. */
  int afterLineBreak(int index) {
    char c = at(index);
    if (c != '\n' && c != '\r') {
      return index;
    }
    char next = at(index + 1);
    boolean pair = (next == '\n' || next == '\r') && next != c;
    return index + (pair ? 2 : 1);
  }
}
