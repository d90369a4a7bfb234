package kz.zharshy.chat.reader;

import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Plan;
import kz.zharshy.chat.ChatFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReaderCommandsTest {
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
  void startGreetsInTheReadersLanguage() {
    assertThat(house.ask(READER, "kk", "/start"))
        .startsWith("Сәлеметсіз бе! Мен сізге @tau_news жаңалықтарын жеткіземін.");
    assertThat(house.ask(READER, "ru", "/start"))
        .isEqualTo(
            """
            Здравствуйте! Я приношу новости @tau_news.

            Просто напишите, что ищете, и я найду это в архиве.

            /latest – последние новости
            /digest – подборка новостей каждый день или раз в неделю
            /language – выбрать язык
            /help – что я умею""");
    assertThat(house.ask(READER, "en", "/start me up"))
        .startsWith("Hello! I bring you the news of @tau_news.");
  }

  @ParameterizedTest
  @CsvSource({"en-GB, Nothing", "uk, Пока", "ky, Пока", "ru-RU, Пока", "KK, Әзірге", "de, Nothing"})
  void otherLanguagesGetTheNearest(String telegrams, String firstWord) {
    assertThat(house.ask(READER, telegrams, "/latest")).startsWith(firstWord + " ");
  }

  @Test
  void helpTellsAReaderNothingOfTheEditors() {
    assertThat(house.ask(READER, "ru", "/help"))
        .startsWith("*Что я умею*\n\nНапишите слово")
        .endsWith("/help – эта подсказка");
  }

  @Test
  void helpTellsAnOwnerMore() {
    assertThat(house.ask(OWNER, "kk", "/help")).contains("*Редакция үшін*");
  }

  @Test
  void helpTellsEachRoleOfItsOwnCommands() {
    assertThat(house.ask(OWNER, "en", "/help"))
        .contains("\n/stats – how a day, a week or a month went\n", "\n/audit – who did what");
    assertThat(house.ask(READER, "en", "/help"))
        .contains("\n/suggest – send news to the editors\n/help – this help")
        .doesNotContain("/post", "/audit");
  }

  @ParameterizedTest
  @CsvSource({
    "kk, /lates, /latest",
    "ru, /serch мост, /search мост",
    "en, /dgest, /digest",
    "ru, /aricle 5, /article 5"
  })
  void aMistypedCommandGetsTheNearest(String language, String typed, String meant) {
    String answer = house.ask(READER, language, typed);

    assertThat(answer).contains(meant.substring(0, 5));
    assertThat(house.buttons(READER)).containsExactly(meant + " (" + meant.substring(1) + ")");
  }

  @Test
  void whatIsLikeNoCommandIsNotGuessed() {
    assertThat(house.ask(READER, "ru", "/zzzzzzz"))
        .isEqualTo("Такой команды я не знаю. Что я умею, покажет /help.");
  }

  @Test
  void anEditorsCommandIsNotEvenOfferedToAReader() {
    assertThat(house.ask(READER, "en", "/queu")).doesNotContain("/queue");
  }

  @Test
  void aLanguageIsChosenByAButtonAndUsedFromThenOn() {
    assertThat(house.ask(READER, "en", "/language")).isEqualTo("Which language shall we speak?");
    assertThat(house.tap(READER, "Қазақша")).isEqualTo("Келістік, қазақша сөйлесемін.");
    assertThat(house.ask(READER, "en", "/latest")).startsWith("Әзірге ештеңе жарияланған жоқ.");
    assertThat(house.ask(READER, "en", "/language русский")).isEqualTo("Хорошо, говорю по-русски.");
  }

  @Test
  void anArticleThatDoesNotExistIsAnsweredHelpfully() {
    assertThat(house.ask(READER, "kk", "/article 999999999999"))
        .isEqualTo("№ 999999999999 мақала жоқ. Соңғыларын /latest көрсетеді.");
    assertThat(house.ask(READER, "ru", "/article"))
        .isEqualTo("Напишите номер статьи, например: /article 17");
    assertThat(house.ask(READER, "en", "/article first"))
        .isEqualTo("Write an article’s number, for example: /article 17");
  }

  @Test
  void anArticleThatIsNotPublishedIsNotShown() {
    long draft =
        house
            .database()
            .articles()
            .add(Draft.of(Content.builder("Тайна", "…").build()), "test", NOW)
            .article()
            .id();

    assertThat(house.ask(READER, "ru", "/article " + draft)).doesNotContain("Тайна");
    assertThat(house.ask(READER, "ru", "/start a_" + draft)).doesNotContain("Тайна");
  }

  @Test
  void anArticleComesInAllItsParts() {
    String body = "Очень длинный абзац статьи о метро. ".repeat(200);
    long id = house.publish(Draft.of(Content.builder("Длинная статья", body).build()), 5, NOW);
    String first = house.ask(READER, "ru", "/start a_" + id);
    house.settle();

    assertThat(first).startsWith("*Длинная статья*");
    assertThat(house.answers(READER)).hasSize(2);
    assertThat(String.join("", house.answers(READER)).split("Очень длинный", -1)).hasSize(201);
  }

  @Test
  void anArticleInAnotherLanguageIsSaidToBeSo() {
    long russian = house.publish(article("Мост открыт", "Он очень красивый."), 5, NOW);
    String unused = house.ask(READER, "kk", "/article " + russian);
    house.settle();

    assertThat(house.answers(READER)).last().isEqualTo("Мақала орыс тілінде ғана бар.");
  }

  @Test
  void versionsOfAnArticleLeadToEachOther() {
    long russian = house.publish(article("Мост открыт", "Он очень красивый."), 5, NOW);
    Draft kazakh = article("Көпір ашылды", "Ол өте әдемі әрі ұзын.");
    Plan plan = Plan.atOnce().withTranslationOf(russian);
    long other = house.publish(kazakh.withPlan(plan), 6, NOW);
    String unused = house.ask(READER, "kk", "/article " + russian);
    house.settle();

    assertThat(house.answers(READER)).last().isEqualTo("Басқа тілдерде:");
    assertThat(house.buttons(READER)).containsExactly("Қазақша (article " + other + " <)");
    assertThat(house.tap(READER, "Қазақша")).startsWith("*Көпір ашылды*\nбүгін, 15:00\n\nОл өте");
    assertThat(house.buttons(READER)).contains("Русский (article " + russian + " <)");
  }

  @Test
  void whatIsKeptOfAReaderIsShownAndForgotten() {
    assertThat(house.ask(READER, "ru", "/my")).isEqualTo("Я ничего о вас не храню.");
    String unused = house.ask(READER, "ru", "/follow метро");
    unused = house.ask(READER, "ru", "/digest weekly 18 kk");

    assertThat(house.ask(READER, "ru", "/my"))
        .isEqualTo(
            """
            *Что я о вас храню*

            Ваш номер в Telegram: 42
            Храню с 22 ноября 2026, 15:00
            Язык: Русский
            Часовой пояс: как в редакции, Asia/Almaty
            Подборка: по понедельникам в 18:00; Қазақша
            Следующая подборка: 23 ноября 2026, 18:00
            Ночью не беспокою.
            Подписки: «метро»

            Всё стереть: /forget""");
    unused = house.ask(READER, "ru", "/forget");
    assertThat(house.tap(READER, "Нет, оставить")).isEqualTo("Всё осталось как было.");
    unused = house.ask(READER, "ru", "/forget");
    assertThat(house.tap(READER, "Да, стереть"))
        .isEqualTo("Всё стёрто. Напишете снова – буду рад ответить.");
    assertThat(house.ask(READER, "ru", "/my")).isEqualTo("Я ничего о вас не храню.");
  }

  @Test
  void followingIsBegunAndEndedByButtons() {
    assertThat(house.ask(READER, "en", "/follow")).startsWith("What should I watch for you?");
    assertThat(house.tap(READER, "+ Breaking news"))
        .isEqualTo("Breaking news: I will tell you when there is something new.");
    assertThat(house.ask(READER, "en", "/follow #Metro"))
        .isEqualTo("#Metro: I will tell you when there is something new.");
    assertThat(house.tap(READER, "✕ #Metro"))
        .isEqualTo("#Metro: I will no longer tell you about it.");
    assertThat(house.ask(READER, "en", "/unfollow tram")).isEqualTo("You do not follow that.");
    assertThat(house.ask(READER, "en", "/follow " + "x".repeat(41)))
        .isEqualTo(
            "Write a section, a #tag or a word of at most 40 letters, for example: /follow metro");
  }

  @Test
  void noMoreIsFollowedThanIsKept() {
    for (int i = 1; i <= 30; i++) {
      String unused = house.ask(READER, "kk", "/follow сөз" + i);
    }

    assertThat(house.ask(READER, "kk", "/follow сөз31"))
        .isEqualTo("Ең көбі 30 жазылым сақтаймын. Керексізін өшіріңіз.");
    assertThat(house.ask(READER, "kk", "/follow сөз30"))
        .isEqualTo("«сөз30»: жаңасы шыққанда хабарлаймын.");
  }

  @Test
  void aDigestIsSetByButtons() {
    String unused = house.ask(READER, "kk", "/digest");
    assertThat(house.tap(READER, "Күн сайын"))
        .isEqualTo(
            """
            Шолу: күн сайын, 09:00
            Келесі шолу: 2026 жылғы 23 қараша, 09:00

            Батырмалармен таңдаңыз не жазыңыз: /digest daily 8, /digest weekly, /digest off,\
             /digest Asia/Aqtobe""");
    assertThat(house.tap(READER, "› 10:00")).startsWith("Шолу: күн сайын, 10:00\n");
    assertThat(house.tap(READER, "Русский")).startsWith("Шолу: күн сайын, 10:00; Русский\n");
    assertThat(house.tap(READER, "Керек емес")).startsWith("Шолу: жоқ\n\n");
  }

  @Test
  void aReaderElsewhereHasTheDigestByThatClock() {
    String unused = house.ask(READER, "en", "/digest daily 16");
    assertThat(house.ask(READER, "en", "/digest utc+3"))
        .contains("Next digest: 22 November 2026, 16:00");
    assertThat(house.ask(READER, "en", "/digest europe/berlin"))
        .contains("Next digest: 22 November 2026, 16:00");
    assertThat(house.ask(READER, "en", "/digest +99")).startsWith("I did not understand that.");
  }

  private static Draft article(String title, String body) {
    return Draft.of(Content.builder(title, body).build());
  }
}
