package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Programs with this bot's token that are not of this database, and which copy is to publish. Safe
 * for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class ForeignCopies {
  /** Which copy is to publish. */
  public enum Choice {
    /** Those of this database. */
    HERE,
    /** The other program. */
    THERE;

    /** The word in the column {@code choice}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The choice of a word; empty where there is none. */
    public static Optional<Choice> ofCode(String code) {
      return code.equals("here")
          ? Optional.of(HERE)
          : code.equals("there") ? Optional.of(THERE) : Optional.empty();
    }
  }

  /**
   * The question which copy is to publish.
   *
   * @param token names it; no other copy has the same
   * @param choice null where it is not answered
   */
  public record Question(String token, @Nullable Choice choice) {}

  private final Store store;

  ForeignCopies(Store store) {
    this.store = store;
  }

  /** The question about a program that was not seen to end. */
  public Optional<Question> open() {
    return store.read(
        sql ->
            sql.first(
                "SELECT token, choice FROM foreign_copy WHERE ended_at IS NULL ORDER BY since DESC",
                ForeignCopies::question));
  }

  /** Whether a question was asked by a copy of this database. */
  public boolean isOurs(String token) {
    return store.read(sql -> sql.number("SELECT count(*) FROM foreign_copy WHERE token = ?", token))
        > 0;
  }

  public void ask(String token, Instant now) {
    store.writeQuietly(
        sql -> sql.update("INSERT INTO foreign_copy (token, since) VALUES (?, ?)", token, now));
  }

  /** Answers the open question; the last answer counts. */
  public void choose(Choice choice) {
    store.writeQuietly(
        sql ->
            sql.update("UPDATE foreign_copy SET choice = ? WHERE ended_at IS NULL", choice.code()));
  }

  /** The other program is gone, and with it the question. */
  public void end(Instant now) {
    store.writeQuietly(
        sql -> sql.update("UPDATE foreign_copy SET ended_at = ? WHERE ended_at IS NULL", now));
  }

  private static Question question(ResultSet row) throws SQLException {
    String choice = row.getString(2);
    return new Question(
        row.getString(1), choice == null ? null : Choice.ofCode(choice).orElseThrow());
  }
}
