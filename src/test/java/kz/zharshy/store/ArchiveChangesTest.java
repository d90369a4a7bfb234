package kz.zharshy.store;

import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.claimed;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.parts;
import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;
import kz.zharshy.store.ArchiveChanges.Change;
import org.junit.jupiter.api.Test;

/**
 * What an index outside of the database hears of the archive, and how the list behind it drains.
 */
final class ArchiveChangesTest extends QueueFile {
  private static final String PUBLISHED =
      "INSERT INTO article (external_id, title, section, state, published_at) VALUES"
          + " ('%s', '%s', 'Город', 'published', '2026-01-02T03:04:05Z')";

  @Test
  void anArticleThatComesOutHasAVersionAndTheTimeOfItsPost() {
    Article published = publish("Вышла");
    queue.articles().add(draft("Ждёт"), "test", NOON);

    assertThat(changes()).containsExactly("1 Вышла 2026-11-22T12:00:00Z");
    assertThat(since(0).get(0).articleId()).isEqualTo(published.id());
    assertThat(queue.archiveChanges().newestVersion()).isEqualTo(1);
  }

  @Test
  void anArticleThatAnotherProgramKeepsHereHasTheTimeOfItsSite() {
    sql(file, PUBLISHED.formatted("a", "Старая"));

    assertThat(changes()).containsExactly("1 Старая 2026-01-02T03:04:05Z");
    assertThat(queue.archive().latest(Set.of(), 0, 5))
        .extracting(Archive.Entry::title, Archive.Entry::language)
        .containsExactly(tuple("Старая", Language.RU));
  }

  @Test
  void aChangedArticleHasItsNewestVersionOnly() {
    sql(file, PUBLISHED.formatted("a", "Первая"), PUBLISHED.formatted("b", "Вторая"));
    assertThat(changes()).hasSize(2);

    sql(file, "UPDATE article SET title = 'Первая, исправлена' WHERE external_id = 'a'");
    sql(file, "UPDATE article SET title = 'Первая, уточнена' WHERE external_id = 'a'");

    assertThat(changes())
        .containsExactly(
            "2 Вторая 2026-01-02T03:04:05Z", "3 Первая, уточнена 2026-01-02T03:04:05Z");
    assertThat(since(2)).hasSize(1);
    assertThat(since(3)).isEmpty();
  }

  @Test
  void oldestChangesComeFirstAndNoMoreThanAreAskedFor() {
    for (int i = 1; i <= 5; i++) {
      sql(file, PUBLISHED.formatted("n" + i, "Статья " + i));
    }

    assertThat(queue.archiveChanges().since(1, 2))
        .extracting(Change::version)
        .containsExactly(2L, 3L);
  }

  @Test
  void anArticleThatLeavesIsStillToldOf() {
    sql(file, PUBLISHED.formatted("a", "Первая"), PUBLISHED.formatted("b", "Вторая"));
    assertThat(changes()).hasSize(2);

    sql(file, "UPDATE article SET state = 'withdrawn' WHERE external_id = 'a'");
    sql(file, "DELETE FROM article WHERE external_id = 'b'");

    assertThat(changes())
        .containsExactly("3 gone 2026-01-02T03:04:05Z", "4 gone 2026-01-02T03:04:05Z");
    assertThat(queue.archive().sections()).isEmpty();
  }

  @Test
  void anArticleThatComesBackCountsFromAnew() {
    sql(file, PUBLISHED.formatted("a", "Первая"));
    assertThat(changes()).hasSize(1);
    sql(file, "UPDATE article SET state = 'withdrawn'");
    assertThat(changes()).containsExactly("2 gone 2026-01-02T03:04:05Z");

    sql(file, "UPDATE article SET state = 'published', published_at = '2026-02-02T00:00:00Z'");

    assertThat(changes()).containsExactly("3 Первая 2026-02-02T00:00:00Z");
    assertThat(queue.archive().sections()).containsExactly("Город");
  }

  @Test
  void aReplacedRowKeepsItsPlace() {
    sql(file, PUBLISHED.formatted("a", "Первая"));
    assertThat(changes()).hasSize(1);

    sql(file, "REPLACE" + PUBLISHED.formatted("a", "Иначе").substring("INSERT".length()));

    assertThat(changes()).containsExactly("2 Иначе 2026-01-02T03:04:05Z");
    assertThat(since(0).get(0).articleId()).isEqualTo(1);
  }

