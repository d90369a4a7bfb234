package kz.zharshy.post;

/**
 * Text from outside as Telegram would leave it, so that what is sent is what is shown: no control
 * characters, no half surrogate pairs, no directional overrides, no floods of characters without
 * width. What it takes out by itself is told by {@code clean_input_string} in TDLib's misc.cpp.
 */
final class TextSanitizer {
  private static final int MARKS_PER_LETTER = 8;
  private static final int BLANK_LINES = 2;

  /** The letters that have a whole one with a ring, and these. */
  private static final String RINGLESS = "AaUuwy";

  private static final String RINGED = "ÅåŮůẘẙ";

  private final String source;
  private final StringBuilder out;
  private int newlines;
  private int marks;
  private int isolates;
  private boolean afterZeroWidth;

  private TextSanitizer(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length());
  }

  /** The text, cleaned; line breaks are {@code \n}, and never more than two lines stay blank. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isHarmless(text.charAt(i))) {
        return new TextSanitizer(text).clean();
      }
    }
    return text;
  }

  /** The text, cleaned, in one line. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    String clean = Whitespace.strip(of(text));
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      boolean white = Whitespace.breaks(c);
      if (!white) {
        line.append(c);
      } else if (!space) {
        line.append(' ');
      }
      space = white;
    }
    return line.toString();
  }

  /** Whether a text of such characters only needs no cleaning: the letters of most articles. */
  private static boolean isHarmless(char c) {
    return (c >= ' ' && c < 0x7F)
        || (c >= 0xA0 && c < 0x300)
        || (c >= 0x370 && c < 0x483)
        || (c >= 0x48A && c < 0x590)
        || (c >= 0x2010 && c < 0x2028)
        || (c >= 0x20A0 && c < 0x20D0);
  }

  private String clean() {
    int at = 0;
    while (at < source.length()) {
      int point = source.codePointAt(at);
      int size = Character.charCount(point);
      take(point, at);
      at += size;
    }
    closeIsolates();
    return out.toString();
  }

  private void take(int point, int at) {
    if (point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029) {
      if (point != '\n' || at == 0 || source.charAt(at - 1) != '\r') {
        newline();
      }
    } else if (point == '\t' || point == 0x0B || point == 0x0C) {
      plain(' ');
    } else if (isDropped(point)) {
      return;
    } else if (point <= 0xFFFF && Character.isSurrogate((char) point)) {
      plain(0xFFFD);
    } else if (isIsolate(point)) {
      isolate(point);
    } else if (isZeroWidth(point)) {
      zeroWidth(point);
    } else if (isMark(point)) {
      mark(point);
    } else {
      plain(point);
    }
  }

  private void newline() {
    closeIsolates();
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    if (++newlines <= BLANK_LINES + 1) {
      out.append('\n');
    }
    marks = 0;
    afterZeroWidth = false;
  }

  private void plain(int point) {
    if (point != ' ') {
      newlines = 0;
    }
    out.appendCodePoint(point);
    marks = 0;
    afterZeroWidth = false;
  }

  /** Of a flood, one is left: a joiner between two emoji or two letters stands alone. */
  private void zeroWidth(int point) {
    if (!afterZeroWidth) {
      out.appendCodePoint(point);
    }
    afterZeroWidth = true;
  }

  private void mark(int point) {
    afterZeroWidth = false;
    if (point == 0x30A) {
      ring();
    } else if (++marks <= MARKS_PER_LETTER) {
      out.appendCodePoint(point);
    }
  }

  /** Telegram deletes the combining ring, so it is kept only where a whole letter has it. */
  private void ring() {
    int last = out.length() - 1;
    int letter = last < 0 ? -1 : RINGLESS.indexOf(out.charAt(last));
    if (letter >= 0) {
      out.setCharAt(last, RINGED.charAt(letter));
    }
  }

  private void isolate(int point) {
    if (point != 0x2069) {
      isolates++;
      out.appendCodePoint(point);
    } else if (isolates > 0) {
      isolates--;
      out.appendCodePoint(point);
    }
  }

  private void closeIsolates() {
    while (isolates > 0) {
      out.append('\u2069');
      isolates--;
    }
  }

  private static boolean isDropped(int point) {
    return point < ' '
        || (point >= 0x7F && point < 0xA0)
        || point == 0x333
        || point == 0x33F
        || (point >= 0x202A && point <= 0x202E)
        || point == 0xFEFF
        || (point >= 0xFFF9 && point <= 0xFFFC)
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || (point & 0xFFFE) == 0xFFFE
        || point == 0xE0001;
  }

  private static boolean isIsolate(int point) {
    return point >= 0x2066 && point <= 0x2069;
  }

  /** Whether a character takes no room and belongs to no letter. */
  static boolean isZeroWidth(int point) {
    return (point >= 0x200B && point <= 0x200F)
        || (point >= 0x2060 && point <= 0x2065)
        || (point >= 0x206A && point <= 0x206F)
        || point == 0x180E
        || point == 0x61C;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (point >= 0xE0020 && point <= 0xE007F);
  }
}
