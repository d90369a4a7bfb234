package kz.zharshy.store;

import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.fault.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which databases are opened, and which are left as they are. */
final class OpeningTest {
  @TempDir Path folder;

  @Test
  void aDatabaseIsMadeWithItsFolders() {
    Path file = folder.resolve("new/folder/zharshy.db");

    QueueDatabase.open("jdbc:sqlite:" + file).close();

    assertThat(file).isRegularFile();
    assertThat(file.resolveSibling("zharshy.db-wal")).doesNotExist();
  }

  @Test
  void anEmptyFileBecomesADatabase() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.db"));

    QueueDatabase.open(file.toString()).close();

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void aDatabaseIsOpenedAgainWithItsArticles() {
    Path file = ours("again.db");

    try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
      assertThat(queue.articles().waiting(5)).hasSize(1);
    }
  }

  @Test
  void aClosedDatabaseSaysSo() {
    QueueDatabase queue = QueueDatabase.open(folder.resolve("closed.db").toString());
    queue.close();

    assertThatThrownBy(() -> queue.articles().waiting(1))
        .hasMessage("The database " + folder.resolve("closed.db") + " is closed.");
  }

  @Test
  @Proves({
    "corrupted, truncated, foreign or newer database file | refuses to start, says why"
        + " and what to do",
    "corrupted, truncated, foreign or newer database file | changes nothing"
  })
  void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "Купить хлеба\n".repeat(500));

    assertRefused(file, "is not a SQLite database");
  }

  @Test
  @Proves({
    "corrupted, truncated, foreign or newer database file | refuses to start, says why"
        + " and what to do",
    "corrupted, truncated, foreign or newer database file | changes nothing"
  })
  void anotherProgramsDatabaseIsLeftAlone() {
    Path file = folder.resolve("shop.db");
    sql(file, "CREATE TABLE customer (id INTEGER)", "INSERT INTO customer VALUES (1)");

    assertRefused(file, "belongs to another program (it has the tables customer)");
  }

  @Test
  void anotherProgramsDatabaseWithATableOfOurNameIsLeftAlone() {
    Path file = folder.resolve("site.db");
    sql(file, "CREATE TABLE article (id INTEGER, title TEXT)", "CREATE TABLE author (id INTEGER)");

    assertRefused(file, "belongs to another program (it has the tables article, author)");
  }

  @Test
  @Proves({
    "corrupted, truncated, foreign or newer database file | refuses to start, says why"
        + " and what to do",
    "corrupted, truncated, foreign or newer database file | changes nothing"
  })
  void aNewerDatabaseIsLeftAlone() {
    Path file = ours("newer.db");
    sql(file, "PRAGMA user_version = 999");

    assertRefused(
        file,
        "was made by a newer version of this program (schema 999; this one knows "
            + DatabaseCheck.SCHEMA
            + "). Start that version, or restore an older backup; nothing was changed.");
  }

  @Test
  void aDatabaseFromBeforeTheFirstReleaseIsLeftAloneAndItsArticlesCanBeTakenAlong() {
    Path file = ours("old.db");
    sql(
        file,
        "INSERT INTO article (title, state) VALUES ('В архиве', 'published')",
        "INSERT INTO article (title) VALUES ('Не вышла')",
        "UPDATE article SET state = 'failed' WHERE title = 'Не вышла'",
        "PRAGMA user_version = 13");
    String copy =
        "INSERT INTO article SELECT * FROM old.article"
            + " WHERE state IN ('draft', 'review', 'queued', 'held', 'published');"
            + " UPDATE article SET reason = NULL";

    assertRefused(
        file,
        "was made before the first release (schema 13). Commit 0f9ee5d of this program is the last"
            + " that runs it. To take its articles along, let this version make a new database and"
            + " copy them: sqlite3 NEW \"ATTACH '"
            + file
            + "' AS old; "
            + copy
            + "\". Nothing was changed.");

    Path fresh = folder.resolve("fresh.db");
    try (QueueDatabase queue = QueueDatabase.open(fresh.toString())) {
      sql(
          fresh,
          Stream.concat(Stream.of("ATTACH '" + file + "' AS old"), Stream.of(copy.split(";")))
              .toArray(String[]::new));
      assertThat(queue.articles().waiting(5)).extracting(Article::id).containsExactly(1L);
      assertThat(queue.archiveChanges().since(0, 5))
          .extracting(ArchiveChanges.Change::articleId)
          .containsExactly(2L);
    }
  }

  @Test
  @Proves({
    "corrupted, truncated, foreign or newer database file | refuses to start, says why"
        + " and what to do",
    "corrupted, truncated, foreign or newer database file | changes nothing"
  })
  void aTruncatedDatabaseIsLeftAlone() throws IOException {
    Path file = ours("cut.db");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(file, "is damaged");
  }

  @Test
  void aDatabaseCutInItsHeaderIsLeftAlone() throws IOException {
    Path file = ours("header.db");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 50));

    assertRefused(file, "is damaged");
  }

  @Test
  @Proves({
    "corrupted, truncated, foreign or newer database file | refuses to start, says why"
        + " and what to do",
    "corrupted, truncated, foreign or newer database file | changes nothing"
  })
  void aDatabaseWithOverwrittenPagesIsLeftAlone() throws IOException {
    Path file = ours("scratched.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096 * 3, 4096 * 6, (byte) 0x5a);
    Files.write(file, bytes);

    assertRefused(file, "is damaged");
  }

  @Test
  void aFolderIsNoDatabase() {
    assertThatThrownBy(() -> QueueDatabase.open(folder.toString()))
        .isInstanceOf(QueueException.class)
        .hasMessage(folder + " is a folder. Let `database` name a file in it, such as zharshy.db.");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> QueueDatabase.open(file.resolve("zharshy.db").toString()))
        .isInstanceOf(QueueException.class)
        .hasMessage(
            "The folder " + file + " of the database cannot be made. Make it, or name another.");
  }

  /** Not even root may write into this folder, so that nobody has to skip the test. */
  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    assertThatThrownBy(() -> QueueDatabase.open("/proc/zharshy.db"))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("/proc")
        .hasMessageContaining("right");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ":memory:", "jdbc:sqlite:", "jdbc:sqlite::memory:", "file:a.db?mode=ro"})
  void whatNamesNoFileIsRefused(String location) {
    assertThatThrownBy(() -> QueueDatabase.open(location))
        .isInstanceOf(QueueException.class)
        .hasMessage(
            "`database` is \""
                + location
                + "\", which names no file. Use a path: data/zharshy.db.");
  }

  @Test
  void postgresqlIsNotThereYet() {
    assertThatThrownBy(() -> QueueDatabase.open("jdbc:postgresql://localhost/zharshy"))
        .isInstanceOf(QueueException.class)
        .hasMessage("PostgreSQL is not supported yet. Let `database` name a SQLite file.");
  }

  @Test
  void theSchemaOfTheProgramIsThatOfItsNewestMigration() throws IOException {
    Path migrations = Path.of("src/main/resources/kz/zharshy/store/sqlite");
    try (Stream<Path> files = Files.list(migrations)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceAll("^V|__.*", "")))
          .extracting(Integer::valueOf)
          .contains(DatabaseCheck.SCHEMA)
          .allMatch(number -> number <= DatabaseCheck.SCHEMA);
    }
  }

  private Path ours(String name) {
    Path file = folder.resolve(name);
    try (QueueDatabase queue = QueueDatabase.open(file.toString())) {
      queue.articles().add(draft("Статья"), "test", NOON);
    }
    return file;
  }

  private void assertRefused(Path file, String words) {
    byte[] before = bytes(file);

    assertThatThrownBy(() -> QueueDatabase.open(file.toString()))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);

    assertThat(bytes(file)).isEqualTo(before);
    assertThat(names()).containsExactly(file.getFileName().toString());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
