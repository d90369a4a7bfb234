package kz.zharshy.source.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.zharshy.article.Draft;
import kz.zharshy.source.reader.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages put together by chance from what pages of this kind have come apart again. */
class PageFamilyTest {
  private static final int PAGES = 400;
  private static final List<String> RATES =
      List.of("", "", "489.36\n533.45\n4.99", "489,36\n533,45", "USD 489.36\nEUR 533.45");
  private static final List<String> RUBRICS =
      List.of("News", "Новости", "Жаңалықтар", "Интервью", "Қоғам", "Наш район", "Мнение эксперта");
  private static final List<String> HEADLINES =
      List.of(
          "Ауылда жаңа кітапхана ашылды",
          "Айгүл Нұрланова: Оқырман көп, кітап аз",
          "В Сарыбулаке открыли библиотеку на 1000 книг",
          "«Жас түлек» форумы: 5 күн, 300 қатысушы",
          "How a village got its library back",
          "Стань лидером!");
  private static final List<String> DATES =
      List.of("05.03.2023 09:07 418", "05.03.2023 09:07", "05.03.2023 09:07 1 418", "");
  private static final List<String> PARAGRAPHS =
      List.of(
          "Жаңа кітапхана дүйсенбі күні ашылды, оған жүзден аса бала келді.",
          "Share of children who read grew from 4.5 to 12 percent, the librarian says.",
          "489.36",
          "1132",
          "В этот день:",
          "- пришли дети;\n- пели песни.",
          "– Сіз қай кітапты оқыдыңыз?",
          "Первый год",
          "«Кітап – алтын қазына», – дейді ақсақал.",
          "Мы пишем об этом в Telegram каждый день.",
          "12.04.2022",
          "Қайталанатын жол.",
          "Қайталанатын жол.");
  private static final List<String> SIGNATURES =
      List.of(
          "",
          "",
          "Айгүл Нұрланова",
          "Айгүл Нұрланова\n\nдиректор библиотеки\n\nчлен союза «Кітап»",
          "Иван Орлов\nСтарший преподаватель школы № 5",
          "Ержан ТӨЛЕГЕНОВ");
  private static final List<String> SHARES = List.of("", "Share:", "Поделиться:", "Бөлісу:");
  private static final List<String> FOOTERS =
      List.of(
          "",
          "Telegram Subscribe to our Telegram channel and be the first to know the news!",
          "Telegram Подписывайтесь на наш Telegram-канал и узнавайте новости первыми!",
          "Telegram Telegram-каналымызға жазылыңыз және жаңалықтарды бірінші біліңіз!",
          "Subscribe to our Telegram channel and be the first to know the news!"
              + " https://t.me/aul_news");

  /** A page and what must be read from it. */
  private record Page(
      String text,
      String headline,
      @Nullable Instant date,
      String body,
      @Nullable String author,
      @Nullable String channel) {
    @Override
    public String toString() {
      return text;
    }
  }

  static List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    Random random = new Random(20230305);
    for (int i = 0; i < PAGES; i++) {
      pages.add(page(random));
    }
    return pages;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("pages")
  void everyPartComesBackAsItWas(Page page) {
    Draft draft = Reading.page(page.text());
    assertThat(draft.content().title()).isEqualTo(page.headline());
    assertThat(draft.content().publishedAt()).isEqualTo(page.date());
    assertThat(draft.content().body()).isEqualTo(page.body());
    assertThat(draft.content().author()).isEqualTo(page.author());
    assertThat(draft.plan().channel()).isEqualTo(page.channel());
  }

  private static Page page(Random random) {
    String headline = one(random, HEADLINES);
    String date = one(random, DATES);
    String signature = one(random, SIGNATURES);
    String footer = one(random, FOOTERS);
    String body = body(random);
    List<String> parts = new ArrayList<>();
    parts.add(one(random, RATES));
    parts.add(one(random, RUBRICS));
    parts.add(headline);
    parts.add(headline + (date.isEmpty() ? "" : "\n" + date));
    parts.add(body);
    parts.add(signature);
    String share = one(random, SHARES);
    parts.addAll(random.nextBoolean() ? List.of(share, footer) : List.of(footer, share));
    parts.removeIf(String::isEmpty);
    return new Page(
        String.join(random.nextBoolean() ? "\n\n" : "\n\n\n", parts) + "\n",
        headline,
        date.isEmpty() ? null : Instant.parse("2023-03-05T03:07:00Z"),
        body,
        signature.isEmpty() ? null : signature.replace("\n\n", "\n"),
        footer.contains("t.me") ? "aul_news" : null);
  }

  /**
   * A body that begins and ends with a sentence, so that what stands beside it is no part of it.
   */
  private static String body(Random random) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("Осы күні ауылға қонақтар келді.");
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      paragraphs.add(one(random, PARAGRAPHS));
    }
    paragraphs.add("На этом праздник завершился, но книги остались.");
    return String.join("\n\n", paragraphs);
  }

  private static String one(Random random, List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
