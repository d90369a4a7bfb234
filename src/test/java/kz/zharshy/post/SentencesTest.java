package kz.zharshy.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar shows the white space in question. */
final class SentencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Парк открыт.| Вход свободный.",
        "Мектеп ашылды.| Әкім құттықтады.",
        "The park is open.| Admission is free.",
        "Кто придёт?| Все!",
        "Ура!| «Парк открыт»",
        "Он сказал: «Парк открыт».| Потом ушёл.",
        "«Парк открыт!»| Так сказал аким.",
        "Парк…| Вход свободный.",
        "Цена 3,5.| Это много.",
        "Это было в 2019.| Потом всё изменилось.",
        "Открыт парк.| — Когда?",
        "Открыт парк.| 25 человек пришли.",
        "Открыт парк.| 🎉 Ура",
        "(Парк открыт.)| Вход свободный."
      })
  void aSentenceEnds(String text) {
    assertThat(endsAtTheBar(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "в 2019 г.| Алматы",
        "ул.| Абая",
        "и т.| д.",
        "и т. д.| Алматы",
        "т.б.| Алматы",
        "5 млн.| Тенге",
        "А.| С. Пушкин",
        "А. С.| Пушкин",
        "Mr.| Smith",
        "Dr.| Strange",
        "at 5 p.m.| Monday",
        "Парк открыт…| но не весь",
        "«Ура!»| сказал аким",
        "1.| Первый пункт",
        "Парк открыт,| Вход",
        "Парк| Открыт",
        "проф.| Иванов",
        "Қ.| Сәтбаев"
      })
  void aSentenceGoesOn(String text) {
    assertThat(endsAtTheBar(text)).isFalse();
  }

  private static boolean endsAtTheBar(String text) {
    int bar = text.indexOf('|');
    return Sentences.endBetween(text.replace("|", ""), bar, bar + 1);
  }
}
