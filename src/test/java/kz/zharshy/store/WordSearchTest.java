package kz.zharshy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.zharshy.language.Language;
import kz.zharshy.store.WordIndex.Entry;
import kz.zharshy.store.WordIndex.Place;
import kz.zharshy.store.WordIndex.Places;
import kz.zharshy.store.WordIndex.Unread;
import kz.zharshy.store.WordIndex.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

/** Searches among so many articles that words become common, however they came into the archive. */
final class WordSearchTest {
  private static final int FEW = 3_000;
  private static final int MANY = 6_500;
  private static final int ONE_BY_ONE = 30;
  private static final int LIMIT = 20;

  /** Said so often that they stand everywhere, and less and less. */
  private static final int VOCABULARY = 60;

  @TempDir static Path folder;
  private static final Random RANDOM = new Random(5);
  private static final Map<Long, Entry> ENTRIES = new LinkedHashMap<>();
  private static final Map<Long, Instant> TIMES = new LinkedHashMap<>();
  private static final Map<String, Long> STEPS_AMONG_FEW = new LinkedHashMap<>();
  private static Path file;
  private static QueueDatabase queue;

  @BeforeAll
  static void fill() throws SQLException {
    file = folder.resolve("queue.db");
    queue = QueueDatabase.open(file.toString());
    insert(1, FEW);
    STEPS_AMONG_FEW.putAll(steps());
    insert(FEW + 1, MANY);
    for (int id = MANY + 1; id <= MANY + ONE_BY_ONE; id++) {
      insert(id, id);
    }
  }

  @AfterAll
  static void close() {
    queue.close();
  }

  @Test
  void theNewestWithAllWordsAreFoundAsIfEachArticleWereRead() {
    for (int i = 0; i < 120; i++) {
      Wanted wanted = wanted();
      Places found = queue.words().newest(wanted, LIMIT);
      List<Place> all = readingAll(wanted);
      assertThat(found.newest()).as("%s", wanted).isSubsetOf(all);
      if (found.complete()) {
        assertThat(found.newest()).as("%s", wanted).isEqualTo(newest(all, wanted));
      }
    }
  }

  @Test
  void twoCommonWordsThatMeetOnceAreFoundThere() {
    Places found =
        queue.words().newest(all(Language.RU, List.of(Set.of("odd"), Set.of("even"))), LIMIT);

    assertThat(found.newest()).extracting(Place::articleId).containsExactly(17L);
    assertThat(found.complete()).isTrue();
  }

  @Test
  void whatAPhraseCostsIsBounded() {
    // Each article has both words, and none has them in this order.
    Wanted wanted =
        new Wanted(
            Language.RU,
            List.of(Set.of("first"), Set.of("second")),
            List.of(List.of("second", "first")),
            false);
    Places found = queue.words().newest(wanted, LIMIT);

    assertThat(found.newest()).isEmpty();
    assertThat(found.complete()).isFalse();
  }

  @Test
  void theWorkDoesNotGrowWithTheArchive() throws SQLException {
    Map<String, Long> steps = steps();

    assertThat(steps)
        .allSatisfy(
            (name, count) ->
                assertThat(count).as(name).isLessThan(2 * STEPS_AMONG_FEW.getOrDefault(name, 0L)));
  }

  @Test
  void aSearchLooksThroughFewPiecesOfTheIndex() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      long pieces =
          new Sql(connection).number("SELECT count(DISTINCT segid) FROM archive_words_idx");

