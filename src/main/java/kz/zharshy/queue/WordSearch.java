package kz.zharshy.queue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.queue.WordIndex.Place;
import kz.zharshy.queue.WordIndex.Places;
import kz.zharshy.queue.WordIndex.Wanted;

/**
 * One search, in work that is bounded however common the words are and however rarely they meet.
 * The index is walked only along lists of rare words, or along a list where each article will do;
 * where all words are common, their sets of slots are put together block by block, the newest
 * first. For one thread.
 */
final class WordSearch {
  /** So many articles that have the words are looked at for one that has the phrases, too. */
  static final int MOST_LOOKED_AT = 2_000;

  /** And so many of those that have one of the words for one that has the others. */
  private static final int MOST_LOOKED_AT_FOR_OTHERS = 1_000;

  /** With more words, FTS5 would look for each of them beside each article of a list. */
  private static final int FEW_WORDS = 8;

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
      "SELECT article_id FROM archive_slot"
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
  private boolean titlesAreUnread;

  private WordSearch(Sql sql, Wanted wanted, boolean inTitle, int limit) {
    this.sql = sql;
    this.wanted = wanted;
    this.inTitle = inTitle;
    this.limit = limit;
    this.match = new WordMatch(wanted);
    this.mostLookedAt = wanted.oneMayMiss() ? MOST_LOOKED_AT_FOR_OTHERS : MOST_LOOKED_AT;
  }

  static Places places(Sql sql, Wanted wanted, int limit) throws SQLException {
    WordSearch anywhere = new WordSearch(sql, wanted, false, limit);
    TreeMap<Long, Place> places = anywhere.run();
    boolean complete = anywhere.isComplete();
    if (anywhere.mayMissTitles()) {
      WordSearch inTitles = new WordSearch(sql, wanted, true, limit);
      places.putAll(inTitles.run());
      complete &= inTitles.isComplete();
    }
    return new Places(List.copyOf(places.values()), complete);
  }

  private TreeMap<Long, Place> run() throws SQLException {
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

  private boolean isComplete() {
    return lookedAt < mostLookedAt || found.size() == limit;
  }

  /** Whether the headlines have to be searched by themselves to know what stands in them. */
  private boolean mayMissTitles() {
    boolean others = lookedAt >= mostLookedAt || found.size() == limit;
    return titlesAreUnread || (others && !wanted.oneMayMiss());
  }

  private void all(List<WordChoice> choices) throws SQLException {
    List<Set<String>> rare =
        choices.stream().filter(WordChoice::isRare).map(WordChoice::rare).toList();
    boolean few = choices.stream().mapToInt(choice -> choice.all().size()).sum() <= FEW_WORDS;
    if (choices.size() == 1 || rare.size() == choices.size() || (few && !rare.isEmpty())) {
      walk(choices.stream().map(WordChoice::all).toList());
    } else if (!rare.isEmpty()) {
      walkForOthers(rare);
    } else {
      walkBlocks(choices, false);
      for (WordChoice choice : few ? choices : List.<WordChoice>of()) {
        List<Set<String>> sets = new ArrayList<>(List.of(choice.rare()));
        choices.stream()
            .filter(other -> !other.equals(choice))
            .map(WordChoice::all)
            .forEach(sets::add);
        walk(sets);
      }
      if (!few) {
        walkForOthers(List.of(rare(choices)));
      }
    }
  }

  private void walkForOthers(List<Set<String>> sets) throws SQLException {
    othersAreLookedFor = true;
    mostLookedAt = lookedAt + MOST_LOOKED_AT_FOR_OTHERS;
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
          return hits[0] < limit && lookedAt < mostLookedAt;
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
          return hits[0] < limit && lookedAt < mostLookedAt;
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
          return hits[0] < limit && lookedAt < mostLookedAt;
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

  private boolean accept(long place, byte[] words) throws SQLException {
    lookedAt++;
    boolean titled = inTitle;
    if (isPlain()) {
      titlesAreUnread |= !inTitle;
    } else {
      WordOrder order = WordOrder.of(words);
      boolean others = wanted.oneMayMiss() || othersAreLookedFor;
      if (!match.holdsPhrases(order, inTitle) || (others && !match.holdsWords(order, inTitle))) {
        return false;
      }
      titled = inTitle || (match.holdsPhrases(order, true) && match.holdsWords(order, true));
    }
    Optional<Long> article = sql.first(PUBLISHED, row -> row.getLong(1), place);
    if (article.isPresent()) {
      found.put(place, new Place(article.get(), WordPlace.second(place), titled));
    }
    return article.isPresent();
  }
}
