package kz.zharshy.source.reader;

import static kz.zharshy.source.reader.Reading.draft;
import static kz.zharshy.source.reader.Reading.drafts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.BodyFormat;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;
import kz.zharshy.article.Plan;
import kz.zharshy.article.Priority;
import kz.zharshy.language.Language;
import kz.zharshy.source.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON whose keys are the columns of the queue. */
class JsonArticleReaderTest {
  @Test
  void headlineAndBodyAreEnough() {
    assertThat(draft("a.json", "{\"title\": \"Кітапхана ашылды\", \"body\": \"Мың кітап.\"}"))
        .isEqualTo(
            Draft.of(
                Content.builder("Кітапхана ашылды", "Мың кітап.").language(Language.KK).build()));
  }

  @Test
  void everyColumnIsRead() {
    String json =
        """
        {"external_id": "site-7", "language": "kk", "section": "Мәдениет", "title": "Тақырып",
         "summary": "Қысқаша", "body": "<p>Мәтін</p>", "body_format": "html",
         "author": "Айгүл Нұрланова\\nтілші", "source_url": "https://example.kz/7",
         "images": ["https://example.kz/7.jpg", {"url": "b.png", "caption": "Сурет"}],
         "tags": ["кітап", "ауыл"], "channel": "@aul_news", "story": "library",
         "translation_of": 6, "priority": "breaking", "published_at": "2026-03-01T10:00:00Z",
         "publish_at": "2026-03-01T15:00", "expires_at": "2026-03-02T00:00:00+05:00",
         "silent": true, "pin_until": "2026-03-03", "state": "review"}
        """;
    Content content =
        Content.builder("Тақырып", "<p>Мәтін</p>")
            .bodyFormat(BodyFormat.HTML)
            .language(Language.KK)
            .section("Мәдениет")
            .summary("Қысқаша")
            .author("Айгүл Нұрланова\nтілші")
            .sourceUrl("https://example.kz/7")
            .publishedAt(Instant.parse("2026-03-01T10:00:00Z"))
            .media(
                List.of(
                    Media.photo("https://example.kz/7.jpg", null), Media.photo("b.png", "Сурет")))
            .tags(List.of("кітап", "ауыл"))
            .build();
    Plan plan =
        new Plan(
            "aul_news",
            "library",
            6L,
            Priority.BREAKING,
            new Plan.Window(
                Instant.parse("2026-03-01T10:00:00Z"), Instant.parse("2026-03-01T19:00:00Z")),
            true,
            Instant.parse("2026-03-02T19:00:00Z"));
    assertThat(draft("a.json", json))
        .isEqualTo(new Draft("site-7", content, plan, ArticleState.REVIEW));
  }

  @Test
  void whatAMediumIsStandsInItsKindOrAtTheEndOfItsAddress() {
    String json =
        """
        {"title": "Қар", "body": "", "images": ["https://a.kz/1.mp4",
         {"url": "/srv/2", "kind": "video", "caption": "Көше"},
         {"url": "https://a.kz/3.mp4", "kind": "photo"}, "https://a.kz/mp4"]}
        """;
    assertThat(draft("a.json", json).content().media())
        .containsExactly(
            new Media(MediaKind.VIDEO, "https://a.kz/1.mp4", null),
            new Media(MediaKind.VIDEO, "/srv/2", "Көше"),
            Media.photo("https://a.kz/3.mp4", null),
            Media.photo("https://a.kz/mp4", null))
        .allSatisfy(medium -> assertThat(Media.read(medium.json())).contains(medium));
  }

  @Test
  void anArrayHoldsSeveralArticles() {
    assertThat(drafts("-", "[{\"title\":\"A\",\"body\":\"\"},{\"title\":\"B\",\"body\":\"b\"}]"))
        .extracting(draft -> draft.content().title())
        .containsExactly("A", "B");
  }

  @Test
  void columnsThatHoldArraysAsTextAreReadToo() {
    Draft draft =
        draft(
            "a.json",
            "{\"title\":\"A\",\"body\":\"\",\"images\":\"[\\\"https://example.kz/1.jpg\\\"]\","
                + "\"tags\":\"кітап, ауыл\",\"silent\":1}");
    assertThat(draft.content().media())
        .containsExactly(Media.photo("https://example.kz/1.jpg", null));
    assertThat(draft.content().tags()).containsExactly("кітап", "ауыл");
    assertThat(draft.plan().silent()).isTrue();
  }

  @Test
  void whatNobodySeesIsCleanedAway() {
    Draft draft = draft("a.json", "{\"title\":\"A\\u0000\\nB\",\"body\":\"x\\ud800y\\u202e\"}");
    assertThat(draft.content().title()).isEqualTo("A B");
    assertThat(draft.content().body()).isEqualTo("x\uFFFDy");
  }

  @Test
  void allMistakesOfAllArticlesAreToldAtOnce() {
    assertThat(
            message(
                """
                [{"title": "A", "body": "", "priority": "urgent", "publish_at": "tomorrow"},
                 {"title": 7, "bodi": "x", "id": 1},
                 "B",
                 {"title": " ", "body": ["x"], "silent": "yes", "state": "published"}]
                """))
        .isEqualTo(
            """
            a.json has 11 mistakes:
            [0].priority is "urgent". Allowed are breaking, normal, low.
            [0].publish_at is "tomorrow". Write a time as 2026-03-01T10:00:00+05:00.
            [1].bodi is not known. Known are author, body, body_format, channel, expires_at, \
            external_id, images, language, pin_until, priority, publish_at, published_at, section, \
            silent, source_url, state, story, summary, tags, title, translation_of.
            [1].id is given by the queue. Leave it out.
            [1].title is the number 7. It must be a text in quotation marks.
            [1].body is missing. Give the text, or "" for a headline alone.
            [2] is no object. Give an object with title and body.
            [3].body is an array. It must be a text in quotation marks.
            [3].title is missing. An article needs a headline.
            [3].silent is "yes". It must be true or false.
            [3].state is "published". Allowed are draft, review, queued, held.\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":\"A\"|a.json is not valid JSON in line 1, column 13: Unexpected end-of-input",
        "{\"title\":\"A\",\"title\":\"B\"}|a.json is not valid JSON in line 1, column 21: Duplicate",
        "{\"title\":\"A\",\"body\":\"\"} x|a.json is not valid JSON in line 1, column ",
        "[]|a.json holds no article. Give an object with title and body",
        "7|a.json holds no article. Give an object with title and body"
      })
  void whatIsNoJsonIsToldWithItsPlace(String json, String beginning) {
    assertThat(message(json)).startsWith(beginning);
  }

  @Test
  void nestingOutOfAllReasonIsRefused() {
    assertThat(message("[".repeat(100_000))).startsWith("a.json is not valid JSON");
  }

  private static String message(String json) {
    UnreadableException refused =
        catchThrowableOfType(
            UnreadableException.class,
            () -> new ArticleReader(Reading.ALMATY).read(Reading.source("a.json", json)));
    return String.valueOf(refused.getMessage());
  }
}
