package kz.zharshy.chat.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted: {@code +skip size words}, as buttons say it, or {@code size
 * words}, as people type it.
 *
 * @param skip how many articles come before it
 * @param size how many it shows; 0 where that was not said
 * @param words what else was said
 */
record PageRequest(int skip, int size, String words) {
  /** Who looks further back searches. */
  private static final int FURTHEST = 500;

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:\\+([0-9]{1,3})(?:\\s+|$))?(?:0*([0-9]+)(?:\\s+|$))?(.*)", Pattern.DOTALL);

  static PageRequest of(String words) {
    Matcher matcher = SHAPE.matcher(words);
    if (!matcher.matches()) {
      return new PageRequest(0, 0, words);
    }
    int skip = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    return new PageRequest(
        Math.min(FURTHEST, skip), size(matcher.group(2)), matcher.group(3).strip());
  }

  private static int size(@Nullable String digits) {
    if (digits == null) {
      return 0;
    }
    return digits.length() > 4 ? Integer.MAX_VALUE : Math.max(1, Integer.parseInt(digits));
  }

  /** The same page, so many articles on or back. */
  String turned(int by) {
    return "+" + Math.max(0, skip + by);
  }

  boolean isLast() {
    return skip >= FURTHEST;
  }
}
