package kz.zharshy.search.terms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stems of Russian words that are made from one root: обсудить and обсуждение, восстановить and
 * восстанавливать, сак and сакский. Between root and ending they have suffixes, before which the
 * root's last consonant may become another, and before -ива- also its о an а.
 */
final class RussianRoots {
  private static final List<String> SUFFIXES =
      words(
          "ен ан ян ирован ир ов ев ован н енн ск овск инск ик ник щик чик ств тел ител ительн тельн"
              + " тельств ительств к ок ц ист изм ат аци ац ическ ческ еск ичн ительниц ниц иц льн"
              + " альн ут");

  private static final List<String> REPEATED = words("ив ыв иван ыван");

  /** A short root is that of too many words; of it, adjectives and verbs in -ат are looked for. */
  private static final List<String> OF_SHORT = words("ск ов ев н ат ут");

  private static final int SHORT = 3;

  /** Consonants that take each other's place where a root ends. */
  private static final List<List<String>> CHANGES =
      List.of(
          words("д ж жд"),
          words("т ч щ"),
          words("с ш"),
          words("з ж"),
          words("к ч"),
          words("г ж"),
          words("х ш"),
          words("ст щ"),
          words("ск щ"),
          words("б бл"),
          words("п пл"),
          words("в вл"),
          words("м мл"));

  private RussianRoots() {}

  /** What words of the same root as this stem may be stemmed to. */
  static Set<String> relatives(String stem) {
    Set<String> relatives = new LinkedHashSet<>();
    addRelatives(stem, relatives);
    for (String suffix : SUFFIXES) {
      if (stem.endsWith(suffix)) {
        addRelatives(stem.substring(0, stem.length() - suffix.length()), relatives);
      }
    }
    for (String suffix : REPEATED) {
      if (stem.endsWith(suffix)) {
        String root = stem.substring(0, stem.length() - suffix.length());
        addRelatives(root, relatives);
        addRelatives(withVowel(root, 'а', 'о'), relatives);
      }
    }
    relatives.remove(stem);
    return relatives;
  }

  private static void addRelatives(String root, Set<String> relatives) {
    if (root.length() == SHORT) {
      relatives.add(root);
      OF_SHORT.forEach(suffix -> relatives.add(root + suffix));
    } else if (root.length() > SHORT) {
      for (String changed : changed(root)) {
        relatives.add(changed);
        SUFFIXES.forEach(suffix -> relatives.add(changed + suffix));
        REPEATED.forEach(suffix -> relatives.add(changed + suffix));
        String repeated = withVowel(changed, 'о', 'а');
        REPEATED.forEach(suffix -> relatives.add(repeated + suffix));
      }
    }
  }

  private static Set<String> changed(String root) {
    Set<String> changed = new LinkedHashSet<>(List.of(root));
    for (List<String> change : CHANGES) {
      for (String end : change) {
        if (root.endsWith(end)) {
          String start = root.substring(0, root.length() - end.length());
          change.forEach(other -> changed.add(start + other));
        }
      }
    }
    return changed;
  }

  /** With another vowel in the last syllable: устро-, устра-. */
  private static String withVowel(String root, char from, char to) {
    int at = root.length() - 1;
    while (at > 0 && "аеиоуыэюя".indexOf(root.charAt(at)) < 0) {
      at--;
    }
    boolean stands = at > 0 && root.charAt(at) == from;
    return stands ? root.substring(0, at) + to + root.substring(at + 1) : root;
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
