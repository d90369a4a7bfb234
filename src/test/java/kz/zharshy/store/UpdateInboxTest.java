package kz.zharshy.store;

import static kz.zharshy.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import kz.zharshy.fault.Proves;
import kz.zharshy.store.UpdateInbox.RawUpdate;
import kz.zharshy.store.UpdateInbox.StoredUpdate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sqlite.ProgressHandler;

final class UpdateInboxTest extends QueueFile {
  @Test
  @Proves("the same update delivered twice | handled once")
  void updatesAreHandledInTheirOrderAndOnce() {
    UpdateInbox inbox = queue.updates();
    assertThat(inbox.nextOffset()).isZero();
    assertThat(inbox.store(List.of(update(12), update(11)), NOON)).isEqualTo(2);
    assertThat(inbox.store(List.of(update(12), update(13)), NOON)).isEqualTo(1);
    assertThat(inbox.nextOffset()).isEqualTo(14);

    for (int id = 11; id <= 13; id++) {
      assertThat(inbox.next(Set.of())).contains(waiting(id, 0));
      inbox.done(id, 0, NOON);
    }

    assertThat(inbox.next(Set.of())).isEmpty();
    assertThat(inbox.store(List.of(update(11)), NOON)).isZero();
    assertThat(inbox.next(Set.of())).isEmpty();
  }

