package kz.zharshy.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static kz.zharshy.store.Samples.CHANNEL;
import static kz.zharshy.store.Samples.NOON;
import static kz.zharshy.store.Samples.claimed;
import static kz.zharshy.store.Samples.draft;
import static kz.zharshy.store.Samples.parts;
import static kz.zharshy.store.Samples.routed;
import static kz.zharshy.store.Samples.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.store.ArticleQueue.HistoryLine;
import kz.zharshy.store.Restore.Restored;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import org.junit.jupiter.api.Test;

final class BackupTest extends QueueFile {
  private static final Reason HELD = Reason.of(ReasonCode.RESTORED);

  @Test
  void aBackupIsMadeWhileOthersWrite() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(20);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                queue.articles().add(draft("Пишем дальше"), "test", NOON);
                writing.countDown();
              }
            });
    assertThat(writing.await(30, SECONDS)).isTrue();

    Path backup = backUp("backup.db");

    enough.set(true);
    writer.get(30, SECONDS);
    try (QueueDatabase copy = QueueDatabase.open(backup.toString())) {
      assertThat(copy.articles().count(ArticleState.QUEUED))
          .isBetween(20, queue.articles().count(ArticleState.QUEUED));
    }
    assertThat(names()).doesNotContain("backup.db.partial");
  }

  @Test
  void aBackupReplacesAnEarlierOneOfItsName() {
    backUp("nightly/backup.db");
    queue.articles().add(draft("Новая"), "test", NOON);
    Path backup = backUp("nightly/backup.db");

    try (QueueDatabase copy = QueueDatabase.open(backup.toString())) {
      assertThat(copy.articles().waiting(5)).hasSize(1);
    }
  }

  @Test
  void aBackupNeverTakesTheNameOfSomethingElse() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.txt"), "Дорогая редакция!");

    assertThatThrownBy(() -> backUp("letter.txt"))
        .hasMessage(letter + " is not a backup of ours. Name another file for the backup.");
    assertThatThrownBy(() -> backUp("queue.db"))
        .hasMessage(file + " is the database itself. Name another file for the backup.");
    assertThatThrownBy(() -> backUp("."))
        .hasMessage(folder + " is a folder. Name a file in it for the backup.");
    assertThat(letter).hasContent("Дорогая редакция!");
  }

  @Test
  void whatIsNotThereIsNotBackedUp() {
    Path missing = folder.resolve("missing.db");

    assertThatThrownBy(() -> new Backup(missing.toString()))
        .hasMessage("There is no database " + missing + ", so there is nothing to back up.");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aDamagedDatabaseGivesNoBackup() throws IOException {
    fill();
    queue.close();
    damage(file);

    assertThatThrownBy(() -> backUp("backup.db"))
        .isInstanceOfSatisfying(
            QueueException.class, e -> assertThat(e.kind()).isEqualTo(QueueException.Kind.CORRUPT));
    assertThat(names()).doesNotContain("backup.db", "backup.db.partial");
  }

  @Test
  void whatWasPublishedIsRestoredAndWhatWaitedIsHeld() {
    Article published = claimed(queue, draft("Вышла"));
    Delivery part = queue.ledger().plan(published.id(), CHANNEL, parts("a"), NOON).get(0);
    queue.ledger().sending(part.id(), NOON);
    queue.ledger().sent(part.id(), 5, 5, NOON);
    Article waiting = routed(queue, draft("Ждала"));
    queue.updates().store(List.of(new RawUpdate(1, "{}", 42, false, 0)), NOON);
    Path backup = backUp("backup.db");
    Article later = queue.articles().add(draft("Позже"), "test", NOON).article();
    queue.close();

    Restored restored = new Restore(file.toString()).from(backup, NOON);
    queue = QueueDatabase.open(file.toString());

    Path former = folder.resolve("queue.db.before-restore-20261122-120000");
    assertThat(restored).isEqualTo(new Restored(file, Optional.of(former), 1));
    assertThat(queue.ledger().latest(5)).extracting("messageId").containsExactly(5L);
    Article held = queue.articles().find(waiting.id()).orElseThrow();
    assertThat(held.state()).isEqualTo(ArticleState.HELD);
    assertThat(held.reason()).isEqualTo(HELD);
    assertThat(queue.articles().history(waiting.id()))
        .last()
        .isEqualTo(new HistoryLine(NOON, "restore", "held", HELD));
    assertThat(queue.articles().find(later.id())).isEmpty();
    assertThat(queue.updates().next(Set.of())).isEmpty();
    assertThat(queue.updates().nextOffset()).isEqualTo(2);
    try (QueueDatabase before = QueueDatabase.open(former.toString())) {
      assertThat(before.articles().find(later.id())).isPresent();
    }
  }

  @Test
  void aSecondRestoreInTheSameSecondKeepsBothFormerDatabases() {
    Path backup = backUp("backup.db");
    queue.close();

    new Restore(file.toString()).from(backup, NOON);
    new Restore(file.toString()).from(backup, NOON);

    assertThat(names())
        .contains(
            "queue.db.before-restore-20261122-120000", "queue.db.before-restore-20261122-120000-2");
  }

  @Test
  void aBackupIsRestoredWhereThereIsNoDatabase() {
    queue.articles().add(draft("Ждала"), "test", NOON);
    Path backup = backUp("backup.db");
    Path place = folder.resolve("new/zharshy.db");

    Restored restored = new Restore(place.toString()).from(backup, NOON);

    assertThat(restored).isEqualTo(new Restored(place, Optional.empty(), 1));
    try (QueueDatabase fresh = QueueDatabase.open(place.toString())) {
      assertThat(fresh.articles().count(ArticleState.HELD)).isEqualTo(1);
    }
  }

  @Test
  void aDamagedDatabaseIsReplacedAndKept() throws IOException {
    fill();
    Path backup = backUp("backup.db");
    queue.close();
    Files.writeString(file, "Здесь была база.");
    Files.writeString(folder.resolve("queue.db-wal"), "И журнал.");

    Restored restored = new Restore(file.toString()).from(backup, NOON);

    Path former = restored.former().orElseThrow();
    assertThat(former).hasContent("Здесь была база.");
    assertThat(DatabaseFile.beside(former, "-wal")).hasContent("И журнал.");
    queue = QueueDatabase.open(file.toString());
    assertThat(queue.articles().count(ArticleState.HELD)).isEqualTo(50);
  }

  @Test
  void aDatabaseInUseIsNotReplaced() {
    Path backup = backUp("backup.db");
    queue.articles().add(draft("Позже"), "test", NOON);

    assertThatThrownBy(() -> new Restore(file.toString()).from(backup, NOON))
        .hasMessage(
            "The database "
                + file
                + " is in use. Stop the bot, and whatever else has it open; nothing was changed.");
    assertThat(queue.articles().waiting(5)).hasSize(1);
    assertThat(names()).noneMatch(name -> name.contains("restor"));
  }

  @Test
  void onlyASoundBackupOfOursIsRestored() throws IOException {
    fill();
    Path damaged = backUp("damaged.db");
    damage(damaged);
    Path foreign = folder.resolve("foreign.db");
    sql(foreign, "CREATE TABLE customer (id INTEGER)");
    Path newer = backUp("newer.db");
    sql(newer, "PRAGMA user_version = 999");
    queue.close();
    byte[] before = Files.readAllBytes(file);

    for (Path backup : List.of(damaged, foreign, newer, file, folder.resolve("missing.db"))) {
      assertThatThrownBy(() -> new Restore(file.toString()).from(backup, NOON))
          .as(backup.toString())
          .isInstanceOf(QueueException.class)
          .hasMessageContaining(backup.toString());
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(names()).noneMatch(name -> name.contains("restor"));
  }

  private Path backUp(String name) {
    return new Backup(file.toString()).to(folder.resolve(name));
  }

  /** Makes the database large enough to be damaged in its middle. */
  private void fill() {
    for (int i = 0; i < 50; i++) {
      queue.articles().add(draft("Длинная статья ".repeat(100)), "test", NOON);
    }
  }

  private static void damage(Path database) throws IOException {
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 16384, (byte) 0x5a);
    Files.write(database, bytes);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
