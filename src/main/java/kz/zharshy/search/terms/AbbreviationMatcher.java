package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.language.Language;

/** Words that begin with a clipped one: нацбанк is the national bank. */
public final class AbbreviationMatcher {
  private static final int SHORTEST_REST = 3;

  /** What stands clipped, what it is in Russian, and in Kazakh. */
  private static final List<List<String>> HEADS =
      Stream.of(
              "авиа авиационный авиациялық",
              "авто автомобильный автомобиль",
              "ген генеральный бас",
              "глав главный бас",
              "гор городской қалалық",
              "гос государственный мемлекеттік",
              "зам заместитель орынбасар",
              "культ культурный мәдени",
              "мед медицинский медициналық",
              "мем государственный мемлекеттік",
              "мин министерство министрлік",
              "нац национальный ұлттық",
              "обл областной облыстық",
              "проф профессиональный кәсіптік",
              "рай районный аудандық",
              "соц социальный әлеуметтік",
              "спец специальный арнайы",
              "спорт спортивный спорттық",
              "строй строительный құрылыс",
              "студ студенческий студенттік",
              "тех технический техникалық",
              "тур туристический туристік",
              "улт национальный ұлттық",
              "фин финансовый қаржы",
              "энерго энергетический энергетикалық")
          .map(line -> List.of(line.split(" ")))
          .toList();

  private AbbreviationMatcher() {}

  /** What a word may be in full: two words. */
  public static Set<String> inFull(String typed, Language language) {
    String word = Folding.of(typed);
    Set<String> full = new LinkedHashSet<>();
    for (List<String> head : HEADS) {
      int length = head.get(0).length();
      if (word.startsWith(head.get(0)) && word.length() >= length + SHORTEST_REST) {
        full.add(head.get(language == Language.KK ? 2 : 1) + " " + word.substring(length));
      }
    }
    return full;
  }
}
