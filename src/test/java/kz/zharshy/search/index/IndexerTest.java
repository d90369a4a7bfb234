package kz.zharshy.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index follows its archive, whatever becomes of its folder. */
final class IndexerTest {
  @TempDir private Path temp;
  private Path file;
  private Path folder;
  private QueueDatabase database;
  private ArticleIndex index;
  private Indexer indexer;
  private final List<Long> progress = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    file = temp.resolve("queue.db");
    folder = ArticleIndex.folderOf(file);
    database = NewQueue.in(file);
    insert(1, "Мост через Иртыш");
    insert(2, "Новый мост построен");
    insert(3, "Школы и мосты");
    start();
  }

  @AfterEach
  void close() {
    stop();
    database.close();
  }

  @Test
  void untilTheArchiveIsReadASearchSaysSo() {
    assertThat(found("мост").coverage()).isEqualTo(Coverage.BUILDING);

    read();

    assertThat(found("мост").coverage()).isEqualTo(Coverage.WHOLE);
    assertThat(ids("мост")).containsExactly(2L, 1L, 3L);
    assertThat(progress).endsWith(100L);
  }

  @Test
  void whatComesIsChangedAndLeavesIsFollowed() throws SQLException {
    read();
    insert(4, "Мост закрыт");
    sql("UPDATE article SET title = 'Паром через Иртыш' WHERE id = 1");
    sql("UPDATE article SET state = 'withdrawn' WHERE id = 2");
    sql("DELETE FROM article WHERE id = 3");
    read();

    assertThat(ids("мост")).containsExactly(4L);
    assertThat(ids("паром")).containsExactly(1L);
    assertThat(ids("школа")).isEmpty();
  }

  @Test
  void whatAnotherProgramWritesRingsAndIsFoundOneStepLater()
      throws SQLException, InterruptedException {
    read();
    CountDownLatch bell = new CountDownLatch(1);
    database.onChange(bell::countDown);
    insert(4, "Мост закрыт");

    assertThat(bell.await(1, TimeUnit.MINUTES)).isTrue();
    Duration unused = indexer.step();
    assertThat(ids("мост")).containsExactly(4L, 2L, 1L, 3L);
  }

  @Test
  void itGoesOnWhereItEnded() throws SQLException {
    read();
    stop();
    insert(4, "Мост закрыт");
    start();

    assertThat(ids("мост")).containsExactly(2L, 1L, 3L);
    read();

    assertThat(ids("мост")).containsExactly(4L, 2L, 1L, 3L);
  }

  @Test
  void aFolderThatIsDeletedWhileItRunsIsNoticedAndBuiltAnew() throws SQLException, IOException {
    read();
    delete();

    assertThat(ids("мост")).containsExactly(2L, 1L, 3L);
    read();
    assertThat(Files.isDirectory(folder)).isTrue();
    insert(4, "Мост закрыт");
    read();

    assertThat(ids("мост")).containsExactly(4L, 2L, 1L, 3L);
    assertThat(found("мост").coverage()).isEqualTo(Coverage.WHOLE);
  }

  @Test
  void aFolderThatIsDeletedWhileNothingRunsIsBuiltAnew() throws IOException {
    read();
    stop();
    delete();
    start();

    assertThat(found("мост").coverage()).isEqualTo(Coverage.BUILDING);
    read();

    assertThat(ids("мост")).containsExactly(2L, 1L, 3L);
  }

  @Test
  void aBrokenIndexIsBuiltAnewWhicheverFileIsBroken() throws IOException {
    read();
    stop();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(one -> !one.endsWith("write.lock")).map(Path::getFileName).toList();
    }
    for (Path broken : files) {
      Files.write(folder.resolve(broken), new byte[] {1, 2, 3}, StandardOpenOption.CREATE);
      start();
      read();

      assertThat(ids("мост")).as("%s", broken).containsExactly(2L, 1L, 3L);
      stop();
    }
  }

  @Test
  void anIndexOfAnotherArchiveIsBuiltAnew() throws SQLException {
    read();
    stop();
    sql("UPDATE archive_state SET archive_id = 'restored'");
    start();

    assertThat(found("мост").hits()).isEmpty();
    read();

    assertThat(ids("мост")).containsExactly(2L, 1L, 3L);
  }

  @Test
  void whoFindsAnotherAtWorkWaits() {
    read();
    try (Indexer other = indexer()) {
      assertThat(other.step()).isEqualTo(Duration.ofSeconds(5));
      indexer.rest();

      assertThat(other.step()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void theWordItselfComesBeforeOtherFormsAndTheNewestOfEqualsFirst() throws SQLException {
    insert(4, "Мостами города");
    insert(5, "Под мостом нашли клад");
    insert(6, "Реконструкция", "Старый мост закрыт");
    read();

    assertThat(ids("мост")).containsExactly(2L, 1L, 6L, 5L, 4L, 3L);
    assertThat(ids("мостом")).startsWith(5L);
  }

  @Test
  void lettersThatFoldToTheSameAreToldApartInTheOrder() throws SQLException {
    sql("DELETE FROM article");
    insert(4, "kk", "Құн туралы", "");
    insert(5, "kk", "Күн туралы", "");
    read();

    assertThat(ids("құн", Language.KK)).containsExactly(4L, 5L);
    assertThat(ids("күн", Language.KK)).containsExactly(5L, 4L);
    assertThat(ids("кун", Language.KK)).containsExactly(5L, 4L);
  }

  @Test
  void wordsWithAHyphenAreFoundJoinedApartAndWithIt() throws SQLException {
    insert(4, "Запись он-лайн открыта");
    insert(5, "Запись онлайн открыта");
    insert(6, "Запись он лайн открыта");
    read();

    assertThat(ids("онлайн")).contains(4L, 5L);
    assertThat(ids("он-лайн")).containsExactlyInAnyOrder(4L, 5L, 6L);
    assertThat(ids("он лайн")).contains(4L, 6L);
  }

  @Test
  void aPartOfAWordIsFoundInHeadlinesWhereNothingElseIs() throws SQLException {
    insert(4, "Открыт Евроазиатбанкинвест");
    read();

    assertThat(ids("азиатбанк")).containsExactly(4L);
    assertThat(found("азиатбанк").exact()).isFalse();
  }

  private void start() {
    index = new ArticleIndex(folder, database.archiveChanges().archiveId());
    indexer = indexer();
  }

  private Indexer indexer() {
    return new Indexer(
        database.archiveChanges(), new BodyBlocks(), index, done -> progress.add(done));
  }

  private void stop() {
    indexer.close();
    index.close();
  }

  private void read() {
    while (indexer.step().isZero()) {
      // Reads all there is.
    }
  }

  private void delete() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path one : files) {
        Files.delete(one);
      }
    }
    Files.delete(folder);
  }

  private Found found(String words) {
    return new Search(index).find(words, Language.RU);
  }

  private List<Long> ids(String words) {
    return ids(words, Language.RU);
  }

  private List<Long> ids(String words, Language reader) {
    return new Search(index).find(words, reader).hits().stream().map(Hit::articleId).toList();
  }

  private void insert(long id, String title) throws SQLException {
    insert(id, title, "");
  }

  private void insert(long id, String title, String body) throws SQLException {
    insert(id, "ru", title, body);
  }

  private void insert(long id, String language, String title, String body) throws SQLException {
    sql(
        ("INSERT INTO article (id, language, title, body, state, published_at) VALUES (%d, '%s',"
                + " '%s', '%s', 'published', '2026-01-01T%02d:00:00Z')")
            .formatted(id, language, title, body.isEmpty() ? "x" : body, id));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }
}
