package kz.zharshy.source.page;

import java.util.Set;
import java.util.regex.Pattern;
import kz.zharshy.source.Line;

/** What stands above the headline of a page: exchange rates, and the rubric. */
final class TopLine {
  private static final String CURRENCY =
      "(?:[$€₽₸£¥₴₺]|USD|EUR|RUB|RUR|KZT|CNY|GBP|KGS|UZS|TRY|CHF|JPY|AED|долл\\p{L}*\\.?|евро|eвро"
          + "|руб\\p{L}*\\.?|юан\\p{L}*|тенге|теңге|тг\\.?|фунт\\p{L}*|еуро|рубль)";
  private static final String AMOUNT =
      "[+-]?\\d{1,5}(?:[.,]\\d{1,4})?(?:\\s*[▲▼↑↓]\\s*(?:\\d+[.,]?\\d*%?)?|\\s*[+-]\\d+[.,]\\d+%?)?";
  private static final Pattern RATES =
      Pattern.compile(
          "(?:"
              + CURRENCY
              + "|(?:"
              + CURRENCY
              + "[\\s:=–—-]*+)?"
              + AMOUNT
              + "(?:\\s*"
              + CURRENCY
              + ")?)(?:[\\s|/;·]+(?:"
              + CURRENCY
              + "[\\s:=–—-]*+)?"
              + AMOUNT
              + "(?:\\s*"
              + CURRENCY
              + ")?)*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST_RATES = 120;
  private static final int LONGEST_RUBRIC = 60;
  private static final int MOST_WORDS_IN_RUBRIC = 6;

  /** Words that sites give their rubrics; only needed where neither repeat nor date helps. */
  private static final Set<String> RUBRICS =
      Set.of(
          "news новости жаңалықтар главныеновости лентановостей басжаңалықтар latestnews"
              .concat(" общество қоғам society политика саясат politics экономика economy")
              .concat(" культура мәдениет culture спорт sport sports интервью сұхбат interview")
              .concat(" мнение мнения пікір opinion аналитика талдау analysis статьи статья")
              .concat(" мақалалар мақала articles article события оқиғалар оқиға events event")
              .concat(" образование білім education здоровье денсаулық health регионы регион")
              .concat(" аймақтар аймақ regions мир вмире әлем world казахстан қазақстан")
              .concat(" kazakhstan молодежь молодёжь жастар youth наука ғылым science")
              .concat(" технологии технология technology официально ресми official")
              .concat(" прессрелиз прессрелизы баспасөзхабарламасы pressrelease анонс анонсы")
              .concat(" announcements блог блоги blog blogs колонка репортаж фоторепортаж")
              .concat(" видео video фото photo бизнес business происшествия тарих история")
              .concat(" history әдебиет литература literature дін религия religion")
              .split(" ", -1));

  private TopLine() {}

  /** Whether a line holds nothing but currencies and amounts. */
  static boolean isRates(String line) {
    return line.length() <= LONGEST_RATES && RATES.matcher(line).matches();
  }

  /** Whether a line above the headline may be the page's rubric. */
  static boolean mayBeRubric(String line) {
    return line.length() <= LONGEST_RUBRIC
        && words(line) <= MOST_WORDS_IN_RUBRIC
        && !Sentence.ends(line)
        && !line.endsWith(":");
  }

  /** Whether a line is a rubric that many sites have. */
  static boolean isKnownRubric(String line) {
    return mayBeRubric(line) && RUBRICS.contains(Line.key(line));
  }

  private static long words(String line) {
    return line.chars().filter(Character::isWhitespace).count() + 1;
  }
}
