package kz.zharshy.search.terms;

import java.util.Set;
import kz.zharshy.language.Language;

/** Takes the endings off folded words, so that a word in any of its forms is one and the same. */
public interface Stemmer {
  /** The stem of a folded word; never empty. */
  String stem(String word);

  /**
   * The stems that forms of a word may have. Which endings a word has cannot always be told: that
   * of «кредиты» is -ы, and that of «кредит» might be a verb's.
   */
  default Set<String> stems(String word) {
    return Set.of(stem(word));
  }

  /** How words that go on from this one may begin. */
  default Set<String> beginnings(String word) {
    return Set.of(stem(word));
  }

  /** Stems that words of the same root may have, though they are no forms of it. */
  default Set<String> relatives(String word) {
    return Set.of();
  }

  /**
   * The stemmer of a language. A word in Latin letters is taken for English wherever it stands, and
   * one in Cyrillic letters in an English text for Russian.
   */
  static Stemmer of(Language language) {
    Stemmer english = new EnglishStemmer();
    Stemmer cyrillic = language == Language.KK ? new KazakhStemmer() : new RussianStemmer();
    return new Stemmer() {
      @Override
      public String stem(String word) {
        return (isCyrillic(word) ? cyrillic : english).stem(word);
      }

      @Override
      public Set<String> stems(String word) {
        return (isCyrillic(word) ? cyrillic : english).stems(word);
      }

      @Override
      public Set<String> beginnings(String word) {
        return (isCyrillic(word) ? cyrillic : english).beginnings(word);
      }

      @Override
      public Set<String> relatives(String word) {
        return (isCyrillic(word) ? cyrillic : english).relatives(word);
      }
    };
  }

  private static boolean isCyrillic(String word) {
    return word.chars().anyMatch(letter -> Folding.isCyrillic((char) letter));
  }
}
