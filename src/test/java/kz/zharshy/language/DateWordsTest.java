package kz.zharshy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

final class DateWordsTest {
  private final DateWords words = new DateWords();

  @Test
  void aDateIsWrittenAsItsReadersWriteIt() {
    LocalDate date = LocalDate.of(2019, 12, 30);
    assertThat(words.date(Language.KK, date)).isEqualTo("2019 жылғы 30 желтоқсан");
    assertThat(words.date(Language.RU, date)).isEqualTo("30 декабря 2019");
    assertThat(words.date(Language.EN, date)).isEqualTo("30 December 2019");
  }

  @Test
  void aTimeFollowsTheDate() {
    LocalDateTime moment = LocalDateTime.of(2026, 5, 1, 9, 5);
    assertThat(words.dateTime(Language.KK, moment)).isEqualTo("2026 жылғы 1 мамыр, 09:05");
    assertThat(words.dateTime(Language.RU, moment)).isEqualTo("1 мая 2026, 09:05");
    assertThat(words.dateTime(Language.EN, moment)).isEqualTo("1 May 2026, 09:05");
  }

  @Test
  void eachMonthHasItsName() {
    assertThat(words.date(Language.RU, LocalDate.of(2026, 1, 2))).isEqualTo("2 января 2026");
    assertThat(words.date(Language.KK, LocalDate.of(2026, 9, 2)))
        .isEqualTo("2026 жылғы 2 қыркүйек");
  }

  @Test
  void todayAndYesterdayAreCalledSo() {
    LocalDate today = LocalDate.of(2026, 3, 1);
    LocalDateTime yesterday = LocalDateTime.of(2026, 2, 28, 23, 59);
    assertThat(words.spoken(Language.KK, today.atTime(14, 20), today)).isEqualTo("бүгін, 14:20");
    assertThat(words.spoken(Language.RU, yesterday, today)).isEqualTo("вчера, 23:59");
    assertThat(words.spoken(Language.EN, yesterday.minusDays(1), today))
        .isEqualTo("27 February 2026");
  }
}
