package kz.zharshy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundles of these tests are in {@code src/test/resources}. */
final class PhrasesTest {
  private final Phrases phrases = Phrases.of("language/example");

  @Test
  void argumentsArePutInAsTheyAre() {
    assertThat(phrases.get(Language.RU, "greeting", "{1} $1 \\ {n}", "«Хабар»"))
        .isEqualTo("Здравствуйте, {1} $1 \\ {n}! Вас приветствует «Хабар».");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 статей",
    "1, 1 статья",
    "2, 2 статьи",
    "4, 4 статьи",
    "5, 5 статей",
    "11, 11 статей",
    "12, 12 статей",
    "14, 14 статей",
    "21, 21 статья",
    "22, 22 статьи",
    "100, 100 статей",
    "101, 101 статья",
    "111, 111 статей",
    "112, 112 статей",
    "1001, 1001 статья"
  })
  void russianHasThreeForms(long count, String expected) {
    assertThat(phrases.count(Language.RU, "articles", count)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 articles", "1, 1 article", "2, 2 articles", "21, 21 articles"})
  void englishHasTwoForms(long count, String expected) {
    assertThat(phrases.count(Language.EN, "articles", count)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 мақала", "1, 1 мақала", "5, 5 мақала", "21, 21 мақала"})
  void kazakhKeepsTheNounInTheSingular(long count, String expected) {
    assertThat(phrases.count(Language.KK, "articles", count)).isEqualTo(expected);
  }

  @Test
  void anUnknownPhraseIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phrases.get(Language.EN, "farewell"))
        .withMessage("The phrases of language/example have no farewell in en.");
  }

  @Test
  void aForgottenArgumentIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> phrases.get(Language.EN, "greeting", "Aida"))
        .withMessage("The phrase greeting of language/example asks for {1}, which was not given.");
  }

  @Test
  void aRoomWithoutPhrasesIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrases.of("cellar"))
        .withMessage("There are no phrases at /kz/zharshy/cellar/phrases_kk.properties.");
  }
}
