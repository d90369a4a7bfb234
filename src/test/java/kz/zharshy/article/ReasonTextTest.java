package kz.zharshy.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.zharshy.article.ReasonCode.Argument;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonTextTest {
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]+(?:[:/._-]+[A-Za-z]+)*");

  /** What is called so in every language: names of things, of settings and of columns. */
  private static final Set<String> NAMES =
      Set.of(
          "Telegram",
          "HTTP",
          "BotFather",
          "bot.log-chat",
          "media.folders",
          "https://t.me",
          "http",
          "https",
          "id",
          "external_id",
          "publish_at",
          "expires_at",
          "UTC",
          "T",
          "Z",
          "JSON",
          "burst",
          "Word",
          "docx",
          "Markdown",
          "HTML",
          "UTF",
          "h",
          "title",
          "body",
          "section",
          "true",
          "false",
          "url",
          "caption",
          "kind",
          "video",
          "example_news",
          "items",
          "run",
          "here",
          "DOCTYPE",
          "XML",
          "RSS",
          "Atom");

  private final ReasonText text = new ReasonText(ZoneId.of("Asia/Almaty"));

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void inKazakhAndRussianNothingIsSaidInEnglish(ReasonCode code) {
    for (Language language : List.of(Language.KK, Language.RU)) {
      Set<String> latin =
          LATIN
              .matcher(text.in(language, Reasons.example(code)))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toCollection(TreeSet::new));
      latin.removeAll(NAMES);

      assertThat(latin).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void eachArgumentIsToldButAsidesAre(ReasonCode code) {
    Set<Integer> told =
        IntStream.range(0, code.arguments().size())
            .filter(i -> code.arguments().get(i) != Argument.ASIDE)
            .boxed()
            .collect(Collectors.toSet());
    for (Language language : Language.values()) {
      assertThat(named(language, code)).isEqualTo(told);
    }
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void theLogIsToldTheAsidesToo(ReasonCode code) {
    String told = ReasonText.forLog(Reasons.example(code));

    assertThat(told.contains("An aside of the log"))
        .isEqualTo(code.arguments().contains(Argument.ASIDE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | понадобилось бы 1 сообщение, а можно 3. Сократите статью
          4 | понадобилось бы 4 сообщения, а можно 3. Сократите статью
          11 | понадобилось бы 11 сообщений, а можно 3. Сократите статью
          21 | понадобилось бы 21 сообщение, а можно 3. Сократите статью
          """)
  void aNumberHasTheFormOfItsLanguage(int parts, String russian) {
    assertThat(text.in(Language.RU, Reason.of(ReasonCode.TOO_MANY_PARTS, parts, 3)))
        .isEqualTo(russian);
  }

  @Test
  void aReasonWithinAReasonIsSaidInTheSameLanguage() {
    Reason way =
        Reason.of(
            ReasonCode.WAY,
            Reason.of(ReasonCode.PICTURE_SCALED, "10×20"),
            Reason.of(ReasonCode.PICTURE_REFUSED, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

    assertThat(text.in(Language.RU, Reason.of(ReasonCode.PART_MORE, 1, 2, way)))
        .isEqualTo("часть 1 из 2: снимок уменьшен до 10×20: Telegram не принимает снимок");
    assertThat(text.in(Language.KK, way))
        .isEqualTo("сурет 10×20 көлеміне кішірейтілді: Telegram суретті қабылдамайды");
    assertThat(ReasonText.forLog(way))
        .isEqualTo("with the picture scaled to 10×20: Bad Request: PHOTO_INVALID_DIMENSIONS");
  }

  @Test
  void aMomentIsToldInTheNewsroomsZoneAndInTheLogInUtc() {
    Reason late = Reason.of(ReasonCode.EXPIRED, Instant.parse("2026-11-22T10:00:00Z"));

    assertThat(text.in(Language.RU, late)).isEqualTo("срок выхода истёк: 22 ноября 2026, 15:00");
    assertThat(ReasonText.forLog(late))
        .isEqualTo("its time to go out ended at 2026-11-22T10:00:00Z");
  }

  @Test
  void severalReasonsStandALineEach() {
    Reason mistakes =
        Reason.of(
            ReasonCode.MISTAKES,
            "a.json",
            2,
            List.of(
                Reason.of(ReasonCode.FIELD_NO_TITLE, "title"),
                Reason.of(ReasonCode.FIELD_OF_QUEUE, "id")));

    assertThat(text.in(Language.RU, mistakes))
        .isEqualTo(
            """
            a.json: 2 ошибки.
            title: поля нет. Статье нужен заголовок.
            id заполняет сама очередь. Уберите это поле.""");
  }

  @Test
  void somebodysOwnWordsAreQuoted() {
    Reason words = Reason.words("It needs a {0} picture.");

    assertThat(text.in(Language.KK, words)).isEqualTo("«It needs a {0} picture.»");
    assertThat(text.in(Language.EN, words)).isEqualTo("“It needs a {0} picture.”");
    assertThat(ReasonText.forLog(words)).isEqualTo("It needs a {0} picture.");
  }

  /** The arguments that a phrase names, the count by its number. */
  private static Set<Integer> named(Language language, ReasonCode code) {
    Phrases phrases = Phrases.of("article");
    int count = code.arguments().indexOf(Argument.COUNT);
    Object[] marks =
        IntStream.range(0, code.arguments().size()).mapToObj(i -> "<" + i + ">").toArray();
    String phrase =
        count < 0
            ? phrases.get(language, code.text(), marks)
            : phrases.count(language, code.text(), 777, marks).replace("777", "<" + count + ">");
    return Pattern.compile("<(\\d)>")
        .matcher(phrase)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }
}
