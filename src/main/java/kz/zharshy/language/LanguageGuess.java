package kz.zharshy.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the language of a headline or an article by its words.
 *
 * <p>Each word votes, because news mix: a Russian article names «Жаңғыру жолы» and Нұр-Сұлтан, a
 * Kazakh one quotes a minister in Russian. What stands in quotation marks or begins with a capital
 * letter is more often a name than speech and votes with a quarter of the weight; a frequent word
 * such as <i>және</i> or <i>для</i> always votes in full.
 */
public final class LanguageGuess {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  private static final Pattern KAZAKH_LETTER = Pattern.compile("[әғқңөұүһі]");

  /** Endings that Kazakh words, even borrowed ones, practically never have. */
  private static final Pattern RUSSIAN_ENDING =
      Pattern.compile(
          ".{2,}(?:ого|его|ому|ему|ый|ий|ая|яя|ое|ые|ие|ых|ских|ыми|ими|ами|ями|ах|ях|ов|ев|ей"
              + "|ть|ться|тся|лся|лась|лись|или|али|или|ели|ыли|ила|ыла|ело|ало|ило|ыло|ил|ыл"
              + "|ют|ят|ует|ает|ится|ение|ения|ению|ание|ания|анию|ость|ости|ации|цию|чен|щен"
              + "|сал|зал|вал|лом|ком|ром|ную|ную|ской|ный|ная|ное)");

  /** Endings of Kazakh words that are spelt without a letter of their own. */
  private static final Pattern KAZAKH_ENDING =
      Pattern.compile(
          ".{2,}(?:ында|лды|тты|майды|мады|йды|ынады|ылады|ысы|ларды|ларда|дарда|лармен|дармен|тармен)");

  private static final Set<String> KAZAKH_WORDS =
      words(
          """
          және мен пен бен бұл үшін деп болды болып болады болған бойынша туралы
          арқылы дейін кейін осы сол олар оның жылы жыл жылғы жаңа бір бар жоқ ғана
          тағы деді еді екен емес бірақ сондай отыр жатыр қазір енді барды алды
          айтты облысы облысында ауданы ауданында алматыда астанада атты адам бас
          маусым мамыр наурыз тамыз
          """);

  private static final Set<String> RUSSIAN_WORDS =
      words(
          """
          и в во на что по для с со к ко о об от до из за у не как это этот все был
          была было были при после его её ее их он она они мы я а но же или так
          который года году год лет будет стал стала стали под над без между через
          также более чем где когда почему кто умер умерла погиб снова ещё еще уже
          только новый новые новых
          """);

  private static final double NAME_WEIGHT = 0.25;

  /** Far less text is enough to tell the language; a pasted megabyte must not take a second. */
  private static final int ENOUGH = 20_000;

  private LanguageGuess() {}

  private static Set<String> words(String several) {
    return Set.of(several.strip().split("\\s+", -1));
  }

  /**
   * The language of a text; {@code RU} where nothing tells, because most of what is written without
   * a Kazakh letter in the newsrooms that this is made for is Russian.
   */
  public static Language of(String text) {
    List<Word> words = wordsOf(text.substring(0, Math.min(text.length(), ENOUGH)));
    double latin = 0;
    double cyrillic = 0;
    for (Word word : words) {
      latin += word.latin() ? word.weight() : 0;
      cyrillic += word.latin() ? 0 : word.weight();
    }
    return latin > cyrillic ? Language.EN : kazakhOrRussian(words);
  }

  private static Language kazakhOrRussian(List<Word> words) {
    double kazakh = 0;
    double russian = 0;
    boolean speaksKazakh = false;
    boolean speaksOtherwise = false;
    for (Word word : words) {
      double vote = word.latin() ? 0 : kazakhVote(word);
      kazakh += vote;
      russian += word.latin() ? 0 : russianVote(word);
      speaksKazakh |= vote > NAME_WEIGHT;
      speaksOtherwise |= vote == 0 && !word.latin() && word.weight() == 1;
    }
    // Kazakh names among other words do not make a text Kazakh: «Қайрат Нұртас даст концерт».
    boolean onlyNames = !speaksKazakh && speaksOtherwise;
    return kazakh > russian && !onlyNames ? Language.KK : Language.RU;
  }

  private static double kazakhVote(Word word) {
    if (KAZAKH_WORDS.contains(word.text())) {
      return word.quoted() ? NAME_WEIGHT : 1;
    }
    boolean own =
        KAZAKH_LETTER.matcher(word.text()).find() || KAZAKH_ENDING.matcher(word.text()).matches();
    return own ? word.weight() : 0;
  }

  private static double russianVote(Word word) {
    if (RUSSIAN_WORDS.contains(word.text())) {
      return word.quoted() ? NAME_WEIGHT : 1;
    }
    boolean own =
        RUSSIAN_ENDING.matcher(word.text()).matches() && !KAZAKH_LETTER.matcher(word.text()).find();
    return own ? word.weight() : 0;
  }

  private static List<Word> wordsOf(String text) {
    boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
    List<Word> words = new ArrayList<>();
    Quotes quotes = new Quotes(text);
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      boolean latin = LATIN.matcher(word).find();
      boolean cyrillic = CYRILLIC.matcher(word).find();
      if (latin || cyrillic) {
        boolean name = !shouted && Character.isUpperCase(word.codePointAt(0));
        String lower = word.toLowerCase(Locale.ROOT);
        words.add(
            new Word(
                cyrillic ? withCyrillicLetters(lower) : lower,
                !cyrillic,
                name,
                quotes.contain(matcher.start())));
      }
    }
    return words;
  }

  /**
   * Keyboards without Kazakh letters made it a habit to type a Latin i or ə among Cyrillic ones.
   */
  private static String withCyrillicLetters(String word) {
    return word.replace('i', 'і').replace('ə', 'ә').replace('h', 'һ');
  }

  private record Word(String text, boolean latin, boolean name, boolean quoted) {
    double weight() {
      return (name ? NAME_WEIGHT : 1) * (quoted ? NAME_WEIGHT : 1);
    }
  }

  /** Finds which positions of a text are inside quotation marks. */
  private static final class Quotes {
    /** A pair that is not closed on its own line does not count. */
    private static final Pattern QUOTED =
        Pattern.compile(
            "«[^»\\n]{1,300}»|“[^”\\n]{1,300}”|„[^“”\\n]{1,300}[“”]|\"[^\"\\n]{1,300}\"");

    private final BitSet inside = new BitSet();
    private final boolean whole;

    Quotes(String text) {
      Matcher matcher = QUOTED.matcher(text);
      while (matcher.find()) {
        inside.set(matcher.start(), matcher.end());
      }
      whole = inside.cardinality() >= text.strip().length();
    }

    /** Whether a position is quoted; quotation marks around the whole text do not count. */
    boolean contain(int index) {
      return !whole && inside.get(index);
    }
  }
}
