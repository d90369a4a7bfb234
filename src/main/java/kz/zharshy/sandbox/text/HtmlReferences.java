package kz.zharshy.sandbox.text;

import java.util.Map;

/** Character references of HTML: by number, and the four names that Telegram knows. */
final class HtmlReferences {
  private static final Map<String, Integer> NAMES =
      Map.of("lt", (int) '<', "gt", (int) '>', "amp", (int) '&', "quot", (int) '"');
  private static final int LONGEST = 10;

  private final Source in;
  private boolean halfOfAPair;

  HtmlReferences(Source in) {
    this.in = in;
  }

  /** Whether a number gave half of a surrogate pair, which no text can hold. */
  boolean gaveHalfOfAPair() {
    return halfOfAPair;
  }

  /**
   * Appends what the reference at {@code index} stands for; an ampersand that begins none stands
   * for itself. Returns the place behind it.
   */
  int copy(int index, StringBuilder out) {
    boolean numbered = in.at(index + 1) == '#';
    int end = numbered ? numberEnd(index) : nameEnd(index + 1);
    int code = numbered ? number(index, end) : NAMES.getOrDefault(in.between(index + 1, end), 0);
    if (code == 0) {
      out.append('&');
      return index + 1;
    }
    halfOfAPair |= code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    out.appendCodePoint(code);
    return in.at(end) == ';' ? end + 1 : end;
  }

  private int nameEnd(int from) {
    int end = from;
    while ((in.at(end) >= 'a' && in.at(end) <= 'z') || (in.at(end) >= 'A' && in.at(end) <= 'Z')) {
      end++;
    }
    return end;
  }

  private boolean isHex(int index) {
    return in.at(index + 2) == 'x';
  }

  private int numberEnd(int index) {
    int end = index + (isHex(index) ? 3 : 2);
    while (in.at(end) < 0x80 && Character.digit(in.at(end), isHex(index) ? 16 : 10) >= 0) {
      end++;
    }
    return end;
  }

  private int number(int index, int end) {
    int digits = index + (isHex(index) ? 3 : 2);
    if (end == digits || end - index >= LONGEST) {
      return 0;
    }
    int code = Integer.parseUnsignedInt(in.between(digits, end), isHex(index) ? 16 : 10);
    return code > 0 && code < 0x10ffff ? code : 0;
  }
}
