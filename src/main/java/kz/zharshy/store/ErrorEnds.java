package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.health.AtWork;
import kz.zharshy.health.Task;

/**
 * How often the bot was ended by an error, and what was set aside for it: what was at work at three
 * such ends within ten minutes. Each method is one committed transaction. Safe for use by several
 * threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ErrorEnds implements AtWork.SetAside {
  private static final Duration SHORTLY = Duration.ofMinutes(10);
  private static final int TOO_OFTEN = 3;
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String NOTE = "INSERT INTO error_end (at, error) VALUES (?, ?) RETURNING id";

  private static final String SUSPECT =
      "INSERT INTO error_suspect (end_id, kind, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String SUSPECTS =
      """
      SELECT kind, name FROM error_suspect JOIN error_end ON error_end.id = end_id
        WHERE rtrim(at, 'Z') > rtrim(?, 'Z') GROUP BY kind, name HAVING count(*) >= ?""";

  private static final String SET_ASIDE =
      """
      INSERT INTO set_aside (kind, name, error, since) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING RETURNING id""";

  private static final String ALL =
      "SELECT id, kind, name, error, since FROM set_aside ORDER BY id";

  private static final String WHY = "SELECT error FROM set_aside WHERE kind = ? AND name = ?";

  private static final String RELEASE = "DELETE FROM set_aside WHERE kind = ? AND name = ?";

  private static final String FORGIVE = "DELETE FROM error_suspect WHERE kind = ? AND name = ?";

  private static final String UPDATE_FAILS =
      """
      UPDATE telegram_update SET state = 'failed', json = '', error = ?, finished_at = ?
        WHERE update_id = ? AND state = 'waiting'""";

  private static final String HAVE_A_STATE = "DELETE FROM set_aside WHERE kind = 'update'";

  private static final String COUNT =
      "SELECT count(*) FROM error_end WHERE rtrim(at, 'Z') > rtrim(?, 'Z')";

  private static final String LAST = "SELECT at, error FROM error_end ORDER BY id DESC LIMIT 1";

  private static final List<String> FORGET =
      List.of(
          """
          DELETE FROM error_suspect WHERE end_id IN
            (SELECT id FROM error_end WHERE rtrim(at, 'Z') < rtrim(?, 'Z'))""",
          "DELETE FROM error_end WHERE rtrim(at, 'Z') < rtrim(?, 'Z')");

  /**
   * An end.
   *
   * @param error the class of what ended the bot, without its package
   */
  public record End(Instant at, String error) {}

  /** What no worker touches. */
  public record Aside(long id, Task task, String error, Instant since) {}

  private final Store store;

  ErrorEnds(Store store) {
    this.store = store;
  }

  /**
   * Notes an end, and sets aside what was at work once too often.
   *
   * @return what was set aside now
   */
  public List<Aside> note(AtWork.Left left, Instant now) {
    String error = left.error().substring(left.error().lastIndexOf('.') + 1);
    return store.write(
        sql -> {
          for (String forget : FORGET) {
            sql.update(forget, now.minus(KEPT));
          }
          long end = sql.insert(NOTE, now, error);
          for (Task task : left.tasks()) {
            sql.update(SUSPECT, end, task.kind().code(), task.name());
          }
          for (Task task : suspects(sql, now, TOO_OFTEN)) {
            setAside(sql, task, error, now);
          }
          List<Aside> aside =
              sql.list(ALL, ErrorEnds::aside).stream()
                  .filter(each -> each.since().equals(now))
                  .toList();
          sql.update(HAVE_A_STATE);
          return aside;
        });
  }

  /** What was at work lately when an error ended the bot. */
  public Set<Task> suspects(Instant now) {
    return store.read(sql -> suspects(sql, now, 1));
  }

  /** All that is set aside, what was so first in front. */
  public List<Aside> all() {
    return store.read(sql -> sql.list(ALL, ErrorEnds::aside));
  }

  @Override
  public Optional<Reason> reason(Task task) {
    return store.read(
        sql ->
            sql.first(
                WHY,
                row -> Reason.of(ReasonCode.ENDED_THE_BOT, row.getString(1)),
                task.kind().code(),
                task.name()));
  }

  @Override
  public void remove(Task task) {
    release(task);
  }

  /** Has something tried again, as if it had ended nothing; false if it was not set aside. */
  public boolean release(Task task) {
    return store.write(
        sql -> {
          sql.update(FORGIVE, task.kind().code(), task.name());
          return sql.update(RELEASE, task.kind().code(), task.name()) == 1;
        });
  }

  /** How many ends there were since then; those of a month are kept. */
  public int count(Instant since) {
    return Math.toIntExact(store.read(sql -> sql.number(COUNT, since)));
  }

  public Optional<End> last() {
    return store.read(
        sql -> sql.first(LAST, row -> new End(Instant.parse(row.getString(1)), row.getString(2))));
  }

  private static Set<Task> suspects(Sql sql, Instant now, int times) throws SQLException {
    return new LinkedHashSet<>(
        sql
            .list(
                SUSPECTS,
                row -> task(row.getString(1), row.getString(2)),
                now.minus(SHORTLY),
                times)
            .stream()
            .flatMap(Optional::stream)
            .toList());
  }

  /** An update has a state of its own for it, and is not kept to be tried again. */
  private static void setAside(Sql sql, Task task, String error, Instant now) throws SQLException {
    if (sql.number(SET_ASIDE, task.kind().code(), task.name(), error, now) > 0
        && task.kind() == Task.Kind.UPDATE) {
      sql.update(UPDATE_FAILS, "It ended the bot three times: " + error, now, task.name());
    }
  }

  private static Optional<Task> task(String kind, String name) {
    return Task.Kind.ofCode(kind).map(known -> new Task(known, name));
  }

  private static Aside aside(ResultSet row) throws SQLException {
    return new Aside(
        row.getLong("id"),
        task(row.getString("kind"), row.getString("name")).orElseThrow(),
        row.getString("error"),
        Instant.parse(row.getString("since")));
  }
}
