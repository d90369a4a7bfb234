package kz.zharshy.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article's headline as one short line of a list. */
public final class HeadlineText {
  /** Three lines on a phone; twenty of them with their dates fit into one message. */
  private static final int LONGEST = 150;

  /** As a reader sees it; the JDK's BreakIterator takes families of emoji apart before 20. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private HeadlineText() {}

  /** The headline on one line, cut between words where it is very long. */
  public static String line(String title) {
    String line =
        title
            .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", "")
            .replaceAll("[\\s\\p{Cc}\\p{Z}]+", " ")
            .strip();
    if (line.isEmpty()) {
      return "…";
    }
    return line.length() <= LONGEST ? line : cut(line) + "…";
  }

  private static String cut(String line) {
    int space = line.lastIndexOf(' ', LONGEST - 1);
    if (space > LONGEST / 2) {
      return line.substring(0, space);
    }
    int end = 0;
    Matcher characters = CHARACTER.matcher(line);
    while (characters.find() && characters.end() < LONGEST) {
      end = characters.end();
    }
    return line.substring(0, end);
  }
}
