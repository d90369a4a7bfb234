package kz.zharshy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeadlineTextTest {
  @Test
  void aHeadlineIsOneLine() {
    assertThat(HeadlineText.line("  Жаңа\r\nкөпір\u00a0\u2028 ашылды\t"))
        .isEqualTo("Жаңа көпір ашылды");
  }

  @Test
  void aHeadlineCannotTurnTheRestOfTheListAround() {
    assertThat(HeadlineText.line("\u202eНовость\u2066 дня")).isEqualTo("Новость дня");
    assertThat(HeadlineText.line("\u202e")).isEqualTo("…");
  }

  @Test
  void aLongHeadlineIsCutBetweenWords() {
    assertThat(HeadlineText.line("слово ".repeat(40))).isEqualTo("слово ".repeat(25).strip() + "…");
  }

  @Test
  void anEndlessWordIsCutBetweenCharactersAsAPersonSeesThem() {
    String family = "👨‍👩‍👧";

    assertThat(HeadlineText.line(family.repeat(30))).isEqualTo(family.repeat(18) + "…");
  }
}
