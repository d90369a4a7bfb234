package kz.zharshy.search;

import kz.zharshy.language.Language;

/** Takes the endings off folded words, so that a word in any of its forms is one and the same. */
@FunctionalInterface
interface Stemmer {
  /** The stem of a folded word; never empty. */
  String stem(String word);

  /**
   * The stemmer of a language. A word in Latin letters is taken for English wherever it stands, and
   * one in Cyrillic letters in an English text for Russian.
   */
  static Stemmer of(Language language) {
    Stemmer english = new EnglishStemmer();
    Stemmer cyrillic = language == Language.KK ? new KazakhStemmer() : new RussianStemmer();
    return word -> (isCyrillic(word) ? cyrillic : english).stem(word);
  }

  private static boolean isCyrillic(String word) {
    return word.chars().anyMatch(letter -> Folding.isCyrillic((char) letter));
  }
}
