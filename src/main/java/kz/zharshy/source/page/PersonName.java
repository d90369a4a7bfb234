package kz.zharshy.source.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;

/** Tells a person's name from other short lines, in Kazakh, Russian and English. */
final class PersonName {
  private static final String WORD = "\\p{Lu}[\\p{L}’'ʼ]+(?:-\\p{L}[\\p{L}’'ʼ]*)*";
  private static final String INITIALS = "(?:\\p{Lu}\\.\\s?){1,3}";
  private static final String PARTICLE =
      "(?:ұлы|қызы|улы|кызы|оглы|оғлы|углы|угли|заде|фон|ван|де|да|дер|ибн|бин|аль|эль|von|van|de"
          + "|der|da|di|bin|ibn|al)";
  private static final Pattern NAME =
      Pattern.compile(
          "(?:"
              + INITIALS
              + "\\s?"
              + WORD
              + "|"
              + WORD
              + "(?:\\s+(?:"
              + WORD
              + "|"
              + PARTICLE
              + "|\\p{Lu}\\.)){0,3}(?:\\s+"
              + INITIALS
              + "|\\s+"
              + WORD
              + "|\\s+"
              + PARTICLE
              + "))");

  private static final Pattern SURNAME_IN_CAPITALS = Pattern.compile("\\p{Lu}{3,}");

  /** Beginnings of words that name offices, bodies and places, and of words that begin phrases. */
  private static final List<String> NO_NAMES =
      List.of(
          ("президент председател заместител директор министр министерств корреспондент редактор"
                  + " редакци депутат аким әкім глава руководител начальник журналист тілші төраға"
                  + " төрайым орынбасар директоры басшы жетекші қызметкер маман ректор декан доцент"
                  + " профессор академик агентств агенттіг бюро пресс-служб департамент управлени"
                  + " комитет комиссия қоғам ассамбле совет союз фонд центр орталық институт"
                  + " университет школа мектеп газет журнал республик казахстан қазақстан алматы"
                  + " астана нур-султан нұр-сұлтан шымкент россия ресей президенті министрлігі"
                  + " читайте продолжение конец материал источник новости жаңалық главн народн"
                  + " заслуженн специальн собственн chairman president director minister editor"
                  + " reporter correspondent journalist staff press agency university ministry"
                  + " institute republic kazakhstan news head chief deputy department service"
                  + " office centre center the and of in on for with new happy read source photo"
                  + " made our your all see more also part end год года жыл жылы рухани мәңгілік жаңғыру")
              .split(" ", -1));

  /** Short words of that list, which are whole words and no beginnings. */
  private static final int SHORT = 4;

  private PersonName() {}

  /** Whether a line is nothing but one person's name: two to four words, initials among them. */
  static boolean is(String line) {
    return NAME.matcher(line).matches()
        && !line.equals(line.toUpperCase(Locale.ROOT))
        && !hasOfficeWord(line);
  }

  /** The same in capitals; only to be asked where something else confirms that it is a name. */
  static boolean isInCapitals(String line) {
    return NAME.matcher(line).matches() && !hasOfficeWord(line);
  }

  /** Whether a name is set as journalists sign: the surname in capitals, or an office behind it. */
  static boolean isSigned(String line) {
    return (is(line) && SURNAME_IN_CAPITALS.matcher(line).find()) || beforeOffice(line).isPresent();
  }

  /** The name before the first comma, where an office follows in the same line. */
  static Optional<String> beforeOffice(String line) {
    int comma = line.indexOf(',');
    String name = comma < 0 ? "" : CleanText.strip(line.substring(0, comma));
    return is(name) ? Optional.of(name) : Optional.empty();
  }

  /** Whether a line speaks of an office, an organisation or a place. */
  static boolean hasOfficeWord(String line) {
    for (String word : line.toLowerCase(Locale.ROOT).split("[\\s,«»\"]+", -1)) {
      if (NO_NAMES.stream()
          .anyMatch(stem -> stem.length() <= SHORT ? word.equals(stem) : word.startsWith(stem))) {
        return true;
      }
    }
    return false;
  }
}
