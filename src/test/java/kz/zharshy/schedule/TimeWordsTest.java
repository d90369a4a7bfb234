package kz.zharshy.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Sunday, 22 November 2026, 15:00 in Almaty, unless another moment is named. */
final class TimeWordsTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final TimeWords words = new TimeWords(ALMATY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          18:30                              | 2026-11-22T18:30
          18.30                              | 2026-11-22T18:30
          18-30                              | 2026-11-22T18:30
          1830                               | 2026-11-22T18:30
          18                                 | 2026-11-22T18:00
          at 18:30                           | 2026-11-22T18:30
          6pm                                | 2026-11-22T18:00
          6:30 p.m.                          | 2026-11-22T18:30
          6 PM                               | 2026-11-22T18:00
          today 18:30                        | 2026-11-22T18:30
          today at 6 in the evening          | 2026-11-22T18:00
          tonight                            | 2026-11-22T19:00
          tonight at 9                       | 2026-11-22T21:00
          midnight                           | 2026-11-23T00:00
          24:00                              | 2026-11-23T00:00
          tomorrow 9                         | 2026-11-23T09:00
          Tomorrow at 9:15                   | 2026-11-23T09:15
          tomorrow morning                   | 2026-11-23T09:00
          tomorrow noon                      | 2026-11-23T12:00
          tomorrow at noon                   | 2026-11-23T12:00
          9am tomorrow                       | 2026-11-23T09:00
          9 o'clock tomorrow                 | 2026-11-23T09:00
          the day after tomorrow at 8        | 2026-11-24T08:00
          +2h                                | 2026-11-22T17:00
          +30m                               | 2026-11-22T15:30
          +1h30m                             | 2026-11-22T16:30
          + 1d                               | 2026-11-23T15:00
          in 2 hours                         | 2026-11-22T17:00
          in two hours                       | 2026-11-22T17:00
          in an hour                         | 2026-11-22T16:00
          in half an hour                    | 2026-11-22T15:30
          in 1.5 hours                       | 2026-11-22T16:30
          in 45 minutes                      | 2026-11-22T15:45
          2 hours from now                   | 2026-11-22T17:00
          in 2 days at 9                     | 2026-11-24T09:00
          in a week                          | 2026-11-29T15:00
          24.11 10:00                        | 2026-11-24T10:00
          24.11 10.30                        | 2026-11-24T10:30
          24.11.2026 10:00                   | 2026-11-24T10:00
          24.11.26, 10:00                    | 2026-11-24T10:00
          24/11 10:00                        | 2026-11-24T10:00
          2026-11-24 10:00                   | 2026-11-24T10:00
          2026-11-24T10:00                   | 2026-11-24T10:00
          24 november 10:00                  | 2026-11-24T10:00
          Nov 24, 10 am                      | 2026-11-24T10:00
          24th of November at 10             | 2026-11-24T10:00
          5 January 2027 at 8:30             | 2027-01-05T08:30
          05.01 8:30                         | 2027-01-05T08:30
          fri 18:00                          | 2026-11-27T18:00
          Friday at 6pm                      | 2026-11-27T18:00
          on friday 18:00                    | 2026-11-27T18:00
          18:00 fri                          | 2026-11-27T18:00
          sunday 18:00                       | 2026-11-22T18:00
          sunday 12:00                       | 2026-11-29T12:00
          next friday 9:00                   | 2026-11-27T09:00
          next sunday 9:00                   | 2026-11-29T09:00
          next week on wed at 9              | 2026-11-25T09:00
          now                                | 2026-11-22T15:00
          half past six in the evening       | 2026-11-22T18:30
          tomorrow at quarter past 9         | 2026-11-23T09:15
          15:00                              | 2026-11-22T15:00

          в 18:30                            | 2026-11-22T18:30
          в 18.05                            | 2026-11-22T18:05
          сегодня в 18:30                    | 2026-11-22T18:30
          Сегодня вечером                    | 2026-11-22T19:00
          сегодня в 7 вечера                 | 2026-11-22T19:00
          в семь вечера                      | 2026-11-22T19:00
          вечером в 8                        | 2026-11-22T20:00
          в 11 ночи                          | 2026-11-22T23:00
          в 12 ночи                          | 2026-11-23T00:00
          завтра в 9                         | 2026-11-23T09:00
          завтра 10.05                       | 2026-11-23T10:05
          завтра в 9 утра                    | 2026-11-23T09:00
          завтра утром                       | 2026-11-23T09:00
          завтра в 2 часа дня                | 2026-11-23T14:00
          завтра в 2 ночи                    | 2026-11-23T02:00
          завтра днём                        | 2026-11-23T14:00
          завтра в полдень                   | 2026-11-23T12:00
          завтра в 9 часов 30 минут          | 2026-11-23T09:30
          завтра в 9ч30                      | 2026-11-23T09:30
          послезавтра в 8:00                 | 2026-11-24T08:00
          через 2 часа                       | 2026-11-22T17:00
          через два часа                     | 2026-11-22T17:00
          через час                          | 2026-11-22T16:00
          через полчаса                      | 2026-11-22T15:30
          через полтора часа                 | 2026-11-22T16:30
          через 1 час и 20 минут             | 2026-11-22T16:20
          через 15 минут                     | 2026-11-22T15:15
          +2ч                                | 2026-11-22T17:00
          +90 мин                            | 2026-11-22T16:30
          через 3 дня в 10:00                | 2026-11-25T10:00
          через неделю                       | 2026-11-29T15:00
          24 ноября в 10:00                  | 2026-11-24T10:00
          24-го ноября в 10                  | 2026-11-24T10:00
          24 ноября 2026 года в 10:00        | 2026-11-24T10:00
          24 нояб. 10:00                     | 2026-11-24T10:00
          в пятницу в 18:00                  | 2026-11-27T18:00
          пт 18:00                           | 2026-11-27T18:00
          во вторник утром                   | 2026-11-24T09:00
          в следующую пятницу в 18:00        | 2026-11-27T18:00
          в среду на следующей неделе в 9    | 2026-11-25T09:00
          в воскресенье в 20:00              | 2026-11-22T20:00
          в полседьмого вечера               | 2026-11-22T18:30
          завтра в половине десятого утра    | 2026-11-23T09:30
          завтра к 9                         | 2026-11-23T09:00
          завтра с утра                      | 2026-11-23T09:00
          завтра в 9-00                      | 2026-11-23T09:00
          вс 19:00                           | 2026-11-22T19:00
          через 2ч 30м                       | 2026-11-22T17:30
          через минуту                       | 2026-11-22T15:01
          сейчас                             | 2026-11-22T15:00

          бүгін 18:30                        | 2026-11-22T18:30
          бүгін 18:30-да                     | 2026-11-22T18:30
          бүгін кешке                        | 2026-11-22T19:00
          бүгін кешкі 7-де                   | 2026-11-22T19:00
          кешкі сағат 8-де                   | 2026-11-22T20:00
          кешкі жетіде                       | 2026-11-22T19:00
          ертең 9:00                         | 2026-11-23T09:00
          ертең 9-да                         | 2026-11-23T09:00
          ертең сағат 9-да                   | 2026-11-23T09:00
          ертең таңғы 9-да                   | 2026-11-23T09:00
          ертең таңертең                     | 2026-11-23T09:00
          ертең түсте                        | 2026-11-23T12:00
          ертең түнгі 11-де                  | 2026-11-23T23:00
          бүрсігүні 10:00                    | 2026-11-24T10:00
          30 минуттан кейін                  | 2026-11-22T15:30
          2 сағаттан кейін                   | 2026-11-22T17:00
          екі сағаттан соң                   | 2026-11-22T17:00
          бір сағаттан кейін                 | 2026-11-22T16:00
          жарты сағаттан кейін               | 2026-11-22T15:30
          бір жарым сағаттан кейін           | 2026-11-22T16:30
          1 сағат 20 минуттан кейін          | 2026-11-22T16:20
          2 күннен кейін 9:00                | 2026-11-24T09:00
          бір аптадан кейін                  | 2026-11-29T15:00
          +2 сағ                             | 2026-11-22T17:00
          24 қараша 10:00                    | 2026-11-24T10:00
          24 қарашада сағат 10-да            | 2026-11-24T10:00
          қарашаның 24-і күні сағат 10:00-де | 2026-11-24T10:00
          жұма 18:00                         | 2026-11-27T18:00
          жұма күні 18:00-де                 | 2026-11-27T18:00
          келесі жұма 18:00                  | 2026-11-27T18:00
          дүйсенбіде 9:00                    | 2026-11-23T09:00
          кешкі алты жарымда                 | 2026-11-22T18:30
          5 минуттан соң                     | 2026-11-22T15:05
          сәрсенбі күні таңғы 9-да           | 2026-11-25T09:00
          қазір                              | 2026-11-22T15:00
          """)
  void wordsMeanTheTimeOfTheNewsroom(String written, LocalDateTime meant) {
    Reading reading = words.read(written, NOW);

    assertThat(reading).isEqualTo(new Reading.At(meant.atZone(ALMATY).toInstant()));
  }

  @ParameterizedTest
  @CsvSource({
    "9:00, 2026-11-22T09:00, 2026-11-23T09:00",
    "сегодня утром, 2026-11-22T09:00, 2026-11-23T09:00",
    "бүгін 14:59, 2026-11-22T14:59, 2026-11-23T14:59",
    "20.11 18:00, 2026-11-20T18:00, 2026-11-22T18:00",
    "2025-11-24 10:00, 2025-11-24T10:00, 2026-11-23T10:00"
  })
  void whatIsPastIsAskedBackWithTheNextSuchTime(
      String written, LocalDateTime past, LocalDateTime next) {
    assertThat(words.read(written, NOW))
        .isEqualTo(new Reading.Past(past, next.atZone(ALMATY).toInstant()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.11 10:00",
        "25:00",
        "завтра в 18:75",
        "24.13.2026 10:00",
        "29.02.2027 9:00",
        "24:30"
      })
  void whatNoCalendarHasIsAskedBack(String written) {
    assertThat(words.read(written, NOW)).isEqualTo(new Reading.NoSuchTime());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "soon",
        "когда-нибудь",
        "кейін",
        "9 10 11",
        "tomorrow friday 9:00",
        "+",
        "+2 bananas",
        "через",
        "13pm",
        "18:30 по Москве",
        "завтра через 2 часа",
        "next 9:00",
        "99999999999",
        "'; DROP TABLE article; --"
      })
  void otherWordsAreAskedBack(String written) {
    assertThat(words.read(written, NOW)).isEqualTo(new Reading.Unclear());
  }

  @ParameterizedTest
  @CsvSource({"tomorrow, 23", "завтра, 23", "ертең, 23", "24.11, 24", "в пятницу, 27", "жұма, 27"})
  void aDayAloneIsAskedForItsTime(String written, int day) {
    assertThat(words.read(written, NOW))
        .isEqualTo(new Reading.DayOnly(LocalDate.of(2026, 11, day)));
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsAskedBack() {
    TimeWords berlin = new TimeWords(BERLIN);
    Instant before = Instant.parse("2026-03-28T12:00:00Z");

    assertThat(berlin.read("29.03 2:30", before))
        .isEqualTo(
            new Reading.Skipped(
                LocalDateTime.parse("2026-03-29T02:30"), Instant.parse("2026-03-29T01:00:00Z")));
    assertThat(berlin.read("29.03 3:00", before))
        .isEqualTo(new Reading.At(Instant.parse("2026-03-29T01:00:00Z")));
  }

  @Test
  void aTimeThatComesTwiceIsTheFirstThatIsNotOver() {
    TimeWords berlin = new TimeWords(BERLIN);
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    Instant second = Instant.parse("2026-10-25T01:30:00Z");

    assertThat(berlin.read("25.10 2:30", Instant.parse("2026-10-24T12:00:00Z")))
        .isEqualTo(new Reading.At(first));
    assertThat(berlin.read("2:30", first.plusSeconds(600))).isEqualTo(new Reading.At(second));
  }

  @Test
  void hoursFromNowPassWhileDaysFromNowAreTheCalendars() {
    TimeWords berlin = new TimeWords(BERLIN);
    Instant evening = Instant.parse("2026-10-24T18:00:00Z");

    assertThat(berlin.read("+24h", evening))
        .isEqualTo(new Reading.At(Instant.parse("2026-10-25T18:00:00Z")));
    assertThat(berlin.read("+1d", evening))
        .isEqualTo(new Reading.At(Instant.parse("2026-10-25T19:00:00Z")));
  }

  @Test
  void almatyKeepsItsClocksOverItsChangeOfOffset() {
    Instant before = Instant.parse("2024-02-29T06:00:00Z");

    assertThat(words.read("ертең 9:00", before))
        .isEqualTo(new Reading.At(Instant.parse("2024-03-01T04:00:00Z")));
  }

  @Test
  void theMinuteThatIsRunningIsNow() {
    Instant now = NOW.plusSeconds(40);

    assertThat(words.read("15:00", now)).isEqualTo(new Reading.At(now));
  }
}
