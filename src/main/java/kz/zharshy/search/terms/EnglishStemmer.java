package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** English words without -s, -ed, -ing and -ly. */
final class EnglishStemmer implements Stemmer {
  private static final Pattern VOWEL = Pattern.compile(".*[aeiouy].*");
  private static final Pattern HISSING = Pattern.compile(".*(?:ss|sh|ch|x|z)es");
  private static final Pattern NO_PLURAL = Pattern.compile(".*(?:ss|us)");
  private static final Pattern DOUBLED = Pattern.compile(".*(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)");
  private static final int SHORTEST = 3;

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("feet", "foot"),
          Map.entry("teeth", "tooth"),
          Map.entry("wolves", "wolf"),
          Map.entry("knives", "knife"),
          Map.entry("wives", "wife"),
          Map.entry("thieves", "thief"),
          Map.entry("shelves", "shelf"));

  private static final Map<String, Set<String>> FORMS =
      IrregularEnglish.stems(EnglishStemmer::stemOf);

  @Override
  public String stem(String word) {
    return stemOf(word);
  }

  @Override
  public Set<String> stems(String word) {
    String stem = stemOf(word);
    Set<String> stems = new LinkedHashSet<>(List.of(stem));
    stems.addAll(FORMS.getOrDefault(word, FORMS.getOrDefault(stem, Set.of())));
    return stems;
  }

  private static String stemOf(String word) {
    if (IRREGULAR.containsKey(word)) {
      return stemOf(IRREGULAR.getOrDefault(word, word));
    }
    if (word.length() <= SHORTEST || !Character.isLetter(word.charAt(0))) {
      return word;
    }
    return even(withoutSuffix(singular(word)));
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > SHORTEST + 1) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("sis") && word.length() > SHORTEST + 1) {
      return cut(word, 2);
    }
    if (HISSING.matcher(word).matches()) {
      return cut(word, 2);
    }
    boolean plural = word.endsWith("s") && !NO_PLURAL.matcher(word).matches();
    return plural ? cut(word, 1) : word;
  }

  private static String withoutSuffix(String word) {
    if (word.endsWith("eed")) {
      return word;
    }
    for (String suffix : new String[] {"ing", "ed", "ly"}) {
      String stem = word.endsWith(suffix) ? cut(word, suffix.length()) : "";
      if (stem.length() >= SHORTEST && VOWEL.matcher(stem).matches()) {
        return DOUBLED.matcher(stem).matches() ? cut(stem, 1) : stem;
      }
    }
    return word;
  }

  /** As it is before any ending: close, closing; city, cities. */
  private static String even(String word) {
    if (word.length() > SHORTEST && word.endsWith("e")) {
      return cut(word, 1);
    }
    return word.length() > SHORTEST && word.endsWith("y") ? cut(word, 1) + "i" : word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
