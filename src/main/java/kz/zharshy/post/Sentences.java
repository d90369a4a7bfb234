package kz.zharshy.post;

import java.util.Locale;
import java.util.Set;

/**
 * Where sentences end, in Kazakh, Russian and English. In doubt it says no: a part that ends a
 * sentence later does no harm, one that ends after «г.» does.
 */
final class Sentences {
  private static final String ENDS = ".!?…";
  private static final String CLOSERS = "»”\"'’“)]}";
  private static final String OPENERS = "«“„\"'‘([{—–-•";
  private static final int LONGEST_ABBREVIATION = 6;

  /** Without their last stop, in lower case. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "г", "гг", "в", "вв", "ул", "пр", "просп", "пл", "пос", "обл", "р", "рн", "т", "тт", "д",
          "п", "др", "б", "с", "см", "ср", "стр", "рис", "табл", "гл", "ст", "ч", "кв", "корп",
          "оф", "им", "св", "акад", "проф", "доц", "тов", "гр", "зам", "зав", "нач", "ред", "изд",
          "млн", "млрд", "трлн", "тыс", "руб", "коп", "тг", "тнг", "долл", "чел", "экз", "мин",
          "сек", "час", "кг", "км", "мм", "га", "шт", "тел", "ж", "жж", "қ", "көш", "ауд", "мкр",
          "мр", "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "vs", "no", "vol", "fig", "inc",
          "ltd", "co", "corp", "gen", "col", "sen", "rep", "gov", "etc", "jan", "feb", "mar", "apr",
          "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "e.g", "i.e", "a.m", "p.m",
          "u.s");

  private Sentences() {}

  /** Whether a sentence ends before the white space from {@code end} to {@code start}. */
  static boolean endBetween(CharSequence text, int end, int start) {
    int stop = end;
    while (stop > 0 && CLOSERS.indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    if (stop == 0 || ENDS.indexOf(text.charAt(stop - 1)) < 0 || !startsSentence(text, start)) {
      return false;
    }
    return text.charAt(stop - 1) != '.' || !isAbbreviation(text, stop - 1);
  }

  private static boolean startsSentence(CharSequence text, int start) {
    int at = start;
    while (at < text.length()
        && (OPENERS.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == ' ')) {
      at++;
    }
    if (at == text.length()) {
      return true;
    }
    int first = Character.codePointAt(text, at);
    return !Character.isLowerCase(first) && (Character.isLetterOrDigit(first) || first > 0xFFFF);
  }

  /** Whether the stop at {@code stop} belongs to the word before it. */
  private static boolean isAbbreviation(CharSequence text, int stop) {
    int from = stop;
    while (from > 0 && stop - from <= LONGEST_ABBREVIATION && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    String word = text.subSequence(from, stop).toString();
    if (word.isEmpty()) {
      return false;
    }
    boolean listNumber =
        (from == 0 || text.charAt(from - 1) == '\n') && word.chars().allMatch(Character::isDigit);
    return listNumber || isKnown(word) || isKnown(word.substring(word.lastIndexOf('.') + 1));
  }

  private static boolean isKnown(String word) {
    return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
        || (word.length() == 1 && Character.isLetter(word.charAt(0)));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }
}
