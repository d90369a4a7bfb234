package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.store.WordIndex.Place;
import kz.zharshy.store.WordIndex.Places;
import kz.zharshy.store.WordIndex.Wanted;

/**
 * One search, in work that is bounded however common the words are and however rarely they meet.
 * The index is walked only along lists of rare words, or along a list where each article will do;
 * where all words are common, their sets of slots are put together block by block, the newest
 * first. For one thread.
 */
final class WordSearch {
  /** So many articles that have the words are looked at for one that has the phrases, too. */
  static final int MOST_LOOKED_AT = 1_000;

  /** And of those in the lists of rare words for one that has the common ones: all, as a rule. */
  private static final int MOST_LOOKED_AT_FOR_OTHERS = CommonWords.RARE + CommonWords.RARE / 8;

  /** And of those that have one or two of many words, where nothing better was found. */
  private static final int MOST_LOOKED_AT_FOR_ANY = 300;

  /** Of so many in a block the newest are met soon by going through all of it. */
  private static final int MANY = WordSlots.SIZE / 8;

  private static final String WALK =
      "SELECT archive_slot.place, archive_slot.words FROM archive_words"
          + " CROSS JOIN archive_slot ON archive_slot.place = archive_words.rowid"
          + " WHERE archive_words MATCH ? ORDER BY archive_words.rowid DESC";

  static final String BLOCKS =
      "SELECT archive_block.id, archive_bits.word, archive_bits.slots FROM archive_block"
          + " CROSS JOIN archive_bits ON archive_bits.block = archive_block.id"
          + " AND archive_bits.word IN (SELECT value FROM json_each(?))"
          + " WHERE archive_block.first BETWEEN ? AND ? ORDER BY archive_block.first DESC";

  private static final String IN_SLOTS =
      " FROM archive_slot WHERE block = ? AND slot IN (SELECT value FROM json_each(?))"
          + " ORDER BY place DESC";

  private static final String PLACES = "SELECT place" + IN_SLOTS;
  private static final String CONTENTS = "SELECT place, words" + IN_SLOTS;

  private static final String NEWEST_OF_BLOCK =
      "SELECT place, words, slot FROM archive_slot"
          + " WHERE place >= (SELECT first FROM archive_block WHERE id = ?) AND place < coalesce("
          + "(SELECT min(first) FROM archive_block WHERE first >"
          + " (SELECT first FROM archive_block WHERE id = ?)), 9223372036854775807)"
          + " ORDER BY place DESC";

  private static final String PUBLISHED =
      "SELECT article_id, words FROM archive_slot"
          + " CROSS JOIN article ON article.id = article_id AND state = 'published'"
          + " WHERE place = ?";

  private final Sql sql;
  private final Wanted wanted;
  private final boolean inTitle;
  private final int limit;
  private final WordMatch match;
  private final TreeMap<Long, Place> found = new TreeMap<>(Comparator.reverseOrder());
  private int mostLookedAt;
  private int lookedAt;
  private boolean othersAreLookedFor;
  private boolean stopped;

  private WordSearch(Sql sql, Wanted wanted, boolean inTitle, int limit) {
    this.sql = sql;
    this.wanted = wanted;
    this.inTitle = inTitle;
    this.limit = limit;
    this.match = new WordMatch(wanted);
    this.mostLookedAt = wanted.oneMayMiss() ? MOST_LOOKED_AT_FOR_ANY : MOST_LOOKED_AT;
  }

  static Places places(Sql sql, Wanted wanted, int limit) throws SQLException {
    WordSearch anywhere = new WordSearch(sql, wanted, false, limit);
    Map<Long, Place> places = anywhere.run();
    boolean complete = !anywhere.stopped;
    if (anywhere.mayMissTitles()) {
      WordSearch inTitles = new WordSearch(sql, wanted, true, limit);
      places.putAll(inTitles.run());
      complete &= !inTitles.stopped;
    }
    return new Places(List.copyOf(places.values()), complete);
  }

  private Map<Long, Place> run() throws SQLException {
    List<WordChoice> choices = WordChoice.of(wanted, inTitle, sql);
    if (wanted.oneMayMiss() && choices.size() > 1) {
      allButOne(choices);
    } else if (!choices.isEmpty()) {
      all(choices);
    }
    while (found.size() > limit) {
      found.pollLastEntry();
    }
    return found;
  }

  /** Whether there may be others with all in their headlines than those that were found. */
  private boolean mayMissTitles() {
    return !wanted.oneMayMiss() && (stopped || found.size() == limit);
  }

  private void all(List<WordChoice> choices) throws SQLException {
    List<Set<String>> rare =
        choices.stream().filter(WordChoice::isRare).map(WordChoice::rare).toList();
    if (choices.size() == 1 || rare.size() == choices.size()) {
      walk(choices.stream().map(WordChoice::all).toList());
    } else if (!rare.isEmpty()) {
      walkForOthers(rare, MOST_LOOKED_AT_FOR_OTHERS);
    } else {
      walkBlocks(choices, false);
      walkForOthers(List.of(rare(choices)), MOST_LOOKED_AT_FOR_ANY);
    }
  }

