package kz.zharshy.source.body;

import java.util.Locale;
import java.util.Set;
import kz.zharshy.source.CleanText;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** What HTML says without its tags, found without building anything of them. */
public final class TextExtractor {
  private static final Set<String> WITHIN_WORDS =
      Set.of(
          "a abbr b big cite code del dfn em font i ins kbd mark nobr q s samp small span strike"
              .concat(" strong sub sup tg-spoiler tt u var wbr")
              .split(" ", -1));
  private static final Set<String> NOT_SHOWN =
      Set.of("script", "style", "noscript", "textarea", "title", "iframe");

  private static final int LONGEST_REFERENCE = 34;

  private final String html;
  private final StringBuilder words;

  private TextExtractor(String html) {
    this.html = html;
    words = new StringBuilder(html.length());
  }

  /** The words as plain text, in which blank lines part paragraphs. */
  public static String of(String html) {
    TextExtractor words = new TextExtractor(html);
    words.read();
    return CleanText.of(words.words.toString());
  }

  private void read() {
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      words(at, tag < 0 ? html.length() : tag);
      at = tag < 0 ? html.length() : markup(tag);
    }
  }

  /** In HTML a line break is a space. */
  private void words(int from, int to) {
    int at = from;
    while (at < to) {
      char c = html.charAt(at);
      int end = c == '&' ? endOfReference(at, to) : at + 1;
      if (end > at + 1) {
        words.append(meant(html.substring(at, end)));
      } else {
        words.append(c == '\n' ? ' ' : c);
      }
      at = end;
    }
  }

  private static String meant(String reference) {
    if (reference.charAt(1) == '#') {
      return Parser.unescapeEntities(reference, true);
    }
    String named = Entities.getByName(reference.substring(1, reference.length() - 1));
    return named.isEmpty() ? reference : named;
  }

  /** Behind the semicolon; behind the ampersand itself where it begins no name. */
  private int endOfReference(int from, int to) {
    int at = from + 1;
    while (at < to && at - from < LONGEST_REFERENCE && isOfReference(html.charAt(at))) {
      at++;
    }
    return at < to && html.charAt(at) == ';' ? at + 1 : from + 1;
  }

  private static boolean isOfReference(char c) {
    return c == '#' || (c < 0x7F && Character.isLetterOrDigit(c));
  }

  /** Passes over what begins here; returns where it ends. */
  private int markup(int from) {
    if (html.startsWith("<!--", from)) {
      return behind("-->", from);
    }
    char c = from + 1 < html.length() ? html.charAt(from + 1) : ' ';
    if (c == '!' || c == '?') {
      return behind(">", from);
    }
    boolean closing = c == '/';
    String name = name(closing ? from + 2 : from + 1);
    if (name.isEmpty()) {
      words.append('<');
      return from + 1;
    }
    words.append(name.equals("br") ? "\n" : WITHIN_WORDS.contains(name) ? "" : "\n\n");
    int end = behind(">", from);
    boolean hides = NOT_SHOWN.contains(name) && !closing;
    return hides
        ? behind(">", behind("</" + html.substring(from + 1, from + 1 + name.length()), end))
        : end;
  }

  private String name(int from) {
    int to = from;
    while (to < html.length() && isPartOfName(html.charAt(to), to == from)) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isPartOfName(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (!first && (c == '-' || (c >= '0' && c <= '9')));
  }

  private int behind(String end, int from) {
    int at = html.indexOf(end, from);
    return at < 0 ? html.length() : at + end.length();
  }
}
