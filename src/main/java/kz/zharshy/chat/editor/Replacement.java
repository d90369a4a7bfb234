package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.chat.EditDistance;

/**
 * Words that are to stand in the place of others, as one writes it on a phone: {@code old → new},
 * {@code old -> new}, {@code «old» => «new»}.
 */
record Replacement(String old, String other) {
  private static final Pattern SHAPE =
      Pattern.compile("(.+?)\\s*(?:→|⟶|⇒|➜|➡\uFE0F?|[-=—–]+>|>>)\\s*(.*)", Pattern.DOTALL);
  private static final List<String> QUOTES = List.of("«»", "“”", "„“", "\"\"", "''", "‘’");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern DIGITS = Pattern.compile("\\D+");

  /** More is no slip of the finger. */
  private static final int MOST_ERRORS = 3;

  private static final int LONGEST = 200;

  /** The replacement that words ask for; empty where they are something else. */
  static Optional<Replacement> of(String words) {
    Matcher matcher = SHAPE.matcher(words.strip());
    return matcher.matches()
        ? Optional.of(new Replacement(bare(matcher.group(1)), bare(matcher.group(2))))
        : Optional.empty();
  }

  /** Quotation marks around all of it only show where it begins and ends. */
  private static String bare(String words) {
    String bare = words.strip();
    for (String quotes : QUOTES) {
      int last = bare.length() - 1;
      if (last > 1
          && bare.charAt(0) == quotes.charAt(0)
          && bare.charAt(last) == quotes.charAt(1)
          && bare.indexOf(quotes.charAt(1), 1) == last) {
        return bare.substring(1, last).strip();
      }
    }
    return bare;
  }

  /**
   * The content with it done, in whole words if they are there; a telephone's capital letter at the
   * beginning is not meant. Empty where nothing is found.
   */
  Optional<Content> in(Content content) {
    String words = asPattern();
    String whole = "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])";
    int any = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return in(content, Pattern.compile(whole))
        .or(() -> in(content, Pattern.compile(words)))
        .or(() -> in(content, Pattern.compile(whole, any)))
        .or(() -> in(content, Pattern.compile(words, any)));
  }

  private Optional<Content> in(Content content, Pattern words) {
    String title = replaced(content.title(), words);
    String summary = content.summary() == null ? null : replaced(content.summary(), words);
    String body =
        content.bodyFormat() == BodyFormat.HTML
            ? inHtml(content.body(), words)
            : replaced(content.body(), words);
    if (title.isBlank()) {
      return Optional.empty();
    }
    Content done = ContentEdits.said(content, title, summary, body, content.bodyFormat());
    return done.equals(content) ? Optional.empty() : Optional.of(done);
  }

  /** What stands in a tag is no word of the article. */
  private String inHtml(String html, Pattern words) {
    StringBuilder done = new StringBuilder();
    int from = 0;
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      done.append(inText(html.substring(from, tag.start()), words)).append(tag.group());
      from = tag.end();
    }
    return done.append(inText(html.substring(from), words)).toString();
  }

  private String inText(String escaped, Pattern words) {
    String text = unescaped(escaped);
    String done = replaced(text, words);
    return done.equals(text) ? escaped : escaped(done);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private String replaced(String text, Pattern words) {
    return words
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(inPlaceOf(found.group())));
  }

  /** The first letter is large or small as it was, where the words were found in another case. */
  private String inPlaceOf(String found) {
    if (other.isEmpty() || found.isEmpty() || found.charAt(0) == old.charAt(0)) {
      return other;
    }
    String first = other.substring(0, 1);
    String fitting =
        Character.isUpperCase(found.charAt(0))
            ? first.toUpperCase(Locale.ROOT)
            : first.toLowerCase(Locale.ROOT);
    return fitting + other.substring(1);
  }

  /** A phone writes other dashes, quotation marks and spaces than the one who wrote the article. */
  private String asPattern() {
    StringBuilder pattern = new StringBuilder();
    for (int at = 0; at < old.length(); at++) {
      char c = old.charAt(at);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        pattern.append("[\\s\u00A0]+");
      } else if ("-‐‑‒–—−".indexOf(c) >= 0) {
        pattern.append("[-‐‑‒–—−]");
      } else if ("\"«»“”„".indexOf(c) >= 0) {
        pattern.append("[\"«»“”„]");
      } else if ("'’‘ʼ".indexOf(c) >= 0) {
        pattern.append("['’‘ʼ]");
      } else {
        pattern.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return pattern.toString();
  }

  /** Whether it mends a slip of the finger; another figure is another fact. */
  boolean mendsATypingError() {
    return old.length() <= LONGEST
        && other.length() <= LONGEST
        && !other.isEmpty()
        && figures(old).equals(figures(other))
        && EditDistance.between(old, other) <= Math.min(MOST_ERRORS, old.length() / 2 + 1);
  }

  private static List<String> figures(String words) {
    return List.of(DIGITS.split(words, -1));
  }
}
