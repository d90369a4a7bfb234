package kz.zharshy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.zharshy.language.Language;
import kz.zharshy.search.terms.TypoVariants;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search looks at is bounded, however large the archive and whatever its words. */
final class SearchWorkTest {
  private static final int FEW = 1_500;
  private static final int MANY = 6_000;
  private static final int LIMIT = 20;

  /** The parts of an index, in each of which a search begins anew. */
  private static final int MOST_PARTS = 12;

  @TempDir private Path temp;
  private Path file;
  private QueueDatabase database;
  private ArticleIndex index;

  @BeforeEach
  void open() throws SQLException {
    file = temp.resolve("queue.db");
    database = NewQueue.in(file);
    index = new ArticleIndex(ArticleIndex.folderOf(file), database.archiveChanges().archiveId());
  }

  @AfterEach
  void close() {
    index.close();
    database.close();
  }

  @Test
  void itDoesNotGrowWithTheArchive() throws SQLException {
    insert(1, FEW);
    Map<String, Long> amongFew = work();
    insert(FEW + 1, MANY);

    assertThat(work())
        .allSatisfy(
            (search, work) ->
                assertThat(work)
                    .as(search)
                    .isLessThanOrEqualTo(amongFew.getOrDefault(search, 0L) + LIMIT * MOST_PARTS));
  }

  @Test
  void ofAPhraseOnlyTheNewestArticlesAreRead() throws SQLException {
    insert(1, MANY);

    try (IndexReading reading = index.read()) {
      // Each article has both words, and none has them in this order.
      Places found = reading.find(phrase("report", "lead"), LIMIT);

      assertThat(found.places()).isEmpty();
      assertThat(found.complete()).isFalse();
      assertThat(reading.work()).isLessThan(3_000 + LIMIT * MOST_PARTS);
    }
  }

  @Test
  void wordsThatStandNowhereAreNotLookedUp() throws SQLException {
    insert(1, FEW);

    try (IndexReading reading = index.read()) {
      Set<String> misspelt = TypoVariants.of("reporrt");

      assertThat(misspelt).hasSizeGreaterThan(300);
      assertThat(reading.known(Language.EN, misspelt)).containsExactly("report");
      assertThat(reading.work()).isLessThan(10);
    }
  }

  private Map<String, Long> work() {
    Map<String, Consumer<IndexReading>> searches = new LinkedHashMap<>();
    searches.put("a common word", reading -> reading.find(all("lead"), LIMIT));
    searches.put("two common words", reading -> reading.find(all("lead", "report"), LIMIT));
    searches.put("two that never meet", reading -> reading.find(all("odd", "even"), LIMIT));
    searches.put("a rare and a common one", reading -> reading.find(all("seldom", "lead"), LIMIT));
    searches.put("a phrase", reading -> reading.find(phrase("lead", "report"), LIMIT));
    searches.put("a part", reading -> reading.findParts(Language.EN, List.of("epor"), LIMIT));
    searches.put("a beginning", reading -> reading.beginningWith(Language.EN, "n", LIMIT));
    Map<String, Long> work = new LinkedHashMap<>();
    searches.forEach(
        (name, search) -> {
          try (IndexReading reading = index.read()) {
            search.accept(reading);
            work.put(name, reading.work());
          }
        });
    return work;
  }

  private static Wanted all(String... words) {
    return new Wanted(Language.EN, words(words), List.of(), false);
  }

  private static Wanted phrase(String... words) {
    return new Wanted(Language.EN, words(words), List.of(List.of(words)), false);
  }

  private static List<Wanted.Word> words(String... words) {
    return List.of(words).stream().map(word -> new Wanted.Word(word, word, Set.of(word))).toList();
  }

  private void insert(int first, int last) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article (language, title, body, state, published_at) VALUES ('en',"
                    + " 'lead report', ?, 'published',"
                    + " strftime('%Y-%m-%dT%H:%M:%SZ', '2026-01-01', '+' || ? || ' minutes'))")) {
      connection.setAutoCommit(false);
      for (int i = first; i <= last; i++) {
        String rare = i % 400 == 1 ? " seldom" : "";
        insert.setString(1, (i % 2 == 0 ? "even" : "odd") + rare + " n" + i);
        insert.setInt(2, i);
        insert.executeUpdate();
      }
      connection.commit();
    }
    try (Indexer indexer =
        new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {})) {
      while (indexer.step().isZero()) {
        // Reads all there is.
      }
    }
  }
}
