package kz.zharshy.schedule;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Kazakh, Russian and English words of time expressions, as patterns over lower case. */
final class Vocabulary {
  private static final String END = "(?![\\p{L}\\p{M}\\d])";

  /** The days of the week, in all cases and usual abbreviations. */
  static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

  static final Map<String, Integer> MONTHS = months();

  /** The longer names first: "the day after tomorrow" ends with another day's name. */
  static final Map<String, Integer> DAYS = days();

  static final Map<String, DayPart> PARTS = parts();

  static final String NEXT_WEEK = word("(?:на )?следующей неделе|next week|келесі апта(?:да|ның)?");
  static final String NEXT = word("next|следующ(?:ий|ую|ее|ей)|след|келесі");
  static final String NOW = word("now|right now|сейчас(?: же)?|прямо сейчас|(?:дәл )?қазір");
  static final String TONIGHT = word("tonight");

  /** Words without a meaning of their own. */
  static final String FILLER =
      word(
          "at|on|by|the|of|this|o'?clock|в|во|на|к|около|эт(?:от|у|о|ой)|час(?:а|ов)?"
              + "|сағат|осы|күні|жылы?|жылғы|кун[иі]|г|года?|around|ровно|exactly"
              + "|ближайш(?:ий|ую|ее)|дәл");

  /** After these a number is a time, not a date. */
  static final String TIME_FOLLOWS = word("at|в|сағат|к|by");

  static final String MINUTE = "m|mins?|minutes?|м|мин|минут[уыа]?|минуттан?|минөттен";
  static final String HOUR = "h|hrs?|hours?|ч|час(?:а|ов|ик)?|сағ|сағат(?:тан)?";
  static final String DAY = "d|days?|д|дн(?:я|ей)|день|сут(?:ки|ок)|күн(?:нен)?|тәулік(?:тен)?";
  static final String WEEK = "w|wks?|weeks?|н|нед|недел[юиья]|недель|апта(?:дан)?";
  static final String MONTH = "months?|мес|месяц(?:а|ев)?|ай(?:дан)?";
  static final String HALF_HOUR = "half an hour|полчас(?:а|ика)|пол ?часа|жарты сағат(?:тан)?";
  static final String ONE_AND_A_HALF = "полтора|полторы|one and a half|бір жарым";
  static final String LATER = "кейін|соң|from now|later|спустя";
  static final String IN = "in|через|after|спустя";

  private Vocabulary() {}

  /** A whole word, or one of several. */
  static String word(String alternatives) {
    return "(?:" + alternatives + ")" + END;
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> all = new LinkedHashMap<>();
    String kk = "(?:де|да|ге|ға|сі|сы)?";
    all.put(word("mon(?:day)?|пн|понедельник[ау]?|дүйсенбі" + kk + "|дс"), DayOfWeek.MONDAY);
    all.put(word("tue(?:s(?:day)?)?|вт|вторник[ау]?|сейсенбі" + kk + "|сс"), DayOfWeek.TUESDAY);
    all.put(word("wed(?:nesday)?|ср|сред[ауеы]|сәрсенбі" + kk), DayOfWeek.WEDNESDAY);
    all.put(word("thu(?:rs(?:day)?)?|чт|четверг[ау]?|бейсенбі" + kk + "|бс"), DayOfWeek.THURSDAY);
    all.put(word("fri(?:day)?|пт|пятниц[ауеы]|жұма" + kk + "|жм"), DayOfWeek.FRIDAY);
    all.put(word("sat(?:urday)?|сб|суббот[ауеы]|сенбі" + kk + "|сн"), DayOfWeek.SATURDAY);
    all.put(word("sun(?:day)?|вс|воскресень[ея]|жексенбі" + kk + "|жс"), DayOfWeek.SUNDAY);
    return all;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> all = new LinkedHashMap<>();
    String kk = "(?:да|де|та|те|дың|дің|тың|тің|ның|нің)?";
    all.put(word("jan(?:uary)?|янв(?:ар[яь])?|қаңтар" + kk), 1);
    all.put(word("feb(?:ruary)?|фев(?:рал[яь])?|ақпан" + kk), 2);
    all.put(word("mar(?:ch)?|мар(?:та?)?|наурыз" + kk), 3);
    all.put(word("apr(?:il)?|апр(?:ел[яь])?|сәуір" + kk), 4);
    all.put(word("may|ма[йя]|мамыр" + kk), 5);
    all.put(word("june?|июн[яь]?|маусым" + kk), 6);
    all.put(word("july?|июл[яь]?|шілде" + kk), 7);
    all.put(word("aug(?:ust)?|авг(?:уста?)?|тамыз" + kk), 8);
    all.put(word("sept?(?:ember)?|сент?(?:ябр[яь])?|қыркүйек" + kk), 9);
    all.put(word("oct(?:ober)?|окт(?:ябр[яь])?|қазан" + kk), 10);
    all.put(word("nov(?:ember)?|нояб?(?:р[яь])?|қараша" + kk), 11);
    all.put(word("dec(?:ember)?|дек(?:абр[яь])?|желтоқсан" + kk), 12);
    return all;
  }

  private static Map<String, Integer> days() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put(word("(?:the )?day after tomorrow|послезавтра|бүрсігүні|бүрсүгүні|арғы күні"), 2);
    all.put(word("today|сегодня|бүгін(?:гі)?"), 0);
    all.put(word("tomorrow|tmrw?|завтра|ертең(?:гі|ге)?"), 1);
    return all;
  }

  private static Map<String, DayPart> parts() {
    Map<String, DayPart> all = new LinkedHashMap<>();
    all.put(
        word("(?:in the )?afternoon|после обеда|дн[её]м|дня|түстен кейін|түскі|күндіз(?:гі)?"),
        DayPart.AFTERNOON);
    all.put(
        word("(?:in the )?morning|(?:с )?утра|утром|таңертең(?:гі)?|таңғы|таңда"), DayPart.MORNING);
    all.put(
        word("(?:in the )?evening|вечер(?:ом|а)|кешкісін|кешқұрым|кешк[іе]|кеште"),
        DayPart.EVENING);
    all.put(word("обед"), DayPart.LUNCH);
    all.put(word("(?:at )?midnight|полночь|түн ортасы(?:нда)?"), DayPart.MIDNIGHT);
    all.put(word("(?:at )?night|ноч(?:ью|и)|түнде|түнгі"), DayPart.NIGHT);
    all.put(word("(?:at )?noon|midday|полдень|тал ?түсте|түсте|түс кезінде"), DayPart.NOON);
    return all;
  }
}