  @Test
  void linesWithAnUpdateInHandArePassedOver() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(of(7, 1), of(7, 2), of(8, 3)), NOON);

    assertThat(next(Set.of(7L))).contains(3L);
    assertThat(next(Set.of(7L, 8L))).isEmpty();
    inbox.done(1, 0, NOON);
    assertThat(next(Set.of(8L))).contains(2L);
  }

  @Test
  void chatsAreAnsweredByTurnAndEachInItsOrder() {
    queue
        .updates()
        .store(List.of(of(7, 1), of(7, 2), of(7, 3), of(7, 4), of(8, 5), of(8, 6), of(9, 7)), NOON);

    assertThat(workedOff(2)).containsExactly(1L, 5L);
    reopen();
    queue.updates().store(List.of(of(5, 8), of(8, 9)), NOON);

    assertThat(workedOff(9)).containsExactly(7L, 2L, 6L, 8L, 3L, 9L, 4L);
  }

  @Test
  void aReaderBehindAFloodWaitsForOneUpdateOfIt() {
    queue.updates().store(LongStream.rangeClosed(1, 90).mapToObj(id -> of(7, id)).toList(), NOON);
    assertThat(workedOff(10)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);

    queue.updates().store(List.of(of(8, 91)), NOON);

    assertThat(workedOff(3)).containsExactly(11L, 91L, 12L);
  }

  @Test
  void theNewsroomGoesBeforeReaders() {
    queue.updates().store(List.of(of(7, 1), of(7, 2), of(8, 3)), NOON);
    queue
        .updates()
        .store(List.of(newsrooms(5, 4), newsrooms(5, 5), of(9, 6), newsrooms(6, 7)), NOON);

    assertThat(workedOff(7)).containsExactly(4L, 7L, 5L, 1L, 3L, 6L, 2L);
  }

  @Test
  void aReadersLineHasAnEndAndTheNewsroomsHasNone() {
    UpdateInbox inbox = queue.updates();
    List<RawUpdate> flood = LongStream.rangeClosed(1, 150).mapToObj(id -> of(7, id)).toList();
    assertThat(inbox.store(flood, NOON)).isEqualTo(100);
    assertThat(inbox.nextOffset()).isEqualTo(101);
    inbox.done(1, 0, NOON);
    assertThat(inbox.store(List.of(of(7, 151), of(7, 152), of(8, 153)), NOON)).isEqualTo(2);

    List<RawUpdate> work =
        LongStream.rangeClosed(201, 350).mapToObj(id -> newsrooms(5, id)).toList();
    assertThat(inbox.store(work, NOON)).isEqualTo(150);
    List<RawUpdate> counts =
        LongStream.rangeClosed(401, 550).mapToObj(id -> of(UpdateInbox.NO_LINE, id)).toList();
    assertThat(inbox.store(counts, NOON)).isEqualTo(150);
  }

  @Test
  void whatWaitedInAnEarlierVersionIsAnsweredByTurn() throws SQLException {
    queue.close();
    file = folder.resolve("earlier.db");
    Flyway.configure()
        .dataSource(Sqlite.source(file, true))
        .locations("classpath:kz/zharshy/store/sqlite")
        .target("17")
        .load()
        .migrate();
    try (Connection connection = connection()) {
      PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO telegram_update (update_id, received_at, json) VALUES (?, ?, ?)");
      for (int id = 1; id <= 4; id++) {
        insert.setInt(1, id);
        insert.setString(2, NOON.toString());
        insert.setString(
            3, id == 4 ? "not JSON" : "{\"message\":{\"chat\":{\"id\":%d}}}".formatted(id / 3));
        insert.execute();
      }
    }
    queue = QueueDatabase.open(file.toString());
    queue.updates().store(List.of(of(1, 5), newsrooms(5, 6)), NOON);

    assertThat(workedOff(9)).containsExactly(6L, 1L, 3L, 2L, 5L, 4L);
  }

  @Test
  void whoseAnUpdateWasIsNotKept() throws SQLException {
    queue.updates().store(List.of(of(7, 1), of(7, 2)), NOON);
    queue.updates().done(1, 0, NOON);

    try (Connection connection = connection()) {
      assertThat(
              connection
                  .createStatement()
                  .executeQuery("SELECT group_concat(line) FROM telegram_update")
                  .getString(1))
          .isEqualTo("0,7");
    }
  }

  /** Counted in instructions of the database, so it says the same on any machine. */
  @Test
  void howManyWaitMakesNoDifferenceToTheWorkOfOneStep() throws SQLException {
    fill(1, 300);
    List<Integer> few = work(100_000);
    fill(301, 30_000);

    assertThat(work(200_000)).isEqualTo(few);
  }

  /** What it costs to choose, read, finish and store one. */
  private List<Integer> work(long id) throws SQLException {
    queue.updates().store(List.of(of(id, id), of(id, id + 1)), NOON);
    try (Connection connection = connection()) {
      return List.of(
          steps(connection, SqlUpdateInbox.TURNS, 1),
          steps(connection, SqlUpdateInbox.ONE, 7),
          steps(connection, SqlUpdateInbox.FULL, id),
          steps(connection, SqlUpdateInbox.DONE, NOON.toString(), id),
          steps(connection, SqlUpdateInbox.DONE, NOON.toString(), id + 1),
          steps(connection, SqlUpdateInbox.STORE, id + 2, NOON.toString(), "{}", id, 1),
          steps(connection, SqlUpdateInbox.STORE, id + 3, NOON.toString(), "{}", id, 1));
    }
  }

  private static int steps(Connection connection, String sql, Object... values)
      throws SQLException {
    AtomicInteger steps = new AtomicInteger();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      ProgressHandler.setHandler(
          connection,
          1,
          new ProgressHandler() {
            @Override
            protected int progress() {
              steps.incrementAndGet();
              return 0;
            }
          });
      if (statement.execute()) {
        statement.getResultSet().next();
      }
      ProgressHandler.clearHandler(connection);
    }
    return steps.get();
  }

  /** Chats with three updates each. */
  private void fill(long from, long until) {
    queue
        .updates()
        .store(
            LongStream.rangeClosed(from, until).mapToObj(id -> of(1000 + id / 3, id)).toList(),
            NOON);
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** The next ones in the order in which they are given out, each done before the next. */
  private List<Long> workedOff(int most) {
    List<Long> order = new ArrayList<>();
    Optional<Long> next = next(Set.of());
    while (next.isPresent() && order.size() < most) {
      order.add(next.get());
      queue.updates().done(next.get(), 0, NOON);
      next = next(Set.of());
    }
    return order;
  }

  private Optional<Long> next(Set<Long> inHand) {
    return queue.updates().next(inHand).map(StoredUpdate::id);
  }

  private static RawUpdate of(long chat, long id) {
    return new RawUpdate(id, json(id), chat, false, 0);
  }

  private static RawUpdate newsrooms(long chat, long id) {
    return new RawUpdate(id, json(id), chat, true, 0);
  }

  @Test
  @Proves("an update that cannot be read or whose handler throws | set aside after a few tries")
  void anUpdateWhoseHandlingFailsIsSetAsideAfterTheThirdTry() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(1), update(2)), NOON);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(inbox.next(Set.of())).contains(waiting(1, tries));
      inbox.failed(1, "cannot be read", NOON);
    }

    assertThat(inbox.next(Set.of())).contains(waiting(2, 0));
  }

  @Test
  void theOffsetFollowsTelegramWhenItBeginsAnewAtALowerNumber() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(900_000_001)), NOON);
    inbox.store(List.of(update(400_000_001)), NOON.plus(Duration.ofDays(8)));

    assertThat(inbox.nextOffset()).isEqualTo(400_000_002);
  }

  @Test
  void whatWasHandledLongAgoIsForgottenButNotTheOffset() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(update(1), update(2)), NOON);
    inbox.done(1, 0, NOON);
    inbox.done(2, 0, NOON);

    assertThat(inbox.store(List.of(update(2)), NOON.plus(Duration.ofDays(31)))).isZero();

    assertThat(inbox.nextOffset()).isEqualTo(3);
    assertThat(inbox.store(List.of(update(1)), NOON.plus(Duration.ofDays(31)))).isEqualTo(1);
  }

  /** Behind it a letter is looked for of which nobody knows whether it arrived. */
  @Test
  void theHighestNumberOfAMessageToOrFromAReaderIsKnown() {
    UpdateInbox inbox = queue.updates();
    inbox.store(List.of(said(1, 70), said(2, 0)), NOON);
    inbox.store(List.of(said(3, 60)), NOON);
    assertThat(queue.outbox().highestMessageId()).isEqualTo(70);

    inbox.done(1, 71, NOON);
    inbox.done(2, 0, NOON);
    assertThat(queue.outbox().highestMessageId()).isEqualTo(71);
  }

  private static RawUpdate said(long id, long privateMessage) {
    return new RawUpdate(id, json(id), 42, false, privateMessage);
  }

  private static StoredUpdate waiting(long id, int tries) {
    return new StoredUpdate(id, json(id), tries, 42, false);
  }

  private static RawUpdate update(long id) {
    return of(42, id);
  }

  private static String json(long id) {
    return "{\"update_id\":" + id + "}";
  }
}
