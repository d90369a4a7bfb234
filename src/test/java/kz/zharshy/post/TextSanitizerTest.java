package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextSanitizerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "«Қазақстан» — „тәуелсіз“ ел…",
        "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і",
        "Дом №\u00A05 – “угол”, 3\u202F500 ₸",
        "👩‍👩‍👧‍👦 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "за\u0301мок",
        "می\u200Cخواهم",
        "\u2066left\u2069 right",
        "one\n\ntwo\n\n\nthree",
        "soft\u00ADhyphen"
      })
  void whatAReaderSeesIsLeftAsItIs(String text) {
    assertThat(TextSanitizer.of(text)).isEqualTo(text);
  }

  @Test
  void allLineBreaksBecomeOneKind() {
    assertThat(TextSanitizer.of("a\r\nb\rc\u2028d\u2029e\u0085f")).isEqualTo("a\nb\nc\nd\ne\nf");
  }

  @Test
  void moreThanTwoBlankLinesCollapse() {
    assertThat(TextSanitizer.of("a\n\n\n\n\n\nb\n  \n \n\t\nc")).isEqualTo("a\n\n\nb\n\n\nc");
  }

  @Test
  void controlCharactersDisappearAndTabsBecomeSpaces() {
    assertThat(TextSanitizer.of("a\u0000\u0007b\tc\u001Bd\u007Fe\u0090f")).isEqualTo("ab cdef");
  }

  @Test
  void halfASurrogatePairIsShownAsUnreadable() {
    assertThat(TextSanitizer.of("a\uD83Db\uDE00c")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void directionalOverridesDisappear() {
    assertThat(TextSanitizer.of("a\u202Eb\u202Cc\u202Ad")).isEqualTo("abcd");
  }

  @Test
  void isolatesAreClosedInTheirOwnLine() {
    assertThat(TextSanitizer.of("\u2067a\u2066b\nc\u2069"))
        .isEqualTo("\u2067a\u2066b\u2069\u2069\nc");
  }

  @Test
  void ofAFloodWithoutWidthOneIsLeft() {
    assertThat(TextSanitizer.of("a" + "\u200B\u200D\u2060\uFEFF".repeat(500) + "b"))
        .isEqualTo("a\u200Bb");
  }

  @Test
  void ofAHeapOfAccentsEightAreLeft() {
    assertThat(TextSanitizer.of("a" + "\u0301".repeat(500))).isEqualTo("a" + "\u0301".repeat(8));
  }

  @Test
  void theRingThatTelegramDeletesIsKeptInsideItsLetter() {
    assertThat(TextSanitizer.of("A\u030Angstro\u0308m x\u030A \u030A"))
        .isEqualTo("Ångstro\u0308m x ");
  }

  @Test
  void aLineHasNoLineBreaks() {
    assertThat(TextSanitizer.line(" a\n\n  b\t c \u200B")).isEqualTo("a b c");
  }
}
