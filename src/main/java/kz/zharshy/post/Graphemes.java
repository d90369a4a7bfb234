package kz.zharshy.post;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one character, as a reader sees it, ends: a letter with its accents, a flag, a family of
 * emoji. {@link java.text.BreakIterator} of Java 17 takes flags and families apart, its regular
 * expressions do not.
 */
final class Graphemes {
  /** Longer heaps of marks may be cut, so that a hostile text cannot make a part too long. */
  static final int LONGEST = 64;

  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Graphemes() {}

  /** Where the character that starts at {@code from} ends. */
  static int next(CharSequence text, int from) {
    boolean last = from + 1 >= text.length();
    if (last || (isSimple(text.charAt(from)) && isSimple(text.charAt(from + 1)))) {
      return from + 1;
    }
    int most = Math.min(text.length(), from + LONGEST);
    Matcher character = CHARACTER.matcher(text).region(from, most);
    int end = character.lookingAt() ? character.end() : from + 1;
    boolean halved = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return halved ? end - 1 : end;
  }

  /** Letters that take no marks, which are most. */
  private static boolean isSimple(char c) {
    return c < 0x300 || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x590);
  }
}
