package kz.zharshy.source.body;

import java.util.Locale;
import java.util.Set;

/**
 * How far a body is read as HTML. A tag is as much work as a hundred letters, so that a flood of
 * them would keep everybody else waiting; and no post can be made of so many, as a message of
 * Telegram's keeps a hundred. Of what stands behind them the words are kept.
 */
public final class HtmlLimit {
  private static final int TAGS = 40_000;

  /** An HTML parser opens these again in each paragraph until they are closed. */
  private static final Set<String> REPEATED =
      Set.of("a b big code em font i nobr s small strike strong tt u".split(" ", -1));

  private static final int LONGEST = 7;

  /** jsoup repeats no more of them at a time. */
  private static final int MOST_REPEATED = 12;

  /** Where a name is unknown, all are tried that begin like it. */
  private static final int REFERENCES = 100_000;

  /** A page of news has thousands of tags, and each is looked at many times over. */
  public static final int TAGS_OF_PAGE = 20_000;

  private HtmlLimit() {}

  /** Whether a page, or a feed's item, consists of so many tags that nobody can have written it. */
  public static boolean isFlood(String html) {
    return of(html, TAGS_OF_PAGE) < html.length();
  }

  /** Where what is read as HTML ends. */
  static int of(String html) {
    return of(html, TAGS);
  }

  /** The same for HTML of our own, which has an end for each tag. */
  static int ofRendered(String html) {
    return of(html, 3 * TAGS);
  }

  private static int of(String html, int most) {
    int tags = 0;
    int references = 0;
    int repeated = 0;
    for (int at = 0; at < html.length(); at++) {
      char c = html.charAt(at);
      if (c == '<') {
        repeated = Math.max(0, Math.min(MOST_REPEATED, repeated + repeats(html, at + 1)));
        tags += Math.max(1, repeated);
      }
      references += c == '&' ? 1 : 0;
      if (tags > most || references > REFERENCES) {
        return at;
      }
    }
    return html.length();
  }

  /** 1 where a tag begins that is repeated until its end, -1 where one ends, else 0. */
  private static int repeats(String html, int name) {
    boolean ends = name < html.length() && html.charAt(name) == '/';
    int begin = ends ? name + 1 : name;
    int end = begin;
    while (end < html.length() && end - begin < LONGEST && isLetter(html.charAt(end))) {
      end++;
    }
    if (!REPEATED.contains(html.substring(begin, end).toLowerCase(Locale.ROOT))) {
      return 0;
    }
    return ends ? -1 : 1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
