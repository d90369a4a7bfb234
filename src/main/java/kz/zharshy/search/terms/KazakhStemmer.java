package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kazakh words without their endings, which follow each other: мектеп-тер-іміз-ден. They are taken
 * off one by one from the end, as long as a stem is left, for words in which the letters of Kazakh
 * are folded. What is taken off too much is so for every form of a word, and hurts little.
 */
final class KazakhStemmer implements Stemmer {
  private static final String VOWELS = "аеиоуыэюя";
  private static final int SHORTEST = 3;

  /** More of a word's own letters is not taken for endings because of -ы behind it... */
  private static final int MOST_TAKEN = 4;

  /** ...unless so much is left that it is hardly another word. */
  private static final int LONG = 4;

  /** Words that end as if in endings, or do where their own begin. */
  private static final Set<String> WHOLE =
      Set.of(
          "алматы",
          "семеи",
          "абаи",
          "тенге",
          "бирге",
          "астана",
          "ауыл",
          "озен",
          "жумыс",
          "орын",
          "укимет",
          "кызмет",
          "мемлекет",
          "халык",
          "балык",
          "колик",
          "казак",
          "дауыс",
          "кеден");

  /** How the shortest of them is long, and how each of them begins. */
  private static final int START = SHORTEST + 1;

  private static final Set<String> STARTS =
      WHOLE.stream().map(word -> word.substring(0, START)).collect(Collectors.toSet());

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

  /** Endings of verbs whose stem ends in a vowel. */
  private static final Endings VERB = Endings.of("у ды ди ган ген иды иди са се мак мек");

  @Override
  public String stem(String word) {
    String whole = whole(word);
    if (!whole.isEmpty()) {
      return whole;
    }
    String stem = word;
    String shorter = shorter(stem);
    while (!shorter.equals(stem)) {
      stem = shorter;
      shorter = shorter(stem);
    }
    return hard(withoutFinalVowel(stem));
  }

  /** The word of these behind which nothing but endings stand; empty if there is none. */
  private static String whole(String word) {
    if (word.length() < START || !STARTS.contains(word.substring(0, START))) {
      return "";
    }
    for (int length = word.length(); length > SHORTEST; length--) {
      String start = hard(word.substring(0, length));
      if (WHOLE.contains(start) && isAllEndings(word.substring(length))) {
        return start;
      }
    }
    return "";
  }

  private static boolean isAllEndings(String word) {
    int left = word.length();
    int ending = ENDINGS.at(word, 0);
    while (left > 0 && ending > 0) {
      left -= ending;
      ending = ENDINGS.at(word.substring(0, left), 0);
    }
    return left == 0;
  }

  /** That a thing is somebody's makes some words look as if more were an ending: өзен, өзені. */
  @Override
  public Set<String> stems(String word) {
    Set<String> stems = new LinkedHashSet<>(List.of(stem(word)));
    if (!whole(word).isEmpty()) {
      return stems;
    }
    for (String bare : List.of(word, stem(word), withoutFinalVowel(word))) {
      stems.add(stem(bare));
      for (String vowel : List.of("ы", "и")) {
        String stem = stem(soft(bare) + vowel);
        if (stem.length() >= Math.min(LONG, bare.length() - MOST_TAKEN)) {
          stems.add(stem);
        }
      }
    }
    String verb = VERB.off(word, SHORTEST);
    if (verb.length() < word.length() && VOWELS.indexOf(last(verb)) >= 0) {
      // One letter is no ending: жинап stands as it is in the index.
      stems.add(verb + "п");
      stems.add(stem(verb + "ды"));
    }
    return stems;
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
    return vowel ? cut(stem, 1) : stem;
  }

  /** Between vowels к and п become г and б: мектеп, мектебі. */
  private static String hard(String stem) {
    return switch (last(stem)) {
      case 'б' -> cut(stem, 1) + 'п';
      case 'г' -> cut(stem, 1) + 'к';
      default -> stem;
    };
  }

  private static String soft(String word) {
    return switch (last(word)) {
      case 'п' -> cut(word, 1) + 'б';
      case 'к' -> cut(word, 1) + 'г';
      default -> word;
    };
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }
}
