package kz.zharshy.source;

import java.util.List;
import java.util.Locale;

/** The months as pages write them in Kazakh, Russian and English, in full or cut short. */
public final class MonthNames {
  /** By month, beginnings that no other month has. */
  private static final List<List<String>> BEGINNINGS =
      List.of(
          List.of("янв", "қаң", "jan"),
          List.of("фев", "ақп", "feb"),
          List.of("март", "нау", "mar"),
          List.of("апр", "сәу", "apr"),
          List.of("мая", "май", "мам", "may"),
          List.of("июн", "мау", "jun"),
          List.of("июл", "шіл", "jul"),
          List.of("авг", "там", "aug"),
          List.of("сен", "қыр", "sep"),
          List.of("окт", "қаз", "oct"),
          List.of("ноя", "қар", "nov"),
          List.of("дек", "жел", "dec"));

  private MonthNames() {}

  /** The number of a month, from 1; 0 if the word is none. */
  public static int of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int month = 1; month <= BEGINNINGS.size(); month++) {
      if (BEGINNINGS.get(month - 1).stream().anyMatch(lower::startsWith)) {
        return month;
      }
    }
    return 0;
  }
}
