package kz.zharshy.language;

/**
 * The plural form that a whole number requires, by the rules of the Unicode CLDR
 * (unicode.org/reports/tr35, "Language Plural Rules").
 */
enum Plural {
  ONE("one"),
  FEW("few"),
  MANY("many"),
  OTHER("other");

  private final String suffix;

  Plural(String suffix) {
    this.suffix = suffix;
  }

  /** The last part of a phrase's key. */
  String suffix() {
    return suffix;
  }

  static Plural of(Language language, long count) {
    return switch (language) {
      case KK, EN -> count == 1 ? ONE : OTHER;
      case RU -> russian(Math.abs(count));
    };
  }

  private static Plural russian(long count) {
    long tens = count % 100;
    long units = count % 10;
    if (units == 1 && tens != 11) {
      return ONE;
    }
    boolean few = units >= 2 && units <= 4 && (tens < 12 || tens > 14);
    return few ? FEW : MANY;
  }
}