  private void walkForOthers(List<Set<String>> sets, int most) throws SQLException {
    othersAreLookedFor = true;
    mostLookedAt = lookedAt + most;
    walk(sets);
  }

  private static Set<String> rare(List<WordChoice> choices) {
    return WordChoice.union(choices.stream().map(WordChoice::rare).toList());
  }

  /** What has all words but one has one of any two; or has all of the others. */
  private void allButOne(List<WordChoice> choices) throws SQLException {
    List<WordChoice> rare = choices.stream().filter(WordChoice::isRare).toList();
    List<WordChoice> common = choices.stream().filter(choice -> !choice.isRare()).toList();
    if (!rare.isEmpty()) {
      walk(List.of(rare(rare.stream().limit(2).toList())));
    }
    if (rare.size() < 2) {
      walkBlocks(common, rare.isEmpty());
      walk(List.of(rare(common)));
    }
  }

  private void walk(List<Set<String>> sets) throws SQLException {
    if (sets.stream().anyMatch(Set::isEmpty)) {
      return;
    }
    String expression =
        sets.stream()
            .map(
                set ->
                    set.stream()
                        .map(WordToken::quoted)
                        .collect(Collectors.joining(" OR ", "(", ")")))
            .collect(Collectors.joining(" AND "));
    int[] hits = new int[1];
    sql.walk(
        WALK,
        row -> {
          byte[] words = isPlain() ? new byte[0] : row.getBytes(2);
          hits[0] += accept(row.getLong(1), words) ? 1 : 0;
          return hits[0] < limit && goesOn();
        },
        expression);
  }

  private void walkBlocks(List<WordChoice> choices, boolean oneMayMiss) throws SQLException {
    List<String> tokens = choices.stream().flatMap(choice -> choice.common().stream()).toList();
    Language language = wanted.language();
    Map<String, WordSlots> slots = new HashMap<>();
    long[] block = new long[1];
    int[] hits = new int[1];
    sql.walk(
        BLOCKS,
        row -> {
          if (row.getLong(1) != block[0]) {
            hits[0] += take(block[0], together(choices, slots, oneMayMiss));
            slots.clear();
            block[0] = row.getLong(1);
          }
          slots.put(row.getString(2), WordSlots.of(row.getBytes(3)));
          return hits[0] < limit && goesOn();
        },
        JsonColumns.ofWords(tokens),
        WordPlace.first(language),
        WordPlace.last(language));
    if (hits[0] < limit) {
      take(block[0], together(choices, slots, oneMayMiss));
    }
  }

  private static WordSlots together(
      List<WordChoice> choices, Map<String, WordSlots> slots, boolean oneMayMiss) {
    if (slots.isEmpty()) {
      return WordSlots.none();
    }
    WordSlots all = WordSlots.all();
    WordSlots allButOne = WordSlots.none();
    for (WordChoice choice : choices) {
      WordSlots any = WordSlots.none();
      choice.common().stream()
          .flatMap(word -> Optional.ofNullable(slots.get(word)).stream())
          .forEach(any::addAll);
      WordSlots missing = all.copy();
      missing.remove(any);
      allButOne.keep(any);
      allButOne.addAll(missing);
      all.keep(any);
    }
    if (oneMayMiss) {
      all.addAll(allButOne);
    }
    return all;
  }

  private int take(long block, WordSlots slots) throws SQLException {
    List<Integer> list = slots.list();
    int[] hits = new int[1];
    Sql.Visitor visitor =
        row -> {
          if (list.size() <= MANY || slots.holds(row.getInt(3))) {
            byte[] words = isPlain() ? new byte[0] : row.getBytes(2);
            hits[0] += accept(row.getLong(1), words) ? 1 : 0;
          }
          return hits[0] < limit && goesOn();
        };
    if (list.size() > MANY) {
      sql.walk(NEWEST_OF_BLOCK, visitor, block, block);
    } else if (!list.isEmpty()) {
      sql.walk(isPlain() ? PLACES : CONTENTS, visitor, block, list.toString());
    }
    return hits[0];
  }

  /** Whether to have the words is enough. */
  private boolean isPlain() {
    return !match.hasPhrases() && !wanted.oneMayMiss() && !othersAreLookedFor;
  }

  private boolean goesOn() {
    stopped |= lookedAt >= mostLookedAt;
    return lookedAt < mostLookedAt;
  }

  private boolean accept(long place, byte[] words) throws SQLException {
    lookedAt++;
    if (!isPlain() && !holds(WordOrder.of(words))) {
      return false;
    }
    Optional<Place> article = sql.first(PUBLISHED, row -> found(place, row), place);
    article.ifPresent(one -> found.put(place, one));
    return article.isPresent();
  }

  private boolean holds(WordOrder order) {
    boolean others = wanted.oneMayMiss() || othersAreLookedFor;
    return match.holdsPhrases(order, inTitle) && (!others || match.holdsWords(order, inTitle));
  }

  private Place found(long place, ResultSet row) throws SQLException {
    WordOrder order = WordOrder.of(row.getBytes(2));
    boolean titled = match.holdsPhrases(order, true) && match.holdsWords(order, true);
    return new Place(row.getLong(1), WordPlace.second(place), titled);
  }
}
