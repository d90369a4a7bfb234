package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HashtagTest {
  @ParameterizedTest
  @CsvSource({
    "Қоғам, #Қоғам",
    "Үй-жай және құрылыс, #Үй_жай_және_құрылыс",
    "  2019 жыл!, #2019_жыл",
    "C++, #C",
    "R&D / IT, #R_D_IT",
    "#Спорт, #Спорт",
    "__a__b, #a_b",
    "«Ақ жол», #Ақ_жол"
  })
  void aSectionBecomesATag(String section, String tag) {
    assertThat(Hashtag.of(section)).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "24/7", "!!!", "🎉", "___"})
  void aSectionWithoutALetterHasNone(String section) {
    assertThat(Hashtag.of(section)).isEmpty();
  }

  @Test
  void aTagIsNotLongerThanTelegramTakes() {
    assertThat(Hashtag.of("я".repeat(1000)).orElseThrow()).hasSize(256);
  }
}
