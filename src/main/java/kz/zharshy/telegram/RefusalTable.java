package kz.zharshy.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kz.zharshy.article.ReasonCode;

/**
 * Telegram's refusals, sorted by the rows of {@code refusals.txt}. The code decides where it can.
 * This is the only place that goes by words: what people are told of a refusal is its row's code.
 */
public final class RefusalTable {
  /** The code of a refusal of our own: a file of this machine that cannot be read. */
  static final int UNREADABLE = 1;

  private static final int ANY = 0;
  private static final List<Row> ROWS = rows();

  /** A row; {@code words} in lower case. */
  private record Row(
      int code, boolean personsOnly, String words, RefusalKind kind, ReasonCode reason) {
    static Row of(String line) {
      String[] cells = line.split(" *\\| *", -1);
      return new Row(
          Integer.parseInt(cells[0]),
          cells[1].equals("person"),
          cells[2],
          RefusalKind.valueOf(cells[3]),
          ReasonCode.valueOf(cells[4]));
    }

    boolean fits(int refusedCode, boolean person, String description) {
      return (code == ANY || code == refusedCode)
          && (person || !personsOnly)
          && description.contains(words);
    }
  }

  private RefusalTable() {}

  /**
   * Sorts a refusal. {@code chat}: whom the call was for, as in {@code chat_id}: for a person the
   * same words mean something else than for a channel.
   */
  public static RefusalKind kind(Outcome.Refused<?> refused, String chat) {
    boolean person = ChatKey.of(chat).isPerson();
    return refused.migratedTo() == null ? row(refused, person).kind() : RefusalKind.MIGRATED;
  }

  /** What Telegram says, for people; what is new to us is told in its own words. */
  static ReasonCode reason(Outcome.Refused<?> refused) {
    return row(refused, false).reason();
  }

  private static Row row(Outcome.Refused<?> refused, boolean person) {
    String description = refused.description().toLowerCase(Locale.ROOT);
    return ROWS.stream()
        .filter(row -> row.fits(refused.code(), person, description))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> rows() {
    try (InputStream in = RefusalTable.class.getResourceAsStream("refusals.txt")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().filter(line -> !line.matches("#.*| *")).map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
