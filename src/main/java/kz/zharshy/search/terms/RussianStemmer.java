package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Russian words without their endings: Snowball's algorithm (snowballstem.org, "Russian stemming
 * algorithm") for words in which й is и and ё is е, and then without what it leaves different: soft
 * signs, final vowels, and the fleeting vowel of рынок and рынка.
 */
final class RussianStemmer implements Stemmer {
  private static final String VOWELS = "аеиоуыэюя";
  private static final String FLEETING = "ео";
  private static final String AFTER_FLEETING = "кцнлрм";

  /** Behind а or я. */
  private static final Endings GERUND = Endings.of("в вши вшись");

  private static final Endings GERUND_ALONE = Endings.of("ив ивши ившись ыв ывши ывшись");
  private static final Endings REFLEXIVE = Endings.of("ся сь");
  private static final Endings ADJECTIVE =
      Endings.of(
          "ее ие ые ое ими ыми еи ии ыи ои ем им ым ом его ого ему ому их ых ую юю ая яя", "ою ею");
  private static final Endings PARTICIPLE = Endings.of("ем нн вш ющ щ");
  private static final Endings PARTICIPLE_ALONE = Endings.of("ивш ывш ующ");
  private static final Endings VERB =
      Endings.of("ла на ете ите ли и л ем н ло но ет ют ны ть ешь нно");
  private static final Endings VERB_ALONE =
      Endings.of(
          "ила ыла ена еите уите ите или ыли еи уи ил ыл им ым ен ило ыло ено ят ует уют",
          "ит ыт ены ить ыть ишь ую ю");
  private static final Endings NOUN =
      Endings.of(
          "а ев ов ие ье е иями ями ами еи ии и иеи ои иям ям ием ем ам ом о у ах иях ях ы",
          "ь ию ью ю ия ья я");
  private static final Endings DERIVED = Endings.of("ост ость");
  private static final Endings SUPERLATIVE = Endings.of("еиш еише");
  private static final int SHORTEST = 3;

  /** Stems of forms that have a syllable more, and the stems that they become: время, времени. */
  private static final Map<String, String> LONGER =
      Map.of("дочр", "доч", "времн", "врем", "племн", "плем", "знамн", "знам", "денег", "денг");

  /** Stems of words whose forms have others, too: мать, матери; ребёнок, дети. */
  private static final Map<String, Set<String>> OTHERWISE =
      Map.of(
          "мат", Set.of("матр"),
          "матр", Set.of("мат"),
          "ребенк", Set.of("дет"),
          "дет", Set.of("ребенк"),
          "человек", Set.of("люд"),
          "люд", Set.of("человек"));

  @Override
  public String stem(String word) {
    int from = afterVowel(word, 0);
    if (word.length() <= SHORTEST || from >= word.length()) {
      return word.length() > SHORTEST ? word : firm(word);
    }
    String stem = withoutInflection(word, from);
    stem = stem.length() > from && stem.endsWith("и") ? cut(stem, 1) : stem;
    stem = DERIVED.off(stem, secondRegion(word, from));
    stem = SUPERLATIVE.off(stem, from);
    stem = stem.endsWith("нн") ? cut(stem, 1) : stem;
    stem = withoutFleetingVowel(firm(withoutFinalVowels(stem)));
    return LONGER.getOrDefault(stem, stem);
  }

  @Override
  public Set<String> stems(String word) {
    int from = afterVowel(word, 0);
    Set<String> stems = new LinkedHashSet<>(List.of(stem(word)));
    if (word.length() > SHORTEST && from < word.length()) {
      String noun = withoutFleetingVowel(firm(withoutFinalVowels(NOUN.off(word, from))));
      stems.add(noun);
      stems.add(stem(noun));
      stems.add(stem(NOUN.off(word, from)));
      stems.add(word);
      stems.add(withoutFleetingVowel(firm(word)));
      if (noun.endsWith("с")) {
        // In лося the ending is taken for that of a verb.
        stems.add(cut(noun, 1));
      }
    }
    stems.addAll(OTHERWISE.getOrDefault(stem(word), Set.of()));
    return stems;
  }

  /** The vowel that is fleeting in пчёлы and пчёл is there in пчеловод. */
  @Override
  public Set<String> beginnings(String word) {
    int from = afterVowel(word, 0);
    Set<String> beginnings = new LinkedHashSet<>(List.of(stem(word)));
    if (word.length() > SHORTEST && from < word.length()) {
      beginnings.add(firm(withoutFinalVowels(NOUN.off(word, from))));
    }
    return beginnings;
  }

  @Override
  public Set<String> relatives(String word) {
    Set<String> relatives = new LinkedHashSet<>();
    beginnings(word).forEach(stem -> relatives.addAll(RussianRoots.relatives(stem)));
    return relatives;
  }

  private static String withoutInflection(String word, int from) {
    String gerund = off(word, from, GERUND, GERUND_ALONE);
    if (gerund.length() < word.length()) {
      return gerund;
    }
    String plain = REFLEXIVE.off(word, from);
    String adjective = ADJECTIVE.off(plain, from);
    if (adjective.length() < plain.length()) {
      return off(adjective, from, PARTICIPLE, PARTICIPLE_ALONE);
    }
    String verb = off(plain, from, VERB, VERB_ALONE);
    return verb.length() < plain.length() ? verb : NOUN.off(plain, from);
  }

  /** The longest ending of both kinds; the first kind only behind а or я. */
  private static String off(String word, int from, Endings behindA, Endings alone) {
    int length = alone.at(word, from);
    int other = behindA.at(word, from + 1);
    if (other > length && "ая".indexOf(word.charAt(word.length() - other - 1)) >= 0) {
      length = other;
    }
    return cut(word, length);
  }

  private static String withoutFinalVowels(String word) {
    String stem = word;
    while (stem.length() > SHORTEST && VOWELS.indexOf(stem.charAt(stem.length() - 1)) >= 0) {
      stem = cut(stem, 1);
    }
    return stem;
  }

  private static String withoutFleetingVowel(String stem) {
    int last = stem.length() - 1;
    boolean fleeting =
        last >= SHORTEST
            && AFTER_FLEETING.indexOf(stem.charAt(last)) >= 0
            && FLEETING.indexOf(stem.charAt(last - 1)) >= 0
            && VOWELS.indexOf(stem.charAt(last - 2)) < 0;
    return fleeting ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
  }

  private static String firm(String word) {
    String firm = word.replace("ь", "");
    return firm.isEmpty() ? word : firm;
  }

  private static int secondRegion(String word, int from) {
    int first = afterConsonant(word, from);
    return afterConsonant(word, afterVowel(word, first));
  }

  private static int afterVowel(String word, int from) {
    int at = from;
    while (at < word.length() && VOWELS.indexOf(word.charAt(at)) < 0) {
      at++;
    }
    return Math.min(word.length(), at + 1);
  }

  private static int afterConsonant(String word, int from) {
    int at = from;
    while (at < word.length() && VOWELS.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    return Math.min(word.length(), at + 1);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
