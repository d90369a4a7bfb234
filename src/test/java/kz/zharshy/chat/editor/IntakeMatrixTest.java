package kz.zharshy.chat.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.zharshy.chat.ChatFixture.NOW;
import static kz.zharshy.chat.ChatFixture.OWNER;
import static kz.zharshy.chat.ChatFixture.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.Content;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.chat.ChatFixture;
import kz.zharshy.store.Team;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each way into the chat, by each role, while an article of the name or address that is brought
 * stands in each state: the table says what happens, and nothing else does.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntakeMatrixTest {
  private static final long EDITOR = 2_000_002;
  private static final long AUTHOR = 3_000_003;

  /**
   * What comes of it: so many {@code draft}s or {@code queued} articles of their own, the {@code
   * card} of the article that is there with the difference, or {@code nothing}. Behind a slash
   * stands what comes of it where there is no such article, or only a withdrawn one.
   */
  private static final String TABLE =
      """
      way                         | owner        | editor       | author  | reader
      words                       | draft        | draft        | draft   | nothing
      forward                     | draft        | draft        | draft   | nothing
      edited message              | nothing      | nothing      | nothing | nothing
      JSON of its name            | card/draft   | card/draft   | draft   | nothing
      JSON of its address         | card/draft   | card/draft   | draft   | nothing
      JSON of an author's article | card/draft   | card/draft   | draft   | nothing
      JSON of two                 | queued/2 queued | queued/2 queued | 2 draft | nothing
      forwarded JSON of two       | draft/2 draft | draft/2 draft | 2 draft | nothing
      /post with JSON             | card/queued  | card/queued  | draft   | nothing
      front matter                | card/draft   | card/draft   | draft   | nothing
      HTML with canonical         | card/draft   | card/draft   | draft   | nothing
      link                        | card/draft   | card/draft   | draft   | nothing
      link to og:url              | card/draft   | card/draft   | draft   | nothing
      foreign canonical           | draft        | draft        | draft   | nothing
      foreign after a redirect    | draft        | draft        | draft   | nothing
      link to JSON of its name    | draft        | draft        | draft   | nothing
      """;

  private static final List<String> STATES =
      List.of(
          "none",
          "draft",
          "review",
          "queued",
          "scheduled",
          "publishing",
          "published",
          "held",
          "failed",
          "withdrawn");

  private static final Map<String, Long> PEOPLE =
      Map.of("owner", OWNER, "editor", EDITOR, "author", AUTHOR, "reader", READER);

  private static final String HTML =
      "<html><head><title>New</title>%s</head><body><article><h1>New</h1><p>Words.</p></article>"
          + "</body></html>";

  private ChatFixture house;
  private Connection database;
  private int number;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    house = new ChatFixture(folder);
    join("e", EDITOR, Team.Rank.EDITOR);
    join("a", AUTHOR, Team.Rank.AUTHOR);
    database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat.db"));
    run("PRAGMA busy_timeout = 5000");
  }

  @AfterAll
  void close() throws SQLException {
    database.close();
    house.close();
  }

  private void join(String secret, long id, Team.Rank rank) {
    house.database().team().invite(secret, rank, OWNER, NOW.plusSeconds(60));
    assertThat(house.database().team().join(secret, id, "Somebody", NOW)).contains(rank);
  }

  @TestFactory
  Stream<DynamicTest> theTableSaysWhatHappensAndNothingElseDoes() {
    List<DynamicTest> tests = new ArrayList<>();
    List<List<String>> rows = TABLE.lines().map(IntakeMatrixTest::cells).toList();
    for (List<String> row : rows.subList(1, rows.size())) {
      for (int role = 1; role < row.size(); role++) {
        for (String state : STATES) {
          String who = rows.get(0).get(role);
          String wanted = wanted(row.get(role), state);
          tests.add(
              DynamicTest.dynamicTest(
                  "%s, %s, %s: %s".formatted(row.get(0), who, state, wanted),
                  () -> happens(row.get(0), PEOPLE.getOrDefault(who, READER), state, wanted)));
        }
      }
    }
    assertThat(tests).hasSize(640);
    return tests.stream();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static String wanted(String cell, String state) {
    String[] either = cell.split("/", -1);
    boolean there = !state.equals("none") && !state.equals("withdrawn");
    return either[there ? 0 : either.length - 1];
  }

  private void happens(String way, long person, String state, String wanted) throws Exception {
    int n = ++number;
    boolean own = way.contains("author's");
    String name = own ? "telegram:9000" + n : "site-" + n;
    long id = state.equals("none") ? 0 : existing(name, n, state, own);
    List<String> before = everything();
    int said = house.world().calls().size();

    house.comes(update(way, person, name, n));
    house.settle();

    List<String> after = everything();
    List<String> added = after.subList(Math.min(before.size(), after.size()), after.size());
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(added).allMatch(row -> row.contains(" telegram:"));
    assertThat(states(added)).isEqualTo(wanted.replace("card", "nothing"));
    String answers =
        house.world().calls().stream()
            .skip(said)
            .map(call -> call.params().path("text").asText())
            .collect(Collectors.joining("\n"));
    run("DELETE FROM article");
    if (wanted.equals("card")) {
      assertThat(answers)
          .contains("No. " + id + " · ")
          .contains("This is No. %d, which I have already.".formatted(id))
          .contains("Correct No. %d like this?".formatted(id));
    } else {
      assertThat(answers).doesNotContain("like this?");
    }
  }

  /** How many articles stand where. */
  private static String states(List<String> rows) {
    List<String> states = rows.stream().map(row -> row.split(" ", 3)[1]).distinct().toList();
    assertThat(states).hasSizeLessThanOrEqualTo(1);
    return rows.isEmpty() ? "nothing" : (rows.size() == 1 ? "" : rows.size() + " ") + states.get(0);
  }

  @TestFactory
  Stream<DynamicTest> onceConfirmedTheWordsChangeAndNothingElse() {
    return STATES.stream()
        .filter(state -> !state.equals("none") && !state.equals("withdrawn"))
        .flatMap(state -> Stream.of(OWNER, EDITOR).map(person -> confirmed(state, person)));
  }

  private DynamicTest confirmed(String state, long person) {
    return DynamicTest.dynamicTest(
        state + " by " + person,
        () -> {
          int n = ++number;
          long id = existing("site-" + n, n, state, false);
          Article before = house.database().articles().find(id).orElseThrow();
          house.comes(update("JSON of its name", person, "site-" + n, n));
          house.settle();

          house.tap(person, "✅ Correct");

          Article after = house.database().articles().find(id).orElseThrow();
          assertThat(after.content())
              .isEqualTo(
                  Content.builder("New " + n, "Words.")
                      .language(before.content().language())
                      .sourceUrl(before.content().sourceUrl())
                      .build());
          assertThat(after.plan()).isEqualTo(before.plan());
          assertThat(after.state().code())
              .isEqualTo(state.equals("failed") ? "queued" : before.state().code());
          assertThat(house.database().audit().latest(1).get(0).deed())
              .isEqualTo("/correct " + id + " yes");
        });
  }

  /** An article that is there already; a program's, or an author's own. */
  private long existing(String name, int n, String state, boolean own) throws SQLException {
    Content content =
        Content.builder("Old " + n, "Said before.").sourceUrl("https://example.com/" + n).build();
    Draft draft = Draft.of(content).withExternalId(name);
    long id =
        own
            ? house
                .database()
                .articles()
                .add(Gate.message(draft, name), "telegram:" + AUTHOR, NOW)
                .article()
                .id()
            : house.database().articles().add(draft, "sql", NOW).article().id();
    String code = state.equals("scheduled") ? "queued" : state;
    String at = state.equals("scheduled") ? "'2026-12-24T10:00:00Z'" : "NULL";
    run("UPDATE article SET state = '%s', publish_at = %s WHERE id = %d".formatted(code, at, id));
    return id;
  }

  private JsonNode update(String way, long person, String name, int n) {
    String address = "https://example.com/" + n;
    String other = "https://evil.example/" + n;
    String named = json(n, "external_id", name);
    String canonical = HTML.formatted("<link rel=canonical href='" + address + "'>");
    switch (way) {
      case "link" -> house.page(address, HTML.formatted(""));
      case "link to og:url" ->
          house.page(
              address + "/amp", HTML.formatted("<meta property=og:url content='" + address + "'>"));
      case "foreign canonical", "foreign after a redirect" -> house.page(other, canonical);
      case "link to JSON of its name" -> house.page(other, named);
      default -> {}
    }
    house.redirect("https://example.com/go/" + n, other);
    return switch (way.toLowerCase(Locale.ROOT)) {
      case "words" -> words(person, "New " + n + "\n\nSee " + address + ", " + name);
      case "forward" -> forwarded(words(person, "/card 1 withdrawnow\n\nWords."));
      case "edited message" -> edited(words(person, "New " + n + "\n\nWords."));
      case "json of its name", "json of an author's article" -> file(person, "a.json", named, "");
      case "json of its address" ->
          file(person, "a.json", json(n, "source_url", "http://www.example.com/" + n + "/"), "");
      case "json of two" -> file(person, "a.json", two(n, named), "");
      case "forwarded json of two" -> forwarded(file(person, "a.json", two(n, named), ""));
      case "/post with json" -> file(person, "a.json", named, "/post");
      case "front matter" ->
          file(
              person,
              "a.md",
              "---\nexternal_id: %s\nsource_url: %s\n---\n# New %d\n\nWords."
                  .formatted(name, address, n),
              "");
      case "html with canonical" -> file(person, "a.html", canonical, "");
      case "link" -> words(person, address);
      case "link to og:url" -> words(person, address + "/amp");
      case "foreign canonical", "link to json of its name" -> words(person, other);
      case "foreign after a redirect" -> words(person, "https://example.com/go/" + n);
      default -> throw new IllegalArgumentException(way);
    };
  }

  private static String json(int n, String column, String value) {
    return "{\"title\": \"New %d\", \"body\": \"Words.\", \"state\": \"queued\", \"%s\": \"%s\"}"
        .formatted(n, column, value);
  }

  private static String two(int n, String named) {
    return "[%s, {\"title\": \"Another %d\", \"body\": \"Words.\"}]".formatted(named, n);
  }

  private ObjectNode words(long person, String words) {
    return house.message(person, words);
  }

  private ObjectNode file(long person, String name, String text, String caption) {
    return house
        .world()
        .personSendsFile(person, "en", name, text.getBytes(UTF_8), caption)
        .deepCopy();
  }

  private static ObjectNode forwarded(ObjectNode update) {
    ((ObjectNode) update.get("message")).put("forward_date", 1);
    return update;
  }

  private static ObjectNode edited(ObjectNode update) {
    update.set("edited_message", update.remove("message"));
    return update;
  }

  /** All articles with all that they are, and all parts of posts, oldest first. */
  private List<String> everything() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT id || ' ' || state || ' ' || coalesce(external_id, '') || ' ' || title"
                    + " || body || coalesce(publish_at, '') || coalesce(reason, '') || revision"
                    + " || updated_at || coalesce(source_url, '') || images || priority"
                    + " FROM article ORDER BY id")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
