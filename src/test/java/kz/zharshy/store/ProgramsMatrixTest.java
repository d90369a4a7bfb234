package kz.zharshy.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.FeedMemory.Item;
import kz.zharshy.article.Gate;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.source.reader.FileEntries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each way of programs and operators, while an article of the same name stands in each state,
 * whoever brought it: the table says whether it is changed, and nothing else happens.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProgramsMatrixTest {
  /**
   * By whom the article was brought that has the name; {@code both} is a feed's that a program has
   * written since. What comes {@code changes} it, {@code keeps} it, or is another article ({@code
   * new}).
   */
  private static final String TABLE =
      """
      way                        | sql     | cli     | inbox   | feed    | both    | person
      inbox, JSON                | changes | changes | changes | changes | changes | keeps
      inbox, front matter        | changes | changes | changes | changes | changes | keeps
      inbox, saved page          | keeps   | keeps   | keeps   | keeps   | keeps   | new
      add, JSON                  | changes | changes | changes | changes | changes | keeps
      add, saved page            | keeps   | keeps   | keeps   | keeps   | keeps   | new
      add, page of its address   | keeps   | changes | keeps   | keeps   | keeps   | new
      add, foreign canonical     | new     | new     | new     | new     | new     | new
      add, page in JSON          | new     | new     | new     | new     | new     | new
      its feed                   | keeps   | keeps   | keeps   | changes | keeps   | keeps
      another feed               | keeps   | keeps   | keeps   | keeps   | keeps   | keeps
      another feed's page        | new     | new     | new     | new     | new     | new
      SQL                        | changes | changes | changes | changes | changes | changes
      """;

  /** What becomes of each state when a program's words change the article. */
  private static final Map<String, String> CHANGED =
      Map.of(
          "draft", "queued",
          "review", "review",
          "queued", "queued",
          "scheduled", "queued",
          "publishing", "publishing",
          "published", "published",
          "held", "held",
          "failed", "queued",
          "withdrawn", "withdrawn");

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String FEED = "https://example.com/rss";
  private static final String HTML =
      "<html><head><title>New</title><link rel=canonical href='%s'></head><body><article>"
          + "<h1>New</h1><p>Words.</p></article></body></html>";

  private final ArticleReader reader = new ArticleReader(ZoneOffset.UTC);
  private QueueDatabase queue;
  private Connection database;
  private int number;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    queue = NewQueue.in(folder.resolve("queue.db"));
    database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
    run("PRAGMA busy_timeout = 5000");
    run("PRAGMA synchronous = OFF");
  }

  @AfterAll
  void close() throws SQLException {
    database.close();
    queue.close();
  }

  @TestFactory
  Stream<DynamicTest> theTableSaysWhatHappensAndNothingElseDoes() {
    List<List<String>> rows =
        TABLE
            .lines()
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    List<DynamicTest> tests = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int origin = 1; origin < row.size(); origin++) {
        for (String state : CHANGED.keySet().stream().sorted().toList()) {
          String by = rows.get(0).get(origin);
          String wanted = row.get(origin);
          tests.add(
              DynamicTest.dynamicTest(
                  "%s, %s of %s: %s".formatted(row.get(0), state, by, wanted),
                  () -> happens(row.get(0), by, state, wanted)));
        }
      }
    }
    assertThat(tests).hasSize(648);
    return tests.stream();
  }

  private void happens(String way, String by, String state, String wanted) throws Exception {
    String name = by.equals("person") ? "telegram:" + ++number : "https://example.com/" + ++number;
    long id = existing(name, by, state);
    String before = row(id);
    long articles = count();

    comes(way, name);

    assertThat(count() - articles).isEqualTo(wanted.equals("new") ? 1 : 0);
    if (wanted.equals("changes")) {
      String now =
          way.equals("SQL") && state.equals("draft") ? state : String.valueOf(CHANGED.get(state));
      boolean plan = !way.equals("its feed") && !way.equals("SQL");
      String then = state.equals("scheduled") && !plan ? " 2026-12-24T10:00:00Z" : "";
      assertThat(row(id)).isEqualTo(id + " " + now + " New Words." + then);
    } else {
      assertThat(row(id)).isEqualTo(before);
    }
  }

  private long existing(String name, String by, String state) throws SQLException {
    Draft draft =
        Draft.of(Content.builder("Old", "Said before.").sourceUrl("https://example.com/a").build())
            .withExternalId(name);
    long id =
        switch (by) {
          case "feed", "both" ->
              queue.feeds().take(draft, FEED, new Item(name, null, "1", name), NOW).article();
          case "person" ->
              queue.articles().add(Gate.message(draft, name), "telegram:7", NOW).article().id();
          default -> queue.articles().add(draft, by, NOW).article().id();
        };
    if (by.equals("both")) {
      run("UPDATE article SET body = 'Said by a program.' WHERE id = " + id);
    }
    String code = state.equals("scheduled") ? "queued" : state;
    String at = state.equals("scheduled") ? "'2026-12-24T10:00:00Z'" : "NULL";
    run("UPDATE article SET state = '%s', publish_at = %s WHERE id = %d".formatted(code, at, id));
    return id;
  }

  private void comes(String way, String name) throws Exception {
    String json = "{\"external_id\": \"%s\", \"title\": \"New\", \"body\": \"Words.\"}";
    String matter = "---\nexternal_id: %s\nbody_format: text\n---\n# New\n\nWords.";
    Content content = Content.builder("New", "Words.").build();
    Draft draft = Draft.of(content).withExternalId(name);
    String other = "https://evil.example/" + number;
    switch (way) {
      case "inbox, JSON" -> file(Gate.Way.INBOX, "a.json", json.formatted(name));
      case "inbox, front matter" -> file(Gate.Way.INBOX, "a.md", matter.formatted(name));
      case "inbox, saved page" -> saved(Gate.Way.INBOX, name);
      case "add, JSON" -> file(Gate.Way.ADD, "a.json", json.formatted(name));
      case "add, saved page" -> saved(Gate.Way.ADD, name);
      case "add, page of its address" -> page(address(name), "# New\n\nWords.");
      case "add, foreign canonical" -> page(other, HTML.formatted(name));
      case "add, page in JSON" -> page(other, json.formatted(name));
      case "its feed" -> queue.feeds().take(draft, FEED, new Item(name, null, "2", name), NOW);
      case "another feed" -> queue.feeds().take(draft, other, new Item(name, null, "2", name), NOW);
      case "another feed's page" -> {
        Draft found = Gate.ofFeed(read("a.html", HTML.formatted(name)), other);
        queue.feeds().take(found, other, new Item(other, null, "2", other), NOW);
      }
      case "SQL" ->
          run(
              "INSERT INTO article (external_id, title, body) VALUES ('%s', 'New', 'Words.')"
                      .formatted(name)
                  + " ON CONFLICT (external_id) DO UPDATE SET title = excluded.title,"
                  + " body = excluded.body");
      default -> throw new IllegalArgumentException(way);
    }
  }

  private Draft read(String name, String text) throws UnreadableException {
    return reader.read(new SourceText(name, text.getBytes(UTF_8))).get(0);
  }

  private void file(Gate.Way way, String name, String text) throws UnreadableException {
    SourceText file = new SourceText(name, text.getBytes(UTF_8));
    for (Gate.Entry entry : FileEntries.of(way, file, reader)) {
      queue.articles().add(entry, way == Gate.Way.INBOX ? "inbox" : "cli", NOW);
    }
  }

  private void saved(Gate.Way way, String name) throws UnreadableException {
    file(way, "a.html", HTML.formatted(address(name)));
  }

  private static String address(String name) {
    return name.startsWith("http") ? name : "https://example.com/" + name;
  }

  private void page(String address, String text) throws UnreadableException {
    SourceText page = new SourceText(address, text.getBytes(UTF_8));
    for (Gate.Entry entry : FileEntries.ofPage(page, reader)) {
      queue.articles().add(entry, "cli", NOW);
    }
  }

  private String row(long id) throws SQLException {
    return text(
        "SELECT id || ' ' || state || ' ' || title || ' ' || body || coalesce(' ' || publish_at, '')"
            + " FROM article WHERE id = "
            + id);
  }

  private long count() throws SQLException {
    return Long.parseLong(text("SELECT count(*) FROM article"));
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
