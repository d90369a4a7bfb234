package kz.zharshy.store;

import kz.zharshy.language.Language;

/** Words as they stand in the index: behind their language and whether they are a headline's. */
final class WordToken {
  private WordToken() {}

  static String of(Language language, boolean inTitle, String word) {
    return language.code().charAt(0) + (inTitle ? "1" : "0") + word;
  }

  /** As FTS5 is asked for it. */
  static String quoted(String token) {
    return '"' + token + '"';
  }
}
