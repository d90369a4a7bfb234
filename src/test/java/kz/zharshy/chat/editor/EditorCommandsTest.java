package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
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
import org.junit.jupiter.params.provider.ValueSource;

final class EditorCommandsTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/post Жаңа көпір\nБірінші абзац.\n\nЕкінші *абзац*.",
        "/post\nЖаңа көпір\n\nБірінші абзац.\n\nЕкінші *абзац*.",
        "/post@herald_bot  Жаңа көпір \r\nБірінші абзац.\n\nЕкінші *абзац*.\n"
      })
  void postQueuesTheHeadlineOnTheFirstLineAndTheBodyBelow(String words) {
    assertThat(house.ask(OWNER, "ru", words))
        .isEqualTo("Статья № 1 поставлена в очередь и выйдет в @tau_news.");

    Article article = house.database().articles().find(1).orElseThrow();
    assertThat(article.content().title()).isEqualTo("Жаңа көпір");
    assertThat(article.content().body()).isEqualTo("Бірінші абзац.\n\nЕкінші *абзац*.");
    assertThat(article.state()).isEqualTo(ArticleState.QUEUED);
    assertThat(house.database().articles().history(1).get(0).actor())
        .isEqualTo("telegram:" + OWNER);
  }

  @Test
  void theAnswerIsInTheEditorsLanguage() {
    assertThat(house.ask(OWNER, "kk", "/post A\nb"))
        .isEqualTo("№ 1 мақала кезекке қойылды, @tau_news арнасына шығады.");
    assertThat(house.ask(OWNER, "en", "/post C\nd"))
        .isEqualTo("Article No. 2 is in the queue and goes to @tau_news.");
  }

  @Test
  void theSameUpdateQueuesOnceHoweverOftenItIsHandled() {
    JsonNode update = house.world().personWrites(OWNER, "en", "/post A\nb");
    house.answerTo(update, OWNER);
    Draft again =
        Draft.of(Content.builder("A", "b").build())
            .withExternalId("telegram:" + update.get("update_id"));

    assertThat(house.database().articles().add(again, "test", NOW).article().id()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"kk, Тақырыпты жіберіңіз.", "ru, Пришлите заголовок.", "en, Send me the headline."})
  void postAloneAsksStepByStep(String language, String answer) {
    assertThat(house.ask(OWNER, language, "/post")).isEqualTo(answer);
  }

  @Test
  void postWithoutABodyExplainsWhatIsMissing() {
    assertThat(house.ask(OWNER, "en", "/post Only a headline"))
        .isEqualTo(
            "This is only a headline. Write the headline on the first line and the text of the"
                + " article below.");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/post", "/post@herald_bot", "/post Мына мақаланы шығарыңызшы"})
  void aTextFileIsQueuedWithAnyCaption(String caption) {
    byte[] file = "Алматыда жаңа кітапхана ашылды\n\nОнда жүз мың кітап бар.\n".getBytes(UTF_8);

    assertThat(house.send(OWNER, "en", "library.TXT", file, caption))
        .isEqualTo("Article No. 1 is in the queue and goes to @tau_news.");
    Content content = house.database().articles().find(1).orElseThrow().content();
    assertThat(content.title()).isEqualTo("Алматыда жаңа кітапхана ашылды");
    assertThat(content.body()).isEqualTo("Онда жүз мың кітап бар.");
  }

  @Test
  void eachArticleOfAJsonFileIsTold() {
    byte[] file =
        """
        [{"title": "One", "body": "First."},
         {"title": "Two", "body": "Second.", "external_id": "site-2"}]
        """
            .getBytes(UTF_8);

    assertThat(house.send(OWNER, "ru", "news.json", file, ""))
        .isEqualTo(
            """
            Статья № 1 поставлена в очередь и выйдет в @tau_news.
            Статья № 2 поставлена в очередь и выйдет в @tau_news.
            Не учтено, так это задать нельзя: external_id.""");
    assertThat(house.database().articles().named("site-2")).isEmpty();
  }

  @Test
  void aFileOfManyArticlesIsToldInOneMessage() {
    StringBuilder file = new StringBuilder("[");
    for (int i = 0; i < 101; i++) {
      file.append(i == 0 ? "" : ",").append("{\"title\": \"T%d\", \"body\": \"b\"}".formatted(i));
    }

    assertThat(
            house.send(OWNER, "ru", "news.json", file.append("]").toString().getBytes(UTF_8), ""))
        .startsWith("Статья № 1 поставлена")
        .endsWith("\nСтатья № 10 поставлена в очередь и выйдет в @tau_news.\nи ещё 91 статья");
    assertThat(house.database().articles().count(ArticleState.QUEUED)).isEqualTo(101);
  }

  @Test
  void aFileThatIsNoArticleIsRefusedWithTheReason() {
    assertThat(house.send(OWNER, "kk", "budget.xlsx", new byte[] {1}, ""))
        .isEqualTo(
            "Мұндай файлды оқи алмаймын. .txt, .md, .html, .docx не .json файлын жіберіңіз.");
    assertThat(house.send(OWNER, "en", "empty.txt", " ".getBytes(UTF_8), ""))
        .startsWith("No article could be made of this file: empty.txt is empty.");
    assertThat(house.send(OWNER, "ru", "big.txt", new byte[5 * 1024 * 1024 + 1], ""))
        .isEqualTo("Файл больше 5 МБ. Пришлите файл поменьше.");
  }

  @Test
  void anEmptyQueueSaysSo() {
    assertThat(house.ask(OWNER, "kk", "/queue")).isEqualTo("Кезек бос.");
    assertThat(house.ask(OWNER, "ru", "/queue")).isEqualTo("Очередь пуста.");
    assertThat(house.ask(OWNER, "en", "/queue")).isEqualTo("The queue is empty.");
  }

  @Test
  void theQueueShowsWhatWaitsWhereAndWhen() {
    queue("Қазір шығады", Plan.atOnce());
    queue("Later news", at("2026-11-23T04:30:00Z"));

    assertThat(house.ask(OWNER, "kk", "/queue"))
        .isEqualTo(
            """
            *Кезекте 2 мақала*

            № 1 Қазір шығады
            @tau_news, қазір шығып жатыр

            № 2 Later news
            @tau_news, ертең, 09:30

            2 күтіп тұр, соңғысы шығады: ертең, 09:30""");
    assertThat(house.ask(OWNER, "ru", "/queue"))
        .isEqualTo(
            """
            *В очереди 2 статьи*

            № 1 Қазір шығады
            @tau_news, выходит сейчас

            № 2 Later news
            @tau_news, завтра, 09:30

            2 ждут, последняя выйдет завтра, 09:30""");
    assertThat(house.ask(OWNER, "en", "/queue"))
        .isEqualTo(
            """
            *2 articles in the queue*

            No. 1 Қазір шығады
            @tau_news, going out now

            No. 2 Later news
            @tau_news, tomorrow, 09:30

            2 wait, the last goes out tomorrow, 09:30""");
  }

  @ParameterizedTest
  @CsvSource({
    "11, и ещё 1 статья",
    "12, и ещё 2 статьи",
    "15, и ещё 5 статей",
    "31, и ещё 21 статья"
  })
  void aLongQueueIsCountedToItsEnd(int length, String more) {
    for (int i = 0; i < length; i++) {
      queue("Очень длинный заголовок ".repeat(20), Plan.atOnce());
    }

    assertThat(house.ask(OWNER, "ru", "/queue"))
        .contains("В очереди " + length)
        .contains(more + "\n\n" + length + " жд");
  }

  private Article queue(String title, Plan plan) {
    Draft draft = Draft.of(Content.builder(title, "…").build()).withPlan(plan);
    return house.database().articles().add(draft, "test", NOW).article();
  }

  private static Plan at(String time) {
    return Plan.atOnce().withPublishAt(Instant.parse(time));
  }
}
