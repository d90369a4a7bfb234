package kz.zharshy.queue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

  /** Words of which one has to be there, as they stand in the index. */
  private record Choice(Set<String> common, Set<String> rare) {
    Set<String> all() {
      Set<String> all = new LinkedHashSet<>(common);
      all.addAll(rare);
      return all;
    }

    boolean isRare() {
      return common.isEmpty();
    }
  }

  private final Sql sql;
  private final Wanted wanted;
  private final int limit;
  private final TreeMap<Long, Place> found = new TreeMap<>(Comparator.reverseOrder());
  private final List<char[]> words;
  private final List<char[]> phrases;
  private int mostLookedAt;
  private int lookedAt;
  private boolean othersAreLookedFor;

  WordSearch(Sql sql, Wanted wanted, int limit) {
    this.sql = sql;
    this.wanted = wanted;
    this.limit = limit;
    this.mostLookedAt = wanted.oneMayMiss() ? MOST_LOOKED_AT_FOR_OTHERS : MOST_LOOKED_AT;
    this.words = wanted.words().stream().map(WordOrder::signs).toList();
    this.phrases = wanted.phrases().stream().map(WordOrder::signs).toList();
  }

  Places run() throws SQLException {
    List<Choice> choices = choices();
    if (wanted.oneMayMiss() && choices.size() > 1) {
      allButOne(choices);
    } else if (!choices.isEmpty()) {
      all(choices);
    }
    List<Place> newest = found.values().stream().limit(limit).toList();
    return new Places(newest, lookedAt < mostLookedAt || newest.size() == limit);
  }

  private List<Choice> choices() throws SQLException {
    Set<String> tokens = new LinkedHashSet<>();
    wanted.words().forEach(words -> words.forEach(word -> tokens.add(token(word))));
    Set<String> common = CommonWords.among(tokens, sql);
    List<Choice> choices = new ArrayList<>();
    for (Set<String> words : wanted.words()) {
      Choice choice = new Choice(new LinkedHashSet<>(), new LinkedHashSet<>());
      for (String word : words) {
        String token = token(word);
        (common.contains(token) ? choice.common() : choice.rare()).add(token);
      }
      choices.add(choice);
    }
    return choices;
  }

  private String token(String word) {
    return WordToken.of(wanted.language(), wanted.inTitle(), word);
  }

  private void all(List<Choice> choices) throws SQLException {
    boolean few = choices.stream().mapToInt(choice -> choice.all().size()).sum() <= FEW_WORDS;
    Optional<Choice> rarest =
        choices.stream()
            .filter(Choice::isRare)
            .min(Comparator.comparingInt(choice -> choice.rare().size()));
    if (choices.size() == 1 || (few && rarest.isPresent())) {
      walk(choices.stream().map(Choice::all).toList());
    } else if (rarest.isPresent()) {
      walkForOthers(rarest.get().rare());
    } else {
      walkBlocks(choices, false);
      for (Choice choice : few ? choices : List.<Choice>of()) {
        List<Set<String>> sets = new ArrayList<>(List.of(choice.rare()));
        choices.stream().filter(other -> !other.equals(choice)).map(Choice::all).forEach(sets::add);
        walk(sets);
      }
      if (!few) {
        walkForOthers(rare(choices));
      }
    }
  }

  private void walkForOthers(Set<String> words) throws SQLException {
    othersAreLookedFor = true;
    mostLookedAt = lookedAt + MOST_LOOKED_AT_FOR_OTHERS;
    walk(List.of(words));
  }

  private static Set<String> rare(List<Choice> choices) {
    Set<String> rare = new LinkedHashSet<>();
    choices.forEach(choice -> rare.addAll(choice.rare()));
    return rare;
  }

  /** What has all words but one has one of any two; or has all of the others. */
  private void allButOne(List<Choice> choices) throws SQLException {
    List<Choice> rare = choices.stream().filter(Choice::isRare).toList();
    List<Choice> common = choices.stream().filter(choice -> !choice.isRare()).toList();
    if (!rare.isEmpty()) {
      Set<String> either = new LinkedHashSet<>(rare.get(0).rare());
      rare.stream().skip(1).limit(1).map(Choice::rare).forEach(either::addAll);
      walk(List.of(either));
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

  private void walkBlocks(List<Choice> choices, boolean oneMayMiss) throws SQLException {
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
      List<Choice> choices, Map<String, WordSlots> slots, boolean oneMayMiss) {
    if (slots.isEmpty()) {
      return WordSlots.none();
    }
    WordSlots all = WordSlots.all();
    WordSlots allButOne = WordSlots.none();
    for (Choice choice : choices) {
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
    return wanted.phrases().isEmpty() && !wanted.oneMayMiss() && !othersAreLookedFor;
  }

  private boolean accept(long place, byte[] words) throws SQLException {
    lookedAt++;
    if (!isPlain() && !holds(WordOrder.of(words))) {
      return false;
    }
    Optional<Long> article = sql.first(PUBLISHED, row -> row.getLong(1), place);
    article.ifPresent(id -> found.put(place, new Place(id, WordPlace.second(place))));
    return article.isPresent();
  }

  private boolean holds(WordOrder order) {
    boolean inTitle = wanted.inTitle();
    return phrases.stream().allMatch(phrase -> order.holds(phrase, inTitle))
        && (!(wanted.oneMayMiss() || othersAreLookedFor) || holdsWords(order));
  }

  private boolean holdsWords(WordOrder order) {
    int mayMiss = wanted.oneMayMiss() ? 1 : 0;
    for (char[] any : words) {
      if (!order.holdsOneOf(any, wanted.inTitle()) && mayMiss-- == 0) {
        return false;
      }
    }
    return true;
  }
}
