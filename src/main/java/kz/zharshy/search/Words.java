package kz.zharshy.search;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into words. */
final class Words {
  /** What is longer is no word, but somebody's address or key. */
  private static final int LONGEST = 40;

  /** A folded word and its place in the text. */
  record Word(int start, int end, String folded) {}

  private Words() {}

  static List<Word> of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** The first {@code most} words. */
  static List<Word> of(String text, int most) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < most) {
      int letter = text.codePointAt(at);
      if (!Character.isLetterOrDigit(letter)) {
        at += isPossessive(text, at) ? 2 : Character.charCount(letter);
        continue;
      }
      int end = end(text, at);
      String folded = Folding.of(text.substring(at, Math.min(end, at + LONGEST)));
      if (!folded.isEmpty()) {
        words.add(new Word(at, end, folded));
      }
      at = end;
    }
    return words;
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
