package kz.zharshy.search;

import java.util.Set;

/**
 * Kazakh words without their endings, which follow each other: мектеп-тер-іміз-ден. They are taken
 * off one by one from the end, as long as a stem is left, for words in which the letters of Kazakh
 * are folded. What is taken off too much is so for every form of a word, and hurts little.
 */
final class KazakhStemmer implements Stemmer {
  private static final String VOWELS = "аеиоуыэюя";
  private static final int SHORTEST = 3;

  /** Names that end as if in endings, beside a word that they would become. */
  private static final Set<String> WHOLE =
      Set.of("алматы", "семеи", "абаи", "тенге", "бирге", "астана");

  private static final Endings ENDINGS =
      Endings.of(
          // Plural.
          "лар лер дар дер тар тер",
          // Cases: of, the, to, in, from, with.
          "нын нин дын дин тын тин ны ни ды ди ты ти га ге ка ке на не да де та те нда нде",
          "дан ден тан тен нан нен мен бен пен",
          // Whose, alone and with a case.
          "ым им ын ин ы и сы си ымыз имиз мыз миз ыныз иниз ныз низ сын син сына сине ына ине",
          "ыма име сында синде ында инде сынан синен ынан инен сынын синин ынын инин",
          // Of what kind.
          "гы ги кы ки дагы деги тагы теги ндагы ндеги лык лик дык дик тык тик лыг лиг дыг диг",
          "тыг тиг лы ли сыз сиз даи деи таи теи",
          // Who does it.
          "шы ши",
          // Verbs.
          "ган ген кан кен ады еди иды иди ып ип атын етин итин ытын мак мек у",
          "маиды меиди баиды беиди паиды пеиди мады меди бады беди пады педи");

  @Override
  public String stem(String word) {
    String stem = word;
    while (!WHOLE.contains(stem)) {
      String shorter = shorter(stem);
      if (shorter.equals(stem)) {
        return hard(withoutFinalVowel(stem));
      }
      stem = shorter;
    }
    return stem;
  }

  private static String shorter(String word) {
    String stem = ENDINGS.off(word, SHORTEST);
    if (!stem.equals(word)) {
      return stem;
    }
    // The short words that matter end in a vowel or й: су, үй, ай.
    String shortest = ENDINGS.off(word, SHORTEST - 1);
    return "иу".indexOf(last(shortest)) >= 0 ? shortest : word;
  }

  private static String withoutFinalVowel(String stem) {
    boolean vowel = stem.length() > SHORTEST && VOWELS.indexOf(last(stem)) >= 0;
    return vowel ? stem.substring(0, stem.length() - 1) : stem;
  }

  /** Between vowels к and п become г and б: мектеп, мектебі. */
  private static String hard(String stem) {
    return switch (last(stem)) {
      case 'б' -> stem.substring(0, stem.length() - 1) + 'п';
      case 'г' -> stem.substring(0, stem.length() - 1) + 'к';
      default -> stem;
    };
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }
}
