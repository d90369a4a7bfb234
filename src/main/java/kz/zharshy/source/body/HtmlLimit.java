package kz.zharshy.source.body;

/**
 * How far a body is read as HTML. A tag is as much work as a hundred letters, so that a flood of
 * them would keep everybody else waiting; and no post can be made of so many, as a message of
 * Telegram's keeps a hundred. Of what stands behind them the words are kept.
 */
public final class HtmlLimit {
  private static final int TAGS = 40_000;

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
    for (int at = 0; at < html.length(); at++) {
      char c = html.charAt(at);
      tags += c == '<' ? 1 : 0;
      references += c == '&' ? 1 : 0;
      if (tags > most || references > REFERENCES) {
        return at;
      }
    }
    return html.length();
  }
}
