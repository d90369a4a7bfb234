package kz.zharshy.source.page;

import static kz.zharshy.source.reader.Reading.page;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kz.zharshy.article.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands above the body of a page's text. */
class PageTopTest {
  private static final String BODY =
      "В ауле Сарыбулак открыли библиотеку на тысячу томов. Первые читатели пришли утром.";

  @Test
  void ratesRubricRepeatedHeadlineAndDateAreTakenApart() {
    Draft draft =
        page(
            """
            412,70
            447.15
            4.61

            Новости

            В Сарыбулаке открыли библиотеку

            В Сарыбулаке открыли библиотеку
            05.03.2023 09:07 418

            %s
            """
                .formatted(BODY));
    assertTop(draft, "Новости", "В Сарыбулаке открыли библиотеку", "2023-03-05T03:07:00Z");
  }

  @Test
  void aDateBetweenTheTwoHeadlinesIsThePages() {
    Draft draft = page("News\nA library opens\n05.03.2023 09:07\nA library opens\n\n" + BODY);
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  @Test
  void aDateAboveTheHeadlinesIsThePages() {
    Draft draft =
        page("05.03.2023 09:07 12\n\nNews\n\nA library opens\nA library opens\n\n" + BODY);
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  @Test
  void theHeadlineOnceAboveTheDateIsEnough() {
    Draft draft = page("Жаңалықтар\n\nАуылда кітапхана ашылды\n05.03.2023\n\n" + BODY);
    assertTop(draft, "Жаңалықтар", "Ауылда кітапхана ашылды", "2023-03-04T18:00:00Z");
  }

  @Test
  void theTwoHeadlinesMayDifferInQuotesCaseAndSpaces() {
    Draft draft =
        page(
            """
            НОВОСТИ

            ФОРУМ "ЖАС  ТҮЛЕК" СОБРАЛ ТЫСЯЧУ ГОСТЕЙ

            Форум «Жас түлек» собрал тысячу гостей
            05.03.2023 09:07 7

            %s
            """
                .formatted(BODY));
    assertTop(draft, "НОВОСТИ", "Форум «Жас түлек» собрал тысячу гостей", "2023-03-05T03:07:00Z");
  }

  @Test
  void aHeadlineCutOffInOnePlaceIsTakenWholeFromTheOther() {
    Draft draft =
        page(
            "News\n\nVillage library opens its doors to…\n\n"
                + "Village library opens its doors to a thousand readers\n05.03.2023 09:07\n\n"
                + BODY);
    assertThat(draft.content().title())
        .isEqualTo("Village library opens its doors to a thousand readers");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aHeadlineOnTwoLinesIsJoined() {
    Draft draft =
        page(
            """
            Общество

            В районном центре Сарыбулак после трёх лет
            ремонта открыли детскую библиотеку

            В районном центре Сарыбулак после трёх лет
            ремонта открыли детскую библиотеку
            05.03.2023 09:07 4

            %s
            """
                .formatted(BODY));
    assertTop(
        draft,
        "Общество",
        "В районном центре Сарыбулак после трёх лет ремонта открыли детскую библиотеку",
        "2023-03-05T03:07:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "05.03.2023 09:07",
        "05.03.2023 09:07 1132",
        "05.03.2023 09:07 1 132",
        "05.03.2023 09:07 1\u2009132",
        "05.03.2023, 09:07 | 1132",
        "05.03.2023 09:07:30 1132",
        "5.3.2023 9:07 0",
        "05.03.2023 в 09:07",
        "05.03.2023 09:07 👁 1132",
        "05.03.2023 09:07 Просмотров: 1132",
        "05.03.2023 09:07 1132 views",
        "05.03.2023 09:07 1,2k",
        "05.03.2023\u00a009:07\u00a01132",
        "09:07 05.03.2023",
        "05.03.2023\n09:07\n1132",
        "05.03.2023 09:07\n1132",
        "05.03.2023 09:07\n\nҚаралды: 1132",
        "2023-03-05 09:07",
        "5 марта 2023, 09:07",
        "5 наурыз 2023 09:07 1132",
        "2023 жылғы 5 наурыз, 09:07",
        "March 5, 2023 09:07",
        "5 Mar 2023 | 09:07"
      })
  void datesAndViewsAreReadAsPagesWriteThem(String date) {
    Draft draft = page("News\n\nA library opens\n\nA library opens\n" + date + "\n\n" + BODY);
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "489.36\n533.45\n4.99",
        "489,36\n533,45",
        "489.36",
        "USD 489.36\nEUR 533.45\nRUB 4.99",
        "$ 489.36\n€ 533.45\n₽ 4.99",
        "489.36 ₸",
        "USD\n489.36\nEUR\n533.45",
        "USD 489.36 EUR 533.45 RUB 4.99",
        "USD: 489.36 | EUR: 533.45",
        "489\n533\n5",
        "$ 489.36 ▲ 0.5",
        "доллар 489,36 евро 533,45"
      })
  void exchangeRatesComeInManyShapes(String rates) {
    Draft draft =
        page(rates + "\n\nNews\n\nA library opens\n\nA library opens\n05.03.2023 09:07\n\n" + BODY);
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  @Test
  void linesThatLookLikeRatesInsideTheBodyStay() {
    String body = "Курсы дня:\n\n489.36\n\n533.45\n\nТаковы они на сегодня.";
    Draft draft = page("489.36\n533.45\n\nNews\n\nRates\n\nRates\n05.03.2023 09:07 3\n\n" + body);
    assertThat(draft.content().body()).isEqualTo(body);
  }

  @Test
  void aNumberThatOpensTheBodyStays() {
    Draft draft = page("A library opens\n05.03.2023 09:07 12\n\n25\n\nSo many shelves there are.");
    assertThat(draft.content().body()).isEqualTo("25\n\nSo many shelves there are.");
  }

  @Test
  void aLoneDateInsideTheBodyStays() {
    String body =
        "Хроника одного дня, рассказанная жителями села.\n\n05.03.2023\n\nУтром пришли дети.";
    Draft draft = page("Хроника\n\nХроника\n\n" + body);
    assertThat(draft.content().title()).isEqualTo("Хроника");
    assertThat(draft.content().publishedAt()).isNull();
    assertThat(draft.content().body()).isEqualTo(body);
  }

  @Test
  void aRefrainInTheBodyIsNoHeadline() {
    String body = "Арман, арман!\n\nАрман, арман!\n\nТаулардан жел есті.";
    Draft draft = page("Поэзия\n\nӘн мәтіні жарияланды\n05.03.2023 09:07 4\n\n" + body);
    assertThat(draft.content().title()).isEqualTo("Ән мәтіні жарияланды");
    assertThat(draft.content().body()).isEqualTo(body);
  }

  @Test
  void aRubricOfTheSitesOwnIsRecognisedAboveTheRepeatedHeadline() {
    Draft draft = page("Жайық өңірі тынысы\n\nКітапхана ашылды\n\nКітапхана ашылды\n\n" + BODY);
    assertThat(draft.content().section()).isEqualTo("Жайық өңірі тынысы");
    assertThat(draft.content().title()).isEqualTo("Кітапхана ашылды");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aRubricThatStandsTwiceIsNoHeadline() {
    Draft draft =
        page("News\nNews\n\nA library opens\n\nA library opens\n05.03.2023 09:07\n\n" + BODY);
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  @Test
  void aMenuAboveTheRubricIsLeftOut() {
    Draft draft =
        page(
            "KZ\nRU\nEN\nГлавная\nО нас\nКонтакты\nНовости\nБиблиотека открыта\nБиблиотека открыта\n"
                + "05.03.2023 09:07 3\n"
                + BODY);
    assertTop(draft, "Новости", "Библиотека открыта", "2023-03-05T03:07:00Z");
  }

  @Test
  void withoutDateAndRepeatTheFirstLineBelowAKnownRubricIsTheHeadline() {
    Draft draft = page("Новости\n\nБиблиотека открыта\n\n" + BODY);
    assertThat(draft.content().section()).isEqualTo("Новости");
    assertThat(draft.content().title()).isEqualTo("Библиотека открыта");
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void withoutAnyFurnitureTheFirstLineIsTheHeadline() {
    Draft draft = page("Библиотека открыта\n\n" + BODY + "\n\nВторой абзац стоит ниже.");
    assertThat(draft.content().section()).isNull();
    assertThat(draft.content().title()).isEqualTo("Библиотека открыта");
    assertThat(draft.content().body()).isEqualTo(BODY + "\n\nВторой абзац стоит ниже.");
  }

  @Test
  void aLeadBelowAHeadlineThatStandsOnceIsKeptToo() {
    Draft draft =
        page(
            "News\nThe story of a library by the lake\nIt took three years to build.\n"
                + "05.03.2023 09:07 8\n\n"
                + BODY);
    assertThat(draft.content().title()).isEqualTo("The story of a library by the lake");
    assertThat(draft.content().body()).isEqualTo("It took three years to build.\n\n" + BODY);
  }

  @Test
  void aLeadBetweenHeadlineAndDateIsKeptInTheBody() {
    Draft draft =
        page(
            "News\n\nA library opens\n\nA library opens\n\nIt took three years to build.\n\n"
                + "05.03.2023 09:07 8\n\n"
                + BODY);
    assertThat(draft.content().publishedAt()).isEqualTo(Instant.parse("2023-03-05T03:07:00Z"));
    assertThat(draft.content().body()).isEqualTo("It took three years to build.\n\n" + BODY);
  }

  @Test
  void aDateThatIsNotInTheCalendarIsLeftOut() {
    Draft draft = page("News\n\nA library opens\n\nA library opens\n31.02.2023 09:07 8\n\n" + BODY);
    assertThat(draft.content().publishedAt()).isNull();
    assertThat(draft.content().body()).isEqualTo(BODY);
  }

  @Test
  void aHeadlineAloneIsAnArticle() {
    Draft draft = page("Сарыбулак остался без света\n");
    assertThat(draft.content().title()).isEqualTo("Сарыбулак остался без света");
    assertThat(draft.content().body()).isEmpty();
  }

  @Test
  void oneLongParagraphGetsItsBeginningForAHeadlineAndKeepsIt() {
    String text = "Жаңа оқу жылы басталды ".repeat(40).strip();
    Draft draft = page(text);
    assertThat(draft.content().title())
        .startsWith("Жаңа оқу жылы")
        .endsWith("…")
        .hasSizeLessThan(130);
    assertThat(draft.content().body()).isEqualTo(text);
  }

  @Test
  void windowsLineEndsAndNoBreakSpacesMakeNoDifference() {
    Draft draft =
        page(
            "\u00a0\r\nNews\r\n\u00a0\r\nA library opens\r\n\r\nA library opens \r\n"
                + "05.03.2023 09:07 3\r\n\r\n"
                + BODY
                + "\r\n");
    assertTop(draft, "News", "A library opens", "2023-03-05T03:07:00Z");
  }

  private static void assertTop(Draft draft, String section, String title, String date) {
    assertThat(draft.content().section()).isEqualTo(section);
    assertThat(draft.content().title()).isEqualTo(title);
    assertThat(draft.content().publishedAt()).isEqualTo(Instant.parse(date));
    assertThat(draft.content().body()).isEqualTo(BODY);
  }
}
