package kz.zharshy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.language.Language;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.search.terms.IndexedText;
import kz.zharshy.search.terms.Stemmer;
import kz.zharshy.search.terms.Words;

/** Shows where in an article the found words stand. Safe for use by several threads. */
public final class Snippets {
  /** Two lines on a phone. */
  private static final int LENGTH = 140;

  private static final int BEFORE = 40;

  /** Beyond that the beginning of the article is shown. */
  private static final int LOOKED_AT = 100_000;

  /** A piece of a text, and whether it is a found word. */
  public record Piece(String text, boolean found) {}

  private final IndexedText reading;

  public Snippets(BodyReader bodies) {
    this.reading = new IndexedText(bodies);
  }

  /**
   * The sentence or so around the first found word, on one line; the beginning of the article where
   * no found word stands in its text. Empty where the article has none.
   */
  public List<Piece> of(Article article, Hit hit) {
    String text = line(reading.text(article));
    List<Words.Word> found = found(text, hit.language(), hit.stems());
    int first = found.isEmpty() ? 0 : found.get(0).start();
    int from = first <= BEFORE ? 0 : wordAt(text, first - BEFORE);
    return pieces(text, from, end(text, from, LENGTH), found);
  }

  /** The beginning of an article's text, on one line; empty where it has none. */
  public String beginning(Article article, int length) {
    String text = line(reading.text(article));
    int until = end(text, 0, length);
    return text.substring(0, until) + (until < text.length() ? "…" : "");
  }

  private static int end(String text, int from, int length) {
    int until = Math.min(text.length(), from + length);
    if (until == text.length()) {
      return until;
    }
    int space = text.lastIndexOf(' ', until);
    if (space > from + length / 2) {
      return space;
    }
    return Character.isLowSurrogate(text.charAt(until)) ? until - 1 : until;
  }

  /** A headline's words, those found told apart. */
  public List<Piece> ofTitle(String title, Hit hit) {
    return pieces(title, 0, title.length(), found(title, hit.language(), hit.stems()));
  }

  private static String line(String text) {
    String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
    return start.replaceAll("[\\s\\p{Cc}\\p{Z}]+", " ").strip();
  }

  private static List<Words.Word> found(String text, Language language, Set<String> stems) {
    Stemmer stemmer = Stemmer.of(language);
    return Words.withJoined(text, Integer.MAX_VALUE).stream()
        .filter(word -> stems.contains(stemmer.stem(word.folded())))
        .toList();
  }

  private static int wordAt(String text, int at) {
    int space = text.indexOf(' ', at);
    return space < 0 ? at : space + 1;
  }

  private static List<Piece> pieces(String text, int from, int until, List<Words.Word> found) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    StringBuilder before = new StringBuilder(from > 0 ? "…" : "");
    for (Words.Word word : found) {
      if (word.start() >= at && word.end() <= until) {
        add(pieces, before.append(text, at, word.start()).toString(), false);
        before.setLength(0);
        add(pieces, text.substring(word.start(), word.end()), true);
        at = word.end();
      }
    }
    before.append(text, at, until).append(until < text.length() ? "…" : "");
    add(pieces, before.toString(), false);
    return pieces;
  }

  private static void add(List<Piece> pieces, String text, boolean found) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, found));
    }
  }
}
