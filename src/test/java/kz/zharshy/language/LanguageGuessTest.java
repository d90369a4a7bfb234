package kz.zharshy.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageGuessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Қала саябағында мың ағаш отырғызылды",
        "Тоқаев Германияға сапармен барды",
        "Алматыда жаңа мектеп ашылды",
        "Астанада форум болды",
        "Ауылдарда жол салынады",
        "Қазақстан – Өзбекстан",
        "Президент Қостанай облысында жұмыс сапарымен болды",
        "Министр: «Мы построим новые дороги и школы по всей стране» деп мәлімдеді, бұл жоба биыл"
            + " басталады және үш жылда аяқталады",
        "БҰЛ ЖЫЛЫ ЖАҢА ЕРЕЖЕЛЕР КҮШІНЕ ЕНЕДІ",
        "Бiз үшiн бұл маңызды күн",
        "«Жасыл қала» жобасы басталды",
        "Samsung компаниясы Алматыда жаңа кеңсе ашты"
      })
  void kazakhIsRecognised(String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(Language.KK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "В Нұр-Сұлтане открыли парк «Бәйтерек»",
        "«Жаңғыру жолы» провела форум волонтеров",
        "Серік Жұмағұлов – новый аким Қостаная",
        "Қасым-Жомарт Тоқаев поздравил казахстанцев",
        "Молодежь движения «Жаңғыру жолы» и проекта «Жастардың алтын бесігі» посадила в столице"
            + " сад. Участники из «Ұлан-Ғайыр Дала Елі» приехали на форум «Бірлік»",
        "Тенге укрепился",
        "Қайрат Нұртас даст концерт",
        "Тоқаев подписал закон",
        "Сотрудники «Қазпошта» получат премии",
        "WhatsApp перестанет работать на старых телефонах",
        "Samsung Galaxy Fold поступил в продажу",
        "ЦЕНЫ НА ХЛЕБ ВЫРОСЛИ",
        "Снегопад закрыл трассу Астана – Щучинск"
      })
  void russianIsRecognisedAmongKazakhNames(String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(Language.RU);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Astana hosts a chess tournament",
        "The movement «Жаңғыру жолы» opens a new centre for young people in Almaty",
        "Tokayev Visits Berlin"
      })
  void latinTextIsEnglish(String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "489.36", "…", "中文", "😀😀"})
  void whatSaysNothingIsRussian(String text) {
    assertThat(LanguageGuess.of(text)).isEqualTo(Language.RU);
  }

  @Test
  void oneEndlessWordIsNoTrouble() {
    assertThat(LanguageGuess.of("қ".repeat(1_000_000))).isEqualTo(Language.KK);
  }
}
