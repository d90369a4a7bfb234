package kz.zharshy.store;

import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Media;
import kz.zharshy.article.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any program may write into the table {@code article}, and what is refused. */
final class SchemaTest extends QueueFile {
  private static final String UTC = " must be UTC like 2026-11-22T10:00:00Z";

  @Test
  void aTitleIsEnough() {
    sql(file, "INSERT INTO article (title) VALUES ('Только заголовок')");

    Article article = queue.articles().find(1).orElseThrow();

    assertThat(article.content().body()).isEmpty();
    assertThat(article.state()).isEqualTo(ArticleState.QUEUED);
    assertThat(queue.articles().unrouted(5)).containsExactly(article);
    assertThat(queue.articles().history(1))
        .extracting("actor", "event")
        .containsExactly(tuple("sql", "added"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title          | ''                           | title must not be blank
          title          | char(9, 10, 160, 8203, 8206) | title must not be blank
          title          | x'41'                        | title must not be blank
          title          | CAST(x'410042' AS TEXT)      | title must not hold a NUL character
          title          | printf('%.10001c', 'x')      | title must have at most 10000 characters
          external_id    | ''                           | external_id must not be empty: leave it out, or give it a name
          external_id    | '  '                         | external_id must not be empty: leave it out, or give it a name
          id             | 0                            | id is given by the queue: leave it out
          id             | 9223372036854775807          | id is given by the queue: leave it out
          language       | 'de'                         | language must be kk, ru or en
          language       | 'RU'                         | language must be kk, ru or en
          language       | ''                           | language must be kk, ru or en
          summary        | printf('%.100001c', 'x')     | summary must have at most 100000 characters
          body           | printf('%.2000001c', 'x')    | body must be text of at most 2000000 characters
          body           | x'41'                        | body must be text of at most 2000000 characters
          body_format    | 'md'                         | body_format must be text, html or markdown
          source_url     | 'ftp://example.com/a'        | source_url must begin with http:// or https://
          source_url     | 'javascript:alert(1)'        | source_url must begin with http:// or https://
          source_url     | ''                           | source_url must begin with http:// or https://
          source_url     | 'https://'                   | source_url must begin with http:// or https://
          images         | 'a.jpg'                      | images must be a JSON array of addresses or paths
          images         | '{"url":"a.jpg"}'            | images must be a JSON array of addresses or paths
          images         | '["a.jpg"'                   | images must be a JSON array of addresses or paths
          tags           | '"one"'                      | tags must be a JSON array of words
          translation_of | 'first'                      | translation_of must be the number of an article
          priority       | 'urgent'                     | priority must be breaking, normal or low
          silent         | 2                            | silent must be 0 or 1
          silent         | 'yes'                        | silent must be 0 or 1
          state          | 'waiting'                    | a new article must be draft, review, queued, held or published
          state          | 'publishing'                 | a new article must be draft, review, queued, held or published
          state          | 'withdrawn'                  | a new article must be draft, review, queued, held or published
          """)
  void nonsenseIsRefusedInWords(String column, String value, String words) {
    assertRefused(column, value, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published_at",
        "publish_at",
        "expires_at",
        "pin_until",
        "created_at",
        "updated_at"
      })
  void aTimeThatIsNotUtcIsRefusedInEachColumn(String column) {
    for (String time :
        List.of(
            "2026-13-45T10:00:00Z",
            "2026-02-29T10:00:00Z",
            "2026-11-31T10:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T10:60:00Z",
            "2026-11-22T10:00:00",
            "2026-11-22T10:00:00+05:00",
            "2026-11-22 10:00:00Z",
            "2026-11-22t10:00:00z",
            "2026-11-22T10:00Z",
            "2026-11-22T10:00:00.Z",
            "2026-11-22T10:00:00.5",
            "2026-11-22T10:00:00.5.5Z",
            "2026-11-22T10:00:00.1234567891Z",
            "2026-11-22T10:00:00ZZ",
            "2026-11-22",
            "1795341600",
            "now",
            "",
            "tomorrow")) {
      assertRefused(column, "'" + time + "'", column + UTC);
    }
    assertRefused(column, "12.5", column + UTC);
    assertRefused(column, "x'323032362d31312d32325431303a30303a30305a'", column + UTC);
  }

  @Test
  void aTimeMayHaveAFractionAndALeapDay() {
    for (String time :
        List.of(
            "2028-02-29T23:59:59Z", "2026-11-22T10:00:59.999999999Z", "2026-11-22T10:00:00.5Z")) {
      sql(file, "INSERT INTO article (title, publish_at) VALUES ('Время', '" + time + "')");
    }

    assertThat(queue.articles().waiting(5))
        .extracting(article -> String.valueOf(article.plan().publishAt()))
        .containsExactly(
            "2026-11-22T10:00:00.500Z", "2026-11-22T10:00:59.999999999Z", "2028-02-29T23:59:59Z");
  }

  @Test
  void anArticleMayNotExpireBeforeItGoesOut() {
    assertThatThrownBy(
            () ->
                sql(
                    file,
                    "INSERT INTO article (title, publish_at, expires_at) VALUES"
                        + " ('a', '2026-11-22T10:00:00.5Z', '2026-11-22T10:00:00Z')"))
        .hasMessageContaining("CHECK constraint failed: expires_at must be after publish_at");
  }

  @Test
  void nullIsAsGoodAsLeftOutWhereThereIsADefault() {
    sql(
        file,
        "INSERT INTO article (title, external_id, language, section, summary, body_format, author,"
            + " source_url, images, tags, channel, story, translation_of, priority, published_at,"
            + " publish_at, expires_at, silent, pin_until, state, created_at, updated_at) VALUES"
            + " ('Пусто'"
            + ", NULL".repeat(21)
            + ")");

    assertThat(queue.articles().waiting(1)).hasSize(1);
    for (String column : List.of("title", "body")) {
      assertRefused(column, "NULL", "NOT NULL constraint failed: article." + column);
    }
  }

  @Test
  void emptyTextInAnOptionalColumnIsAsGoodAsNull() {
    sql(
        file,
        "INSERT INTO article (title, section, summary, author, channel, story)"
            + " VALUES ('Пусто', '', ' ', '', '', '')");

    Article article = queue.articles().find(1).orElseThrow();
    assertThat(article.content().section()).isNull();
    assertThat(article.content().summary()).isNull();
    assertThat(article.content().author()).isNull();
    assertThat(article.plan()).isEqualTo(Plan.atOnce());
  }

  @Test
  void imagesAndTagsOfAnOddShapeAreReadAsFarAsPossible() throws SQLException {
    String images =
        """
        ["https://steppe.example/1.jpg", {"url": "2.jpg", "caption": "Мост"}, {"path": "3.jpg"},
         {"src": "4.jpg", "caption": 7}, {"caption": "no address"}, 5, null, "", ["6.jpg"], {}]
        """;
    insert(images, "[\"река\", 2026, null, \"\", {\"a\": 1}, true]");

    Article article = queue.articles().find(1).orElseThrow();

    assertThat(article.content().media())
        .containsExactly(
            Media.photo("https://steppe.example/1.jpg", null),
            Media.photo("2.jpg", "Мост"),
            Media.photo("3.jpg", null),
            Media.photo("4.jpg", null));
    assertThat(article.content().tags()).containsExactly("река", "2026", "true");
  }

  @Test
  void aRowThatEvadedTheChecksIsReadAndStopsNothing() {
    sql(
        file,
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO article (title, body_format, language, images, tags, priority, publish_at,"
            + " created_at, silent) VALUES (' ', 'doc', 'xx', 'x', '{}', 'normal', 'soon', 'then',"
            + " 'x')");
    sql(file, "INSERT INTO article (title) VALUES ('Следующая')");

    assertThat(queue.articles().unrouted(5))
        .extracting(article -> article.content().title())
        .containsExactlyInAnyOrder("?", "Следующая");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "review", "queued", "held", "published"})
  void anArchiveMayBeBroughtInWithItsStates(String state) {
    sql(file, "INSERT INTO article (title, state) VALUES ('Архив', '" + state + "')");

    assertThat(queue.articles().find(1).orElseThrow().state().code()).isEqualTo(state);
  }

  @Test
  void eachColumnOfTheContractIsThere() throws SQLException {
    try (Connection connection = connect();
        var rows = connection.createStatement().executeQuery("SELECT * FROM article")) {
      Stream.of(
              ("id external_id language section title summary body body_format author source_url"
                      + " images tags channel story translation_of priority published_at publish_at"
                      + " expires_at silent pin_until state created_at updated_at route reason")
                  .split(" "))
          .forEach(
              column -> assertThatCode(() -> rows.findColumn(column)).doesNotThrowAnyException());
    }
  }

  private void assertRefused(String column, String value, String words) {
    String sql =
        column.equals("title")
            ? "INSERT INTO article (title) VALUES (" + value + ")"
            : "INSERT INTO article (title, " + column + ") VALUES ('Заголовок', " + value + ")";
    assertThatThrownBy(() -> sql(file, sql)).as(sql).hasMessageContaining(words + ")");
  }

  private void insert(String images, String tags) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (title, images, tags) VALUES ('Картинки', ?, ?)")) {
      insert.setString(1, images);
      insert.setString(2, tags);
      insert.executeUpdate();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
