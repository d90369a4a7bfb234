package kz.zharshy.schedule;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Normalizes the spelling of a time expression: lower case, digits, no endings after numbers. */
final class TimeTextNormalizer {
  private static final String NOT_BEHIND_A_LETTER = "(?<![\\p{L}\\p{M}\\d])";
  private static final String KAZAKH_ENDING = "(?:да|де|та|те)?";
  private static final Pattern DASH = Pattern.compile("[‐-―−]");
  private static final Pattern DOTTED_HALF = Pattern.compile("\\b([ap])\\.\\s?m\\.?");
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=\\d)(?:-(?:да|де|та|те|ға|ге|қа|ке|нда|нде|ында|інде|сында|сінде|сы|сі|ы|і|ші|шы"
              + "|го|е|ое|ти|ми|х)|st|nd|rd|th)(?![\\p{L}\\d])");
  private static final Pattern JOINED_DATE_AND_TIME = Pattern.compile("(?<=\\d)t(?=\\d)");
  private static final Pattern DECIMAL = Pattern.compile("(?<=\\d),(?=5 ?(?:h|ч|сағ))");
  private static final Pattern FULL_STOP = Pattern.compile("(?<=\\p{L})\\.(?!\\p{L})");
  private static final Pattern DAY_AND_MONTH = Pattern.compile("(?<=\\d)-(?=\\p{L})");
  private static final Pattern WHITE = Pattern.compile("[\\s,;()!?]+");
  private static final Map<Pattern, String> NUMBERS = numbers();

  /** Expressions and their replacements, applied in this order. */
  private static final Map<Pattern, String> SPEECH = speech();

  private static final Pattern TENS = Pattern.compile("\\b(20|30|40|50) ([1-9])(?= ?(?:m|м))");
  private static final Pattern TO =
      Pattern.compile("(\\d{1,2}) (?:minutes )?to (\\d{1,2})|без (\\d{1,2}) (?:минут )?(\\d{1,2})");
  private static final Pattern HALF_PAST = Pattern.compile("half past (\\d{1,2})");
  private static final Pattern QUARTER_PAST = Pattern.compile("quarter past (\\d{1,2})");
  private static final Pattern AND_A_HALF =
      Pattern.compile("(\\d{1,2}) жарым(?:да)?(?! сағат)(?!\\p{L})");
  private static final Pattern HALF_OF =
      Pattern.compile("(?:половин[аеу] |пол ?)(\\p{L}{5,12}ого|\\p{L}{3,6}его)");
  private static final Pattern QUARTER_OF =
      Pattern.compile("четверть (\\p{L}{5,12}ого|\\p{L}{3,6}его)");
  private static final int NOON = 12;
  private static final int HOUR = 60;
  private static final List<String> HOURS =
      List.of(
          ("первого второго третьего четвертого пятого шестого седьмого восьмого девятого"
                  + " десятого одиннадцатого двенадцатого")
              .split(" ", -1));

  private TimeTextNormalizer() {}

  static String of(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    plain = plain.replace('ё', 'е').replace('’', '\'');
    plain = DASH.matcher(plain).replaceAll("-");
    plain = DOTTED_HALF.matcher(plain).replaceAll("$1m");
    plain = FULL_STOP.matcher(plain).replaceAll("");
    plain = DECIMAL.matcher(plain).replaceAll(".");
    plain = ENDING.matcher(plain).replaceAll("");
    plain = DAY_AND_MONTH.matcher(plain).replaceAll(" ");
    plain = JOINED_DATE_AND_TIME.matcher(plain).replaceAll(" ");
    plain = WHITE.matcher(plain).replaceAll(" ");
    for (Map.Entry<Pattern, String> number : NUMBERS.entrySet()) {
      plain = number.getKey().matcher(plain).replaceAll(number.getValue());
    }
    for (Map.Entry<Pattern, String> way : SPEECH.entrySet()) {
      plain = way.getKey().matcher(plain).replaceAll(way.getValue());
    }
    plain = TENS.matcher(plain).replaceAll(TimeTextNormalizer::sum);
    plain = TO.matcher(plain).replaceAll(TimeTextNormalizer::before);
    plain = HALF_PAST.matcher(plain).replaceAll("$1:30");
    plain = QUARTER_PAST.matcher(plain).replaceAll("$1:15");
    plain = AND_A_HALF.matcher(plain).replaceAll("$1:30");
    plain = QUARTER_OF.matcher(plain).replaceAll(part -> partOf(part, ":15"));
    return HALF_OF.matcher(plain).replaceAll(part -> partOf(part, ":30")).strip();
  }

  private static String sum(MatchResult words) {
    return Integer.toString(Integer.parseInt(words.group(1)) + Integer.parseInt(words.group(2)));
  }

  /** Ten to seven is 6:50. */
  private static String before(MatchResult words) {
    boolean english = words.group(1) != null;
    int minutes = Integer.parseInt(words.group(english ? 1 : 3));
    int hour = Integer.parseInt(words.group(english ? 2 : 4));
    boolean known = minutes > 0 && minutes <= 30 && hour > 0 && hour <= NOON;
    return known ? "%d:%02d".formatted(hour == 1 ? NOON : hour - 1, HOUR - minutes) : words.group();
  }

  /** "Half of the seventh" is half past six. */
  private static String partOf(MatchResult words, String minutes) {
    int hour = HOURS.indexOf(words.group(1));
    return hour < 0 ? words.group() : (hour == 0 ? NOON : hour) + minutes;
  }

  private static Map<Pattern, String> speech() {
    Map<Pattern, String> all = new LinkedHashMap<>();
    all.put(Pattern.compile("^\\+ ?(\\d{1,2}):(\\d{2})$"), "+$1h $2m");
    all.put(Pattern.compile("(?<=\\p{L}) айы(?:ның)?(?= \\d)"), "");
    all.put(Pattern.compile("(?<!\\d )(?<!через )(?<!\\p{L})час (?=дня|ночи)"), "1 ");
    all.put(Pattern.compile("(?:an? )?(час|hour) (?:с половиной|and a half)"), "1.5 $1");
    all.put(
        Pattern.compile("(\\d{1,2}) (?:с половиной|and a half|жарым) (?=час|hour|сағаттан)"),
        "$1.5 ");
    all.put(
        Pattern.compile("(минут|мин|час(?:а|ов)?|дн(?:я|ей)) через (\\d{1,3})(?!\\d)"),
        "через $2 $1");
    all.put(Pattern.compile("(?<!\\p{L})(?<!and )a (?=quarter|half)"), "");
    all.put(Pattern.compile("(?:без четверти|quarter to) (\\d{1,2})"), "без 15 $1");
    return all;
  }

  private static Map<Pattern, String> numbers() {
    Map<Pattern, String> all = new LinkedHashMap<>();
    put(all, 11, "eleven|одиннадцать|он бір" + KAZAKH_ENDING);
    put(all, 12, "twelve|двенадцать|он екі" + KAZAKH_ENDING);
    put(all, 15, "fifteen|пятнадцать|пятнадцати|он бес" + KAZAKH_ENDING);
    put(all, 20, "twenty|двадцать|двадцати|жиырма" + KAZAKH_ENDING);
    put(all, 30, "thirty|тридцать|отыз" + KAZAKH_ENDING);
    put(all, 40, "forty|сорок|қырық" + KAZAKH_ENDING);
    put(all, 50, "fifty|пятьдесят|елу" + KAZAKH_ENDING);
    put(all, 45, "forty[- ]five|сорок пять|қырық бес" + KAZAKH_ENDING);
    put(all, 10, "ten|десять|десяти|он|онда");
    put(all, 1, "one(?! and)|одну|один|бір" + KAZAKH_ENDING + "(?! жарым)");
    put(all, 2, "two|(?:a )?couple of|две|два|пар[уы]|екі" + KAZAKH_ENDING);
    put(all, 3, "three|три|үш" + KAZAKH_ENDING);
    put(all, 4, "four|четыре|төрт" + KAZAKH_ENDING);
    put(all, 5, "five|пять|пяти|бес" + KAZAKH_ENDING);
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
