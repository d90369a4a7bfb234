package kz.zharshy.store;

import java.time.Instant;
import kz.zharshy.language.Language;

/**
 * The numbers by which the index of words orders articles: the language (2 bits), the second of the
 * coming out (32 bits), the end of the article's number (24 bits). Stored, so it must not change.
 */
final class WordPlace {
  private static final long YEAR_2000 = 946_684_800;
  private static final int NUMBER_BITS = 24;
  private static final int SECOND_BITS = 32;
  private static final int LANGUAGE_SHIFT = NUMBER_BITS + SECOND_BITS;
  private static final long LAST_SECOND = (1L << SECOND_BITS) - 1;

  private WordPlace() {}

  static long of(Language language, Instant at, long articleId) {
    long second = Math.min(LAST_SECOND, Math.max(0, at.getEpochSecond() - YEAR_2000));
    long number = articleId & ((1L << NUMBER_BITS) - 1);
    return first(language) + (second << NUMBER_BITS) + number;
  }

  /** The first place of a language. */
  static long first(Language language) {
    return number(language) << LANGUAGE_SHIFT;
  }

  /** The last place of a language. */
  static long last(Language language) {
    return first(language) + (1L << LANGUAGE_SHIFT) - 1;
  }

  static Instant second(long place) {
    return Instant.ofEpochSecond(((place >> NUMBER_BITS) & LAST_SECOND) + YEAR_2000);
  }

  private static long number(Language language) {
    return switch (language) {
      case KK -> 0;
      case RU -> 1;
      case EN -> 2;
    };
  }
}
