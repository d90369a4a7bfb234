package kz.zharshy.search.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a text apart into words, which are folded. */
public final class Words {
  /** What is longer is no word, but somebody's address or key. */
  private static final int LONGEST = 40;

  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013";

  /**
   * A word and its place in the text.
   *
   * @param written as it stands there, in small letters
   * @param joined whether it is several words that hyphens join, read as one
   */
  public record Word(int start, int end, String written, String folded, boolean joined) {}

  private Words() {}

  public static List<Word> of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** The first {@code most} words. */
  public static List<Word> of(String text, int most) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < most) {
      int letter = text.codePointAt(at);
      if (!Character.isLetterOrDigit(letter)) {
        at += isPossessive(text, at) ? 2 : Character.charCount(letter);
        continue;
      }
      int end = end(text, at);
      String written = text.substring(at, Math.min(end, at + LONGEST)).toLowerCase(Locale.ROOT);
      String folded = Folding.of(written);
      if (!folded.isEmpty()) {
        words.add(new Word(at, end, written, folded, false));
      }
      at = end;
    }
    return words;
  }

  /** The same, and before the words that hyphens join what they are as one. */
  public static List<Word> withJoined(String text, int most) {
    List<Word> words = of(text, most);
    List<Word> all = new ArrayList<>(words.size() + 8);
    int chained = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i >= chained) {
        chained = i + 1;
        while (chained < words.size() && areJoined(text, words, chained)) {
          chained++;
        }
        if (chained - i > 1) {
          all.add(joined(words.subList(i, chained)));
        }
      }
      all.add(words.get(i));
    }
    return all;
  }

  private static boolean areJoined(String text, List<Word> words, int second) {
    int hyphen = words.get(second - 1).end();
    return words.get(second).start() == hyphen + 1
        && HYPHENS.indexOf(text.charAt(hyphen)) >= 0
        && Character.isLetter(text.charAt(hyphen - 1))
        && isLetter(text, hyphen + 1);
  }

  private static Word joined(List<Word> parts) {
    int end = parts.get(parts.size() - 1).end();
    return new Word(
        parts.get(0).start(), end, joined(parts, Word::written), joined(parts, Word::folded), true);
  }

  private static String joined(List<Word> parts, Function<Word, String> form) {
    String whole = parts.stream().map(form).collect(Collectors.joining());
    return whole.substring(0, Math.min(LONGEST, whole.length()));
  }

  private static int end(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int letter = text.codePointAt(at);
      if (isPossessive(text, at)) {
        return at;
      }
      if (!Character.isLetterOrDigit(letter) && !isInside(text, at, letter)) {
        return at;
      }
      at += Character.charCount(letter);
    }
    return at;
  }

  /** What stands inside a word without parting it: accents, soft hyphens, an apostrophe. */
  private static boolean isInside(String text, int at, int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
      default -> isApostrophe(letter) && isLetter(text, at + 1);
    };
  }

  /** The 's of English. */
  private static boolean isPossessive(String text, int at) {
    return isApostrophe(text.charAt(at))
        && at + 1 < text.length()
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && !isLetter(text, at + 2);
  }

  private static boolean isApostrophe(int letter) {
    return letter == '\'' || letter == '’';
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }
}
