package kz.zharshy.search.index;

import kz.zharshy.language.Language;

/** The names of the index's fields. Stored, so {@link Mark#FORMAT} changes with them. */
final class Fields {
  static final String ID = "id";

  /** When the article came out, in milliseconds. */
  static final String AT = "at";

  /** What words of a text are kept as. */
  enum Kind {
    /** Stems in their order. */
    STEMS,
    /** The words as they are written, and as they are folded. */
    WORDS,
    /** Three letters after three letters of each word of a headline, in their order. */
    TRIGRAMS
  }

  private Fields() {}

  /** Of a language's articles: of the headline alone, or of all that the article says. */
  static String of(Language language, Kind kind, boolean inTitle) {
    String field = language.code() + "-" + kind.name();
    return inTitle ? field + "-TITLE" : field;
  }
}
