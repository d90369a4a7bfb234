package kz.zharshy.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The words of an article in their order, two bytes for each: by them a phrase is found, and how
 * many of some words stand there. Two words are rarely taken for each other, and hardly ever where
 * they follow each other.
 */
final class WordOrder {
  /** Between the headline and the text, so that no phrase goes across. */
  private static final char BORDER = 0;

  private final char[] words;
  private final int title;

  private WordOrder(char[] words) {
    this.words = words;
    int end = 0;
    while (end < words.length && words[end] != BORDER) {
      end++;
    }
    this.title = end;
  }

  static WordOrder of(byte[] stored) {
    char[] words = new char[stored.length / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = (char) ((stored[2 * i] << 8) | (stored[2 * i + 1] & 0xff));
    }
    return new WordOrder(words);
  }

  static byte[] stored(List<String> title, List<String> body) {
    byte[] stored = new byte[2 * (title.size() + 1 + body.size())];
    int at = 0;
    for (String word : title) {
      at = put(stored, at, sign(word));
    }
    at = put(stored, at, BORDER);
    for (String word : body) {
      at = put(stored, at, sign(word));
    }
    return stored;
  }

  /** By what words are known again. */
  static char[] signs(Collection<String> words) {
    char[] signs = new char[words.size()];
    int at = 0;
    for (String word : words) {
      signs[at++] = sign(word);
    }
    return signs;
  }

  /** Whether words of these signs follow each other. */
  boolean holds(char[] phrase, boolean inTitle) {
    int last = (inTitle ? title : words.length) - phrase.length;
    for (int start = 0; start <= last; start++) {
      if (words[start] == phrase[0]
          && Arrays.equals(words, start, start + phrase.length, phrase, 0, phrase.length)) {
        return true;
      }
    }
    return false;
  }

  boolean holdsOneOf(char[] any, boolean inTitle) {
    int end = inTitle ? title : words.length;
    for (int i = 0; i < end; i++) {
      for (char sign : any) {
        if (words[i] == sign) {
          return true;
        }
      }
    }
    return false;
  }

  private static int put(byte[] stored, int at, char sign) {
    stored[at] = (byte) (sign >> 8);
    stored[at + 1] = (byte) sign;
    return at + 2;
  }

  private static char sign(String word) {
    int hash = word.hashCode();
    char sign = (char) (hash ^ (hash >>> 16));
    return sign == BORDER ? 1 : sign;
  }
}
