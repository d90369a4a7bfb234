package kz.zharshy.post;

/**
 * Where one character, as a reader sees it, ends: a letter with its accents, a flag, a family of
 * emoji. {@link java.text.BreakIterator} of Java 17 takes flags and families apart. The rules are
 * those of Unicode Standard Annex 29 but for a few signs that only precede other letters.
 */
final class Graphemes {
  /** Longer heaps of marks may be cut, so that a hostile text cannot make a part too long. */
  static final int LONGEST = 64;

  private static final int JOINER = 0x200D;

  private Graphemes() {}

  /** Where the character that starts at {@code from} ends. */
  static int next(CharSequence text, int from) {
    int length = text.length();
    char first = text.charAt(from);
    if (from + 1 >= length || (isSimple(first) && isSimple(text.charAt(from + 1)))) {
      return from + 1;
    }
    int last = Character.codePointAt(text, from);
    int at = from + Character.charCount(last);
    boolean half = isFlagHalf(last);
    while (at < length && at - from < LONGEST) {
      int point = Character.codePointAt(text, at);
      boolean pair = half && isFlagHalf(point);
      if (!pair && !belongs(last, point)) {
        break;
      }
      half = false;
      last = point;
      at += Character.charCount(point);
    }
    return at;
  }

  private static boolean isSimple(char c) {
    return c < 0x300 || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x590);
  }

  private static boolean belongs(int last, int point) {
    if (last == '\n') {
      return false;
    }
    return extendsIt(point)
        || (last == JOINER && isPicture(point) && !isFlagHalf(point))
        || isHangulPair(last, point);
  }

  private static boolean extendsIt(int point) {
    if (point < 0x300) {
      return false;
    }
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || point == JOINER
        || point == 0x200C
        || (point >= 0x1F3FB && point <= 0x1F3FF)
        || (point >= 0xE0020 && point <= 0xE007F);
  }

  private static boolean isPicture(int point) {
    return point >= 0x1F000 || (point >= 0x2190 && point <= 0x2BFF) || point == 0x3030;
  }

  private static boolean isFlagHalf(int point) {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
  }

  private static boolean isHangulPair(int last, int point) {
    boolean lead = last >= 0x1100 && last <= 0x115F;
    boolean syllable = last >= 0xAC00 && last <= 0xD7A3;
    boolean vowel = (last >= 0x1160 && last <= 0x11A7) || (syllable && (last - 0xAC00) % 28 == 0);
    boolean closed = (last >= 0x11A8 && last <= 0x11FF) || syllable;
    boolean toVowel = point >= 0x1160 && point <= 0x11A7;
    boolean toClosed = point >= 0x11A8 && point <= 0x11FF;
    boolean toLead = (point >= 0x1100 && point <= 0x115F) || (point >= 0xAC00 && point <= 0xD7A3);
    return (lead && (toLead || toVowel))
        || (vowel && (toVowel || toClosed))
        || (closed && toClosed);
  }
}
