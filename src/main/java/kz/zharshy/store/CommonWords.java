package kz.zharshy.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sets of slots in which common words stand. A word becomes common once its list is too long to
 * be walked by a search. For one transaction; what was noted is written by {@link #finish}.
 */
final class CommonWords {
  /** The list of a word that is not common is about so long at most. */
  static final int RARE = 1024;

  /** One of so many words that are read is counted, so that none becomes common much too late. */
  private static final int COUNTED = 64;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final String COMMON =
      "SELECT word FROM json_each(?) AS asked CROSS JOIN archive_common ON word = asked.value";

  private static final String BECOME_COMMON = "INSERT INTO archive_common (word) VALUES (?)";

  private static final String COUNT =
      "SELECT count(*) FROM (SELECT 1 FROM archive_words WHERE archive_words MATCH ? LIMIT ?)";

  private static final String SEATS =
      "SELECT block, slot FROM archive_words"
          + " CROSS JOIN archive_slot ON place = archive_words.rowid WHERE archive_words MATCH ?";

  private static final String BITS = "SELECT slots FROM archive_bits WHERE block = ? AND word = ?";
  private static final String OF_BLOCK = "SELECT word, slots FROM archive_bits WHERE block = ?";
  private static final String DROP = "DELETE FROM archive_bits WHERE block = ?";

  private static final String KEEP =
      "INSERT INTO archive_bits (block, word, slots) VALUES (?, ?, ?)"
          + " ON CONFLICT DO UPDATE SET slots = excluded.slots";

  /** Where an article sits. */
  record Seat(long block, int slot) {}

  private final Sql sql;
  private final Map<Long, Map<String, WordSlots>> unwritten = new LinkedHashMap<>();
  private final Set<String> toCount = new LinkedHashSet<>();

  CommonWords(Sql sql) {
    this.sql = sql;
  }

  /** Which of these are common. */
  static Set<String> among(Collection<String> tokens, Sql sql) throws SQLException {
    String asked = JsonColumns.ofWords(List.copyOf(tokens));
    return new LinkedHashSet<>(sql.list(COMMON, row -> row.getString(1), asked));
  }

  /** Notes that these words stand in an article, whose words are in the index already. */
  void note(Seat seat, long articleId, Set<String> tokens) throws SQLException {
    Set<String> common = among(tokens, sql);
    common.forEach(token -> note(seat, token));
    tokens.stream()
        .filter(token -> !common.contains(token) && isCounted(token, articleId))
        .forEach(toCount::add);
  }

  private void note(Seat seat, String token) {
    unwritten
        .computeIfAbsent(seat.block(), any -> new HashMap<>())
        .computeIfAbsent(token, any -> WordSlots.none())
        .add(seat.slot());
  }

  private static boolean isCounted(String token, long articleId) {
    long mixed = (token.hashCode() ^ (articleId * MIX)) * MIX;
    return (mixed >>> Integer.SIZE) % COUNTED == 0;
  }

  /** Counts last: FTS5 writes what it was given as soon as it is asked. */
  void finish() throws SQLException {
    for (String token : toCount) {
      String asked = WordToken.quoted(token);
      if (sql.number(COUNT, asked, RARE) == RARE) {
        sql.update(BECOME_COMMON, token);
        sql.list(SEATS, row -> new Seat(row.getLong(1), row.getInt(2)), asked)
            .forEach(seat -> note(seat, token));
      }
    }
    toCount.clear();
    write();
  }

  /** Empties a block; gives what it held. */
  Map<String, WordSlots> takeOut(long block) throws SQLException {
    write();
    Map<String, WordSlots> all = new LinkedHashMap<>();
    sql.list(OF_BLOCK, row -> all.put(row.getString(1), WordSlots.of(row.getBytes(2))), block);
    sql.update(DROP, block);
    return all;
  }

  void put(long block, String token, WordSlots slots) throws SQLException {
    byte[] stored = slots.stored();
    if (stored.length > 0) {
      sql.update(KEEP, block, token, stored);
    }
  }

  private void write() throws SQLException {
    for (Map.Entry<Long, Map<String, WordSlots>> block : unwritten.entrySet()) {
      for (Map.Entry<String, WordSlots> word : block.getValue().entrySet()) {
        Optional<byte[]> before =
            sql.first(BITS, row -> row.getBytes(1), block.getKey(), word.getKey());
        before.ifPresent(stored -> word.getValue().addAll(WordSlots.of(stored)));
        put(block.getKey(), word.getKey(), word.getValue());
      }
    }
    unwritten.clear();
  }
}
