package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.chat.ChatFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of headlines: the latest, today's, a section's, what was searched for. */
final class ReadersListsTest {
  @TempDir Path folder;
  private ChatFixture house;

  @BeforeEach
  void open() {
    house = new ChatFixture(folder);
  }

  @AfterEach
  void close() {
    house.close();
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

            1. [A new library opens in Kokshetau](https://t.me/tau_news/12)
            бүгін, 13:30

            2. [Мост <b>открыт</b> & *ждёт* [вас](x)](https://t.me/tau_news/9)
            кеше, 19:00

            3. [Ескі көпір жөнделді](https://t.me/tau_news/7)
            2026 жылғы 13 қазан""");
    assertThat(house.ask(READER, "ru", "/latest@Herald_Bot 1"))
        .isEqualTo(
            """
            *Последние новости*

            1. [A new library opens in Kokshetau](https://t.me/tau_news/12)
            сегодня, 13:30""");
    assertThat(house.buttons(READER))
        .containsExactly("1 (article 3 < latest +0 1)", "Раньше › (latest +1 1)");
  }

  @Test
  void pagesAreTurnedInPlace() {
    for (int i = 1; i <= 7; i++) {
      house.publish("Headline number " + i, i, NOW.minusSeconds(100 - i));
    }
    String unused = house.ask(READER, "en", "/latest 3");
    assertThat(house.tap(READER, "Older ›"))
        .startsWith("*Latest news*\n\n4. [Headline number 4](https://t.me/tau_news/4)");
    assertThat(house.tap(READER, "Older ›")).contains("7. [Headline number 1]");
    assertThat(house.buttons(READER))
        .containsExactly("7 (article 1 < latest +6 3)", "‹ Newer (latest +3 3)");
    assertThat(house.tap(READER, "7")).isEqualTo("*Headline number 1*\ntoday, 14:58\n\n…");
    assertThat(house.buttons(READER))
        .containsExactly(
            "Read it here (article 1 text), Open in the channel (https://t.me/tau_news/1)",
            "Share (a_1)",
            "‹ Back to the list (latest +6 3)");
    assertThat(house.tap(READER, "‹ Back to the list")).contains("7. [Headline number 1]");
    assertThat(house.answers(READER)).hasSize(1);
  }

  @Test
  void latestShowsTwentyAtMost() {
    for (int i = 1; i <= 25; i++) {
      house.publish("Очень длинный заголовок ".repeat(20) + i, i, NOW.minusSeconds(100 - i));
    }

    assertThat(links(house.ask(READER, "ru", "/latest"))).isEqualTo(5);
    assertThat(links(house.ask(READER, "ru", "/latest 20"))).isEqualTo(20);
    String most = house.ask(READER, "ru", "/latest 99999999999999999999");
    assertThat(links(most)).isEqualTo(20);
    assertThat(most).endsWith("\n\nЗа один раз я показываю не больше 20 новостей.");
  }

  @Test
  void aSectionIsFoundHoweverItIsTyped() {
    long unused = publish("Матч выигран", "Спорт", 1);
    unused = publish("Ойын аяқталды", "спорт", 2);
    unused = publish("Бюджет принят", "Экономика", 3);

    assertThat(house.ask(READER, "ru", "/latest 5 СПОРТ"))
        .isEqualTo(
            """
            *Спорт*

            1. [Ойын аяқталды](https://t.me/tau_news/2)
            сегодня, 15:00 · спорт

            2. [Матч выигран](https://t.me/tau_news/1)
            сегодня, 15:00 · Спорт""");
    assertThat(house.ask(READER, "ru", "/latest погода"))
        .isEqualTo("Такой рубрики нет. Есть такие:");
    assertThat(house.tap(READER, "Экономика")).startsWith("*Экономика*\n\n1. [Бюджет принят]");
    assertThat(house.ask(READER, "kk", "/sections")).isEqualTo("Айдарды таңдаңыз:");
    assertThat(house.tap(READER, "Спорт")).contains("Ойын аяқталды");
  }

  @Test
  void withoutSectionsTheUsageIsTold() {
    assertThat(house.ask(READER, "ru", "/latest abc"))
        .isEqualTo("После /latest напишите число или рубрику, например: /latest 7");
    assertThat(house.ask(READER, "en", "/sections"))
        .isEqualTo("There are no sections yet. /latest shows the latest news.");
  }

  @Test
  void todayCountsInTheReadersWords() {
    assertThat(house.ask(READER, "en", "/today"))
        .isEqualTo("No news today so far. /latest shows the earlier ones.");
    house.publish("Кешегі жаңалық", 1, NOW.minus(Duration.ofHours(16)));
    house.publish("Утро началось", 2, NOW.minus(Duration.ofHours(14)));

    assertThat(house.ask(READER, "ru", "/today"))
        .isEqualTo(
            """
            *1 новость за сегодня*

            1. [Утро началось](https://t.me/tau_news/2)
            сегодня, 01:00""");
    for (int i = 3; i <= 12; i++) {
      house.publish("Новость " + i, i, NOW.minusSeconds(100 - i));
    }
    assertThat(house.ask(READER, "ru", "/today")).startsWith("*11 новостей за сегодня*");
    assertThat(house.tap(READER, "Раньше ›")).contains("11. [Утро началось]");
  }

  @Test
  void wordsAloneAreASearch() {
    long unused =
        house.publish(
            Draft.of(
                Content.builder("Мост открыт", "Новый мост через реку открыли утром.").build()),
            4,
            NOW);
    house.index();

    assertThat(house.ask(READER, "ru", "мосты"))
        .isEqualTo(
            """
            *«мосты»: нашлась 1 статья*

            1. [Мост открыт](https://t.me/tau_news/4)
            сегодня, 15:00
            Новый *мост* через реку открыли утром.""");
    assertThat(house.ask(READER, "kk", "/search jnrhsnbt vjcnf"))
        .startsWith("*«jnrhsnbt vjcnf» бойынша 1 мақала*");
    assertThat(house.ask(READER, "en", "/search  "))
        .isEqualTo("What should I look for? Write some words, for example: /search new bridge");
    assertThat(house.ask(READER, "kk", "ыщыщ"))
        .isEqualTo(
            "«ыщыщ» бойынша ештеңе табылмады. Басқа сөзбен іздеп көріңіз не соңғы жаңалықтарды"
                + " қараңыз: /latest");
    assertThat(house.ask(READER, "en", "x".repeat(4096))).startsWith("I found nothing for “xxx");
  }

  @Test
  void aSearchIsTurnedInPlaceToo() {
    for (int i = 1; i <= 6; i++) {
      house.publish("Мост номер " + i, i, NOW.minusSeconds(100 - i));
    }
    house.index();
    String unused = house.ask(READER, "ru", "/search мост");
    assertThat(house.tap(READER, "Раньше ›"))
        .startsWith("*«мост»: нашлось 6 статей*\n\n6. [Мост номер 1]");
    assertThat(house.tap(READER, "‹ Новее")).contains("5. [Мост номер 2]");
  }

  private long publish(String title, String section, int messageId) {
    return house.publish(
        Draft.of(Content.builder(title, "…").section(section).build()),
        messageId,
        NOW.plusSeconds(messageId));
  }

  private static int links(String answer) {
    return answer.split("\\]\\(https://t.me/", -1).length - 1;
  }
}
