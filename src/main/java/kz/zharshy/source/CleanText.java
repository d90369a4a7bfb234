package kz.zharshy.source;

/**
 * Takes out of text from outside what no reader can see and what breaks a post: control characters,
 * lone surrogates, bidirectional overrides, floods of zero-width characters and of combining marks.
 * Everything visible stays as it is.
 */
public final class CleanText {
  /** More marks on one letter than any language has are an attack on the reader's screen. */
  private static final int MARKS_ON_ONE_LETTER = 8;

  private CleanText() {}

  /** The text with line feeds as the only line ends, and without what cannot be seen. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSuspect(text.charAt(i))) {
        return cleaned(text, i);
      }
    }
    return text;
  }

  /** The text as one line: every stretch of white space is one space, none stands at the ends. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || (space && c == '\u00A0')) {
        space = true;
      } else {
        if (space && line.length() > 0) {
          line.append(' ');
        }
        space = false;
        line.append(c);
      }
    }
    return strip(line.toString());
  }

  /** Without white space, no-break spaces and zero-width characters at either end. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether a character shows nothing. */
  public static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || isZeroWidth(c);
  }

  /** Whether a character is there without being seen. */
  public static boolean isZeroWidth(int c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
  }

  private static boolean isSuspect(char c) {
    if (c < 0x20) {
      return c != '\n' && c != '\t';
    }
    return (c >= 0x7F && c < 0xA0)
        || (c >= 0x0300 && c < 0x0370)
        || (c >= 0x200B && c <= 0x20FF && (c <= 0x206F || c >= 0x20D0))
        || c >= 0xD800
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.ENCLOSING_MARK;
  }

  private static String cleaned(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    int marks = 0;
    boolean hidden = false;
    int length;
    for (int i = from; i < text.length(); i += length) {
      int c = text.codePointAt(i);
      length = Character.charCount(c);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      int kept = kept(c);
      marks = isMark(c) ? marks + 1 : 0;
      boolean flood = marks > MARKS_ON_ONE_LETTER || (hidden && isZeroWidth(c));
      hidden = isZeroWidth(c);
      if (kept >= 0 && !flood) {
        out.appendCodePoint(kept);
      }
    }
    return out.toString();
  }

  /** What a character becomes; negative if it goes. */
  private static int kept(int c) {
    if (c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) {
      return '\n';
    }
    if (Character.isISOControl(c)) {
      return c == '\n' || c == '\t' ? c : -1;
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      return 0xFFFD;
    }
    boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x206F);
    boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return override || noCharacter || c == 0xFEFF ? -1 : c;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
