package kz.zharshy.schedule;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Brings words about a time into one spelling: lower case, digits, no endings behind numbers. */
final class PlainWords {
  private static final String NOT_BEHIND_A_LETTER = "(?<![\\p{L}\\p{M}\\d])";
  private static final String KAZAKH_ENDING = "(?:да|де|та|те)?";

  private static final Pattern DASH = Pattern.compile("[‐-―−]");
  private static final Pattern DOTTED_HALF = Pattern.compile("\\b([ap])\\.\\s?m\\.?");
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=\\d)(?:-(?:да|де|та|те|ға|ге|қа|ке|нда|нде|ында|інде|сында|сінде|сы|сі|ы|і|ші|шы"
              + "|го|е|ое|ти|ми|х)|st|nd|rd|th)(?![\\p{L}\\d])");
  private static final Pattern JOINED_DATE_AND_TIME = Pattern.compile("(?<=\\d)t(?=\\d)");
  private static final Pattern WHITE = Pattern.compile("[\\s,;]+");

  private static final Map<Pattern, String> NUMBERS = numbers();

  private static final Pattern HALF_PAST = Pattern.compile("half past (\\d{1,2})");
  private static final Pattern QUARTER_PAST = Pattern.compile("quarter past (\\d{1,2})");
  private static final Pattern AND_A_HALF =
      Pattern.compile("(\\d{1,2}) жарым(?:да)?(?! сағат)(?!\\p{L})");
  private static final Pattern HALF_OF =
      Pattern.compile("(?:половин[аеу] |пол ?)(\\p{L}{5,12}ого|\\p{L}{3,6}его)");
  private static final List<String> HOURS =
      List.of(
          "первого",
          "второго",
          "третьего",
          "четвертого",
          "пятого",
          "шестого",
          "седьмого",
          "восьмого",
          "девятого",
          "десятого",
          "одиннадцатого",
          "двенадцатого");

  private PlainWords() {}

  static String of(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = plain.replace('ё', 'е').replace('’', '\'');
    plain = DASH.matcher(plain).replaceAll("-");
    plain = DOTTED_HALF.matcher(plain).replaceAll("$1m");
    plain = ENDING.matcher(plain).replaceAll("");
    plain = JOINED_DATE_AND_TIME.matcher(plain).replaceAll(" ");
    plain = WHITE.matcher(plain).replaceAll(" ");
    for (Map.Entry<Pattern, String> number : NUMBERS.entrySet()) {
      plain = number.getKey().matcher(plain).replaceAll(number.getValue());
    }
    plain = HALF_PAST.matcher(plain).replaceAll("$1:30");
    plain = QUARTER_PAST.matcher(plain).replaceAll("$1:15");
    plain = AND_A_HALF.matcher(plain).replaceAll("$1:30");
    return HALF_OF.matcher(plain).replaceAll(PlainWords::halfOf).strip();
  }

  /** The half of the seventh hour is half past six. */
  private static String halfOf(MatchResult words) {
    int hour = HOURS.indexOf(words.group(1));
    return hour < 0 ? words.group() : hour == 0 ? "12:30" : hour + ":30";
  }

  private static Map<Pattern, String> numbers() {
    Map<Pattern, String> all = new LinkedHashMap<>();
    put(all, 11, "eleven|одиннадцать|он бір" + KAZAKH_ENDING);
    put(all, 12, "twelve|двенадцать|он екі" + KAZAKH_ENDING);
    put(all, 15, "fifteen|пятнадцать|он бес" + KAZAKH_ENDING);
    put(all, 20, "twenty|двадцать|жиырма" + KAZAKH_ENDING);
    put(all, 30, "thirty|тридцать|отыз" + KAZAKH_ENDING);
    put(all, 40, "forty|сорок|қырық" + KAZAKH_ENDING);
    put(all, 45, "forty[- ]five|сорок пять|қырық бес" + KAZAKH_ENDING);
    put(all, 10, "ten|десять|он|онда");
    put(all, 1, "one(?! and)|одну|один|бір" + KAZAKH_ENDING + "(?! жарым)");
    put(all, 2, "two|две|два|екі" + KAZAKH_ENDING);
    put(all, 3, "three|три|үш" + KAZAKH_ENDING);
    put(all, 4, "four|четыре|төрт" + KAZAKH_ENDING);
    put(all, 5, "five|пять|бес" + KAZAKH_ENDING);
    put(all, 6, "six|шесть|алты" + KAZAKH_ENDING);
    put(all, 7, "seven|семь|жеті" + KAZAKH_ENDING);
    put(all, 8, "eight|восемь|сегіз" + KAZAKH_ENDING);
    put(all, 9, "nine|девять|тоғыз" + KAZAKH_ENDING);
    return all;
  }

  private static void put(Map<Pattern, String> to, int number, String words) {
    Pattern pattern =
        Pattern.compile(NOT_BEHIND_A_LETTER + "(?:" + words + ")(?![\\p{L}\\p{M}\\d])");
    to.put(pattern, Integer.toString(number));
  }
}
