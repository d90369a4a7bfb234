package kz.zharshy.source.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.source.Line;

/**
 * Tells whether two articles are one article in two dresses. Their figures have to be the same: the
 * rates and the weather of two days differ in nothing else.
 */
final class NearDuplicates {
  private static final double HEADLINES = 0.75;
  private static final double TEXTS = 0.75;
  private static final int SHINGLE = 3;

  private NearDuplicates() {}

  /** Whether two headlines say the same in nearly the same words. */
  static boolean headlines(String one, String other) {
    if (Line.key(one).equals(Line.key(other))) {
      return true;
    }
    List<String> first = words(one);
    List<String> second = words(other);
    return figures(first).equals(figures(second))
        && common(new HashSet<>(first), new HashSet<>(second)) >= HEADLINES;
  }

  /** Whether headline and text are nearly the same; one may be the beginning of the other. */
  static boolean articles(Content one, Content other) {
    if (!headlines(one.title(), other.title())) {
      return false;
    }
    List<String> first = words(text(one));
    List<String> second = words(text(other));
    int length = Math.min(first.size(), second.size());
    if (length < SHINGLE) {
      return Line.key(one.title()).equals(Line.key(other.title()));
    }
    List<String> beginning = first.subList(0, length);
    List<String> otherBeginning = second.subList(0, length);
    return figures(beginning).equals(figures(otherBeginning))
        && common(shingles(beginning), shingles(otherBeginning)) >= TEXTS;
  }

  private static String text(Content content) {
    return content.bodyFormat() == BodyFormat.HTML
        ? FeedText.words(content.body())
        : content.body();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word :
        text.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static Map<String, Integer> figures(List<String> words) {
    Map<String, Integer> figures = new HashMap<>();
    for (String word : words) {
      if (word.codePoints().anyMatch(Character::isDigit)) {
        figures.merge(word, 1, Integer::sum);
      }
    }
    return figures;
  }

  private static Set<String> shingles(List<String> words) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
    return shingles;
  }

  /** The part of all that both have. */
  private static double common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 1 : (double) both.size() / all;
  }
}
