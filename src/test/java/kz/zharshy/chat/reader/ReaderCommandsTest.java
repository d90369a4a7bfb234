package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatHouse.NOW;
import static kz.zharshy.chat.ChatHouse.OWNER;
import static kz.zharshy.chat.ChatHouse.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kz.zharshy.chat.ChatHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReaderCommandsTest {
  private static final String USAGE_RU =
      "После /latest напишите число от 1 до 20, например: /latest 7";

  @TempDir Path folder;
  private ChatHouse house;

  @BeforeEach
  void open() {
    house = new ChatHouse(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void startGreetsInTheReadersLanguage() {
    assertThat(house.ask(READER, "kk", "/start"))
        .isEqualTo(
            """
            Сәлеметсіз бе! Мен сізге @tau_news жаңалықтарын жеткіземін.

            /latest – соңғы жаңалықтар
            /help – не істей аламын""");
    assertThat(house.ask(READER, "ru", "/start"))
        .isEqualTo(
            """
            Здравствуйте! Я приношу новости @tau_news.

            /latest – последние новости
            /help – что я умею""");
    assertThat(house.ask(READER, "en", "/start a_17"))
        .isEqualTo(
            """
            Hello! I bring you the news of @tau_news.

            /latest – the latest news
            /help – what I can do""");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, Nothing", "uk, Пока", "ky, Пока", "ru-RU, Пока", "KK, Әзірге", "de, Nothing"})
  void otherLanguagesGetTheNearest(String telegrams, String firstWord) {
    assertThat(house.ask(READER, telegrams, "/latest")).startsWith(firstWord + " ");
  }

  @Test
  void helpTellsAReaderNothingOfTheEditors() {
    assertThat(house.ask(READER, "ru", "/help"))
        .isEqualTo(
            """
            *Что я умею*

            /latest – пять последних новостей
            /latest 10 – столько, сколько назовёте, до 20
            /help – эта подсказка""");
  }

  @Test
  void helpTellsAnOwnerMore() {
    assertThat(house.ask(OWNER, "kk", "/help"))
        .isEqualTo(
            """
            *Не істей аламын*

            /latest – соңғы бес жаңалық
            /latest 10 – қанша айтсаңыз, сонша (20-ға дейін)
            /help – осы анықтама

            *Редакция үшін*

            /post – мақаланы кезекке қою: бірінші жолда тақырып, төменде мәтін
            /queue – кезекте не тұр

            Мақаланы файлмен де жіберуге болады: .txt, .md, .html не .json.""");
  }

  @Test
  void latestBeforeAnythingWasPublishedSaysSo() {
    assertThat(house.ask(READER, "kk", "/latest"))
        .isEqualTo(
            "Әзірге ештеңе жарияланған жоқ. Алғашқы жаңалық шыққанда, оны /latest көрсетеді.");
    assertThat(house.ask(READER, "ru", "/latest"))
        .isEqualTo(
            "Пока ничего не опубликовано. Как только выйдет первая новость, её покажет /latest.");
    assertThat(house.ask(READER, "en", "/latest"))
        .isEqualTo(
            "Nothing has been published yet. As soon as the first article is out, /latest will show"
                + " it.");
  }

  @Test
  void latestShowsTheNewestHeadlinesAsLinksToTheirPosts() {
    house.publish("Ескі көпір жөнделді", 7, NOW.minus(Duration.ofDays(40)));
    house.publish("Мост <b>открыт</b> & *ждёт* [вас](x)", 9, NOW.minus(Duration.ofHours(20)));
    house.publish("A new library opens in Kokshetau", 12, NOW.minus(Duration.ofMinutes(90)));

    assertThat(house.ask(READER, "kk", "/latest"))
        .isEqualTo(
            """
            *Соңғы жаңалықтар*

            [A new library opens in Kokshetau](https://t.me/tau_news/12)
            бүгін, 13:30

            [Мост <b>открыт</b> & *ждёт* [вас](x)](https://t.me/tau_news/9)
            кеше, 19:00

            [Ескі көпір жөнделді](https://t.me/tau_news/7)
            2026 жылғы 13 қазан""");
    assertThat(house.ask(READER, "ru", "/latest@Herald_Bot 1"))
        .isEqualTo(
            """
            *Последние новости*

            [A new library opens in Kokshetau](https://t.me/tau_news/12)
            сегодня, 13:30""");
    assertThat(house.ask(READER, "en", "/LATEST 02"))
        .isEqualTo(
            """
            *Latest news*

            [A new library opens in Kokshetau](https://t.me/tau_news/12)
            today, 13:30

            [Мост <b>открыт</b> & *ждёт* [вас](x)](https://t.me/tau_news/9)
            yesterday, 19:00""");
  }

  @Test
  void latestShowsFiveUnlessAskedForMoreAndTwentyAtMost() {
    for (int i = 1; i <= 25; i++) {
      house.publish("Очень длинный заголовок ".repeat(20) + i, i, NOW.minusSeconds(100 - i));
    }

    assertThat(links(house.ask(READER, "ru", "/latest"))).isEqualTo(5);
    assertThat(links(house.ask(READER, "ru", "/latest 20"))).isEqualTo(20);
    String most = house.ask(READER, "ru", "/latest 99999999999999999999");
    assertThat(links(most)).isEqualTo(20);
    assertThat(most).endsWith("\n\nЗа один раз я показываю не больше 20 новостей.");
    assertThat(most).contains("заголовок Очень…](https://t.me/tau_news/25)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-3", "3.5", "5 спорт", "пять", "1e3"})
  void latestWithNonsenseExplainsItself(String words) {
    assertThat(house.ask(READER, "ru", "/latest " + words)).isEqualTo(USAGE_RU);
  }

  @Test
  void latestWithNonsenseExplainsItselfInEachLanguage() {
    assertThat(house.ask(READER, "kk", "/latest көп"))
        .isEqualTo("/latest командасынан кейін 1-ден 20-ға дейінгі сан жазыңыз, мысалы: /latest 7");
    assertThat(house.ask(READER, "en", "/latest many"))
        .isEqualTo("Write a number from 1 to 20 after /latest, for example: /latest 7");
  }

  private static int links(String answer) {
    return answer.split("\\]\\(https://t.me/", -1).length - 1;
  }
}