      assertThat(pieces).isLessThan(8);
    }
  }

  /** What SQLite does for searches of every kind. */
  private static Map<String, Long> steps() throws SQLException {
    Map<String, Wanted> searches = new LinkedHashMap<>();
    searches.put("a common word", all(Language.RU, List.of(Set.of("w0"))));
    searches.put("two common words", all(Language.RU, List.of(Set.of("lead"), Set.of("story"))));
    searches.put("two that hardly meet", all(Language.RU, List.of(Set.of("odd"), Set.of("even"))));
    searches.put(
        "a rare one and a common one", all(Language.RU, List.of(Set.of("rare"), Set.of("w0"))));
    Map<String, Long> steps = new LinkedHashMap<>();
    for (Map.Entry<String, Wanted> search : searches.entrySet()) {
      steps.put(search.getKey(), steps(search.getValue()));
    }
    return steps;
  }

  private static long steps(Wanted wanted) throws SQLException {
    long[] steps = new long[1];
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Sql sql = new Sql(connection);
      ProgressHandler.setHandler(
          connection,
          1,
          new ProgressHandler() {
            @Override
            protected int progress() {
              steps[0]++;
              return 0;
            }
          });
      Places unused = WordSearch.places(sql, wanted, LIMIT);
      ProgressHandler.clearHandler(connection);
    }
    return steps[0];
  }

  /** In no order of time, in steps of different sizes; then some are changed and withdrawn. */
  private static void insert(int first, int last) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (id, title, state, published_at)"
                    + " VALUES (?, 'x', 'published', ?)")) {
      connection.setAutoCommit(false);
      for (long id = first; id <= last; id++) {
        Instant at = Instant.ofEpochSecond(1_700_000_000 + RANDOM.nextInt(50_000_000));
        TIMES.put(id, at);
        insert.setLong(1, id);
        insert.setString(2, at.toString());
        insert.executeUpdate();
      }
      connection.commit();
    }
    read();
    String some = " WHERE id > " + first + " AND id % 10 = ";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().executeUpdate("UPDATE article SET title = 'y'" + some + "3");
      connection
          .createStatement()
          .executeUpdate("UPDATE article SET state = 'withdrawn'" + some + "4");
    }
    ENTRIES.keySet().removeIf(id -> id > first && id % 10 == 4);
    read();
  }

  private static void read() {
    for (List<Unread> unread = queue.words().unread(700);
        !unread.isEmpty();
        unread = queue.words().unread(100 + RANDOM.nextInt(900))) {
      List<Entry> entries =
          unread.stream()
              .filter(one -> one.article().isPresent())
              .map(one -> entry(one.articleId()))
              .toList();
      entries.forEach(entry -> ENTRIES.put(entry.articleId(), entry));
      queue.words().store(unread, entries);
    }
  }

  private static Entry entry(long id) {
    Language language = id % 20 == 0 ? Language.KK : Language.RU;
    List<String> body = new ArrayList<>(words(8));
    body.add(id % 2 == 0 ? "even" : "odd");
    if (id == 17) {
      body.add("even");
    }
    if (id % 400 == 1) {
      body.add("rare");
    }
    Collections.shuffle(body, RANDOM);
    return new Entry(
        id,
        language,
        "lead story " + String.join(" ", words(3)),
        "first second " + String.join(" ", body));
  }

  private static List<String> words(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + (int) (Math.pow(VOCABULARY, RANDOM.nextDouble()) - 1))
        .toList();
  }

  private static Wanted wanted() {
    List<Set<String>> words = new ArrayList<>();
    int count = 1 + RANDOM.nextInt(3);
    for (int i = 0; i < count; i++) {
      words.add(Set.copyOf(words(1 + RANDOM.nextInt(2))));
    }
    List<List<String>> phrases = new ArrayList<>();
    if (RANDOM.nextInt(3) == 0) {
      List<String> phrase = words(2);
      phrase.forEach(word -> words.add(Set.of(word)));
      phrases.add(phrase);
    }
    boolean oneMayMiss = phrases.isEmpty() && RANDOM.nextInt(3) == 0;
    Language language = RANDOM.nextInt(5) == 0 ? Language.KK : Language.RU;
    return new Wanted(language, words, phrases, oneMayMiss);
  }

  private static Wanted all(Language language, List<Set<String>> words) {
    return new Wanted(language, words, List.of(), false);
  }

  private static List<Place> readingAll(Wanted wanted) {
    return ENTRIES.values().stream()
        .filter(entry -> entry.language() == wanted.language())
        .filter(entry -> holds(entry, wanted, false))
        .map(
            entry ->
                new Place(
                    entry.articleId(),
                    TIMES.getOrDefault(entry.articleId(), Instant.MAX),
                    holds(entry, wanted, true)))
        .sorted(Comparator.comparing(Place::at).thenComparing(Place::articleId).reversed())
        .toList();
  }

  private static List<Place> newest(List<Place> all, Wanted wanted) {
    Set<Place> newest = all.stream().limit(LIMIT).collect(Collectors.toSet());
    if (!wanted.oneMayMiss()) {
      all.stream().filter(Place::inTitle).limit(LIMIT).forEach(newest::add);
    }
    return all.stream().filter(newest::contains).toList();
  }

  private static boolean holds(Entry entry, Wanted wanted, boolean inTitle) {
    String text = " " + entry.title() + (inTitle ? " " : " | " + entry.body() + " ");
    Set<String> words = new HashSet<>(Arrays.asList(text.split(" ")));
    long missing = wanted.words().stream().filter(any -> Collections.disjoint(any, words)).count();
    boolean enough = wanted.words().size() > 1 && wanted.oneMayMiss();
    return missing <= (enough ? 1 : 0)
        && wanted.phrases().stream()
            .allMatch(phrase -> text.contains(" " + String.join(" ", phrase) + " "));
  }
}
