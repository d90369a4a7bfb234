package kz.zharshy.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zharshy.language.Language;
import kz.zharshy.store.CommonWords.Seat;

/**
 * Gives articles their slots in blocks of neighbouring places; a block that is full is divided. For
 * one transaction.
 */
final class WordBlocks {
  private static final String BLOCK_OF =
      "SELECT id, first, used FROM archive_block WHERE first BETWEEN ? AND ?"
          + " ORDER BY first DESC LIMIT 1";

  private static final String NEXT =
      "SELECT first FROM archive_block WHERE first > ? ORDER BY first LIMIT 1";

  private static final String MAKE =
      "INSERT INTO archive_block (first, used) VALUES (?, ?) RETURNING id";

  private static final String BEGIN_LATER = "UPDATE archive_block SET first = ? WHERE id = ?";
  private static final String USE = "UPDATE archive_block SET used = used + 1 WHERE id = ?";
  private static final String DROP = "DELETE FROM archive_block WHERE id = ?";

  private static final String MEMBERS =
      "SELECT place, slot FROM archive_slot WHERE place BETWEEN ? AND ? ORDER BY place";

  private static final String FILL =
      "INSERT INTO archive_slot (place, article_id, block, slot, words) VALUES (?, ?, ?, ?, ?)";

  private static final String MOVE = "UPDATE archive_slot SET block = ?, slot = ? WHERE place = ?";
  private static final String EMPTY = "DELETE FROM archive_slot WHERE place = ?";

  private record Block(long id, long first, int used) {}

  private record Member(long place, int slot) {}

  private final Sql sql;
  private final CommonWords common;

  WordBlocks(Sql sql, CommonWords common) {
    this.sql = sql;
    this.common = common;
  }

  /**
   * Gives an article a slot.
   *
   * @param words its words in their order, as {@link WordOrder} stores them
   */
  Seat add(Language language, long place, long articleId, byte[] words) throws SQLException {
    Block block = withRoom(language, place);
    sql.update(FILL, place, articleId, block.id(), block.used(), words);
    sql.update(USE, block.id());
    return new Seat(block.id(), block.used());
  }

  /** Its slot stays empty; the sets of slots tell of it as before. */
  void takeOut(long place) throws SQLException {
    sql.update(EMPTY, place);
  }

  private Block withRoom(Language language, long place) throws SQLException {
    Optional<Block> found = block(language, place);
    if (found.isEmpty()) {
      return make(WordPlace.first(language));
    }
    Block block = found.get();
    return block.used() < WordSlots.SIZE ? block : beside(block, language, place);
  }

  /** What comes in its order fills block after block, forwards or backwards. */
  private Block beside(Block block, Language language, long place) throws SQLException {
    long last = sql.first(NEXT, row -> row.getLong(1) - 1, block.first()).orElse(Long.MAX_VALUE);
    List<Member> members =
        sql.list(MEMBERS, row -> new Member(row.getLong(1), row.getInt(2)), block.first(), last);
    if (!members.isEmpty() && place > members.get(members.size() - 1).place()) {
      return make(place);
    }
    if (!members.isEmpty() && place < members.get(0).place()) {
      sql.update(BEGIN_LATER, members.get(0).place(), block.id());
      return make(block.first());
    }
    divide(block, members);
    return block(language, place).orElseThrow();
  }

  private Optional<Block> block(Language language, long place) throws SQLException {
    return sql.first(
        BLOCK_OF,
        row -> new Block(row.getLong(1), row.getLong(2), row.getInt(3)),
        WordPlace.first(language),
        place);
  }

  private Block make(long first) throws SQLException {
    return new Block(sql.insert(MAKE, first, 0), first, 0);
  }

  /** Into halves, or into one block if it was empty for the most part. */
  private void divide(Block block, List<Member> members) throws SQLException {
    Map<String, WordSlots> words = common.takeOut(block.id());
    sql.update(DROP, block.id());
    boolean empty = members.size() <= WordSlots.SIZE / 2;
    int half = empty ? members.size() : members.size() / 2;
    refill(block.first(), members.subList(0, half), words);
    if (!empty) {
      refill(members.get(half).place(), members.subList(half, members.size()), words);
    }
  }

  private void refill(long first, List<Member> members, Map<String, WordSlots> words)
      throws SQLException {
    long block = sql.insert(MAKE, first, members.size());
    for (int slot = 0; slot < members.size(); slot++) {
      sql.update(MOVE, block, slot, members.get(slot).place());
    }
    for (Map.Entry<String, WordSlots> word : words.entrySet()) {
      WordSlots slots = WordSlots.none();
      for (int slot = 0; slot < members.size(); slot++) {
        if (word.getValue().holds(members.get(slot).slot())) {
          slots.add(slot);
        }
      }
      common.put(block, word.getKey(), slots);
    }
  }
}