  @Test
  void whatTheBotDoesHasItsConsequencesInTheSameCommit() throws SQLException {
    publish("Вышла");

    assertThat(number("SELECT count(*) FROM change")).isZero();
    assertThat(queue.archive().latest(Set.of(), 0, 5)).hasSize(1);
    assertThat(queue.outbox().cameOut(5)).hasSize(1);
  }

  @Test
  void aWholeArchiveIsTakenInPieceByPiece() throws SQLException {
    StringBuilder rows =
        new StringBuilder("INSERT INTO article (title, state) VALUES ('0', 'draft')");
    for (int i = 1; i < 1_200; i++) {
      rows.append(", ('").append(i).append("', 'published')");
    }
    sql(file, rows.toString());

    assertThat(queue.archiveChanges().since(0, 2_000)).hasSize(499);
    assertThat(queue.archiveChanges().since(0, 2_000)).hasSize(999);
    assertThat(queue.archiveChanges().since(0, 2_000)).hasSize(1_199);
    assertThat(number("SELECT count(*) FROM change")).isZero();
  }

  @Test
  void aRowThatIsCommittedUnderALowerNumberIsNotPassedOver() {
    sql(file, PUBLISHED.formatted("a", "Первая"), PUBLISHED.formatted("b", "Вторая"));
    // As where transactions run side by side: the first one's row shows only later.
    sql(file, "UPDATE change SET seq = seq + 100 WHERE seq = 1");
    assertThat(changes()).hasSize(2);

    sql(file, "INSERT INTO change (seq, article_id, what) VALUES (1, 1, 'changed')");

    assertThat(since(2)).extracting(Change::articleId).containsExactly(1L);
  }

  @Test
  void aRestoredBackupIsAnotherArchive() throws SQLException {
    sql(file, PUBLISHED.formatted("a", "Первая"));
    Path backup = new Backup(file.toString()).to(folder.resolve("backup.db"));
    String before = queue.archiveChanges().archiveId();
    reopen();
    assertThat(queue.archiveChanges().archiveId()).isEqualTo(before).isNotBlank();
    queue.close();

    new Restore(file.toString()).from(backup, NOON);
    queue = QueueDatabase.open(file.toString());

    assertThat(queue.archiveChanges().archiveId()).isNotEqualTo(before).isNotBlank();
    assertThat(changes()).containsExactly("1 Первая 2026-01-02T03:04:05Z");
  }

  @Test
  void theHistoryNamesEachWriterAndKeepsNoNameBehind() throws SQLException {
    Article article = queue.articles().add(draft("Наша"), "telegram:7", NOON).article();
    sql(file, "UPDATE article SET title = 'Чужая рука'");

    assertThat(queue.articles().history(article.id()))
        .extracting(line -> line.actor() + " " + line.event())
        .containsExactly("telegram:7 added", "sql changed");
    assertThat(queue.articles().history(article.id()).get(0).at()).isEqualTo(NOON);
    assertThat(queue.articles().history(article.id()).get(1).at()).isNotEqualTo(NOON);
    assertThat(number("SELECT count(*) FROM session")).isZero();
  }

  private Article publish(String title) {
    Article article = claimed(queue, draft(title));
    Delivery part = queue.ledger().plan(article.id(), CHANNEL, parts("a"), NOON).get(0);
    queue.ledger().sending(part.id(), NOON);
    queue.ledger().sent(part.id(), 5, 5, NOON);
    return article;
  }

  private List<Change> since(long version) {
    return queue.archiveChanges().since(version, 10);
  }

  private List<String> changes() {
    return since(0).stream().map(ArchiveChangesTest::words).toList();
  }

  private static String words(Change change) {
    Article article = change.article();
    Instant at = change.at();
    return change.version()
        + " "
        + (article == null ? "gone" : article.content().title())
        + " "
        + at;
  }

  private long number(String question) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows = connection.createStatement().executeQuery(question)) {
      return rows.getLong(1);
    }
  }
}
