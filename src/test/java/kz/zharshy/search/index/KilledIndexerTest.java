package kz.zharshy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.zharshy.language.Language;
import kz.zharshy.search.Search;
import kz.zharshy.search.Search.Coverage;
import kz.zharshy.search.Search.Found;
import kz.zharshy.search.Search.Hit;
import kz.zharshy.source.body.BodyBlocks;
import kz.zharshy.store.NewQueue;
import kz.zharshy.store.QueueDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever fills an index may be killed before or after any change of a file. */
@Tag("slow")
final class KilledIndexerTest {
  private static final int ARTICLES = 6;

  /** As many as lead to parts being merged. */
  private static final int CHANGES = 6;

  @TempDir private Path temp;
  private QueueDatabase database;
  private Connection connection;
  private int changes;

  @BeforeEach
  void open() throws SQLException {
    Path file = temp.resolve("queue.db");
    database = NewQueue.in(file);
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    sql("PRAGMA synchronous = OFF");
    for (int id = 1; id <= ARTICLES; id++) {
      sql(
          ("INSERT INTO article (id, language, title, state, published_at)"
                  + " VALUES (%d, 'ru', 'Мост', 'published', '2026-01-01T%02d:00:00Z')")
              .formatted(id, id));
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void theIndexIsUsableAfterAKillOrAPowerFailureAtAnyMoment() throws IOException, SQLException {
    int kills = 0;
    int runs = 0;
    boolean killed = true;
    while (killed) {
      // The first building of the index moment by moment, later ones here and there.
      kills += 1 + kills / 20;
      Path folder = temp.resolve("index-" + kills);
      MortalDisk disk = new MortalDisk(kills);
      live(folder, disk);
      runs++;
      killed = disk.isDead();
      if (runs % 2 == 0 && Files.isDirectory(folder)) {
        disk.losePower(folder);
      }
      revive(folder);
    }

    assertThat(kills).isGreaterThan(150);
  }

  private void live(Path folder, MortalDisk disk) throws SQLException {
    try (ArticleIndex index =
            new ArticleIndex(folder, database.archiveChanges().archiveId(), disk::open);
        Indexer indexer = indexer(index)) {
      read(indexer);
      for (int i = 0; i < CHANGES && !disk.isDead(); i++) {
        change();
        read(indexer);
      }
    }
  }

  /** One article after another gets a new title, but the first, which leaves and comes back. */
  private void change() throws SQLException {
    changes++;
    sql("UPDATE article SET title = 'Мост %d' WHERE id = %d".formatted(changes, changed()));
    String state = isFirstGone() ? "withdrawn" : "published";
    sql("UPDATE article SET state = '%s' WHERE id = 1".formatted(state));
  }

  private long changed() {
    return 2L + changes % (ARTICLES - 1);
  }

  private boolean isFirstGone() {
    return changes % 3 == 0;
  }

  private void revive(Path folder) throws SQLException {
    try (ArticleIndex index = new ArticleIndex(folder, database.archiveChanges().archiveId());
        Indexer indexer = indexer(index)) {
      assertThat(ids(found(index, "мост"))).isSubsetOf(6L, 5L, 4L, 3L, 2L, 1L);
      change();
      read(indexer);

      Found all = found(index, "мост");
      assertThat(all.coverage()).isEqualTo(Coverage.WHOLE);
      assertThat(ids(all)).hasSize(isFirstGone() ? ARTICLES - 1 : ARTICLES);
      assertThat(ids(found(index, "мост " + changes))).startsWith(changed());
    }
  }

  private Indexer indexer(ArticleIndex index) {
    return new Indexer(database.archiveChanges(), new BodyBlocks(), index, done -> {});
  }

  private static void read(Indexer indexer) {
    while (indexer.step().isZero()) {
      // Reads all there is.
    }
  }

  private static Found found(ArticleIndex index, String words) {
    return new Search(index).find(words, Language.RU);
  }

  private static List<Long> ids(Found found) {
    return found.hits().stream().map(Hit::articleId).toList();
  }

  private void sql(String statement) throws SQLException {
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
