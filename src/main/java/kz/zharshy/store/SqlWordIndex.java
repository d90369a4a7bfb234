package kz.zharshy.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.language.Language;

/** The words in SQLite's FTS5, and beside it what it cannot tell in bounded work. */
final class SqlWordIndex implements WordIndex {
  private static final String UNREAD =
      "SELECT max(seq), article_id FROM (SELECT seq, article_id FROM archive_stale"
          + " ORDER BY seq LIMIT ?) GROUP BY article_id ORDER BY 1";

  private static final String FIND = "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE id = ?";

  private static final String PLACE = "SELECT place FROM archive WHERE article_id = ?";
  private static final String AT = "SELECT at FROM archive WHERE article_id = ?";
  private static final String TAKE_OUT = "DELETE FROM archive_words WHERE rowid = ?";
  private static final String IS_TAKEN = "SELECT 1 FROM archive WHERE place = ?";

  private static final String PUT_IN = "INSERT INTO archive_words (rowid, words) VALUES (?, ?)";

  /** Joins pieces of the index that are alike in size, writing about so many pages. */
  private static final String MERGE =
      "INSERT INTO archive_words (archive_words, rank) VALUES ('merge', 64)";

  private static final String KEEP = "UPDATE archive SET place = ? WHERE article_id = ?";

  private static final String LEARN =
      "INSERT OR IGNORE INTO archive_word (language, word) SELECT ?, value FROM json_each(?)";

  private static final String READ = "DELETE FROM archive_stale WHERE article_id = ? AND seq <= ?";

  /** One statement for all: a misspelt word has a thousand neighbours. */
  private static final String KNOWN =
      "SELECT word FROM json_each(?) AS asked"
          + " CROSS JOIN archive_word ON language = ? AND word = asked.value";

  private static final String BEGINNING =
      "SELECT word FROM archive_word WHERE language = ? AND word >= ? AND word < ? LIMIT ?";

  private final Store store;

  SqlWordIndex(Store store) {
    this.store = store;
  }

  @Override
  public List<Unread> unread(int limit) {
    store.settle();
    return store.read(
        sql -> {
          Map<Long, Long> marks = new LinkedHashMap<>();
          sql.list(UNREAD, row -> marks.put(row.getLong(2), row.getLong(1)), limit);
          List<Unread> unread = new ArrayList<>();
          for (Map.Entry<Long, Long> mark : marks.entrySet()) {
            Optional<Article> article =
                sql.first(FIND, ArticleRows::article, mark.getKey())
                    .filter(found -> found.state() == ArticleState.PUBLISHED);
            unread.add(new Unread(mark.getValue(), mark.getKey(), article));
          }
          return unread;
        });
  }

  @Override
  public void store(List<Unread> read, List<Entry> entries) {
    store.writeQuietly(
        sql -> {
          CommonWords common = new CommonWords(sql);
          WordBlocks blocks = new WordBlocks(sql, common);
          Set<Long> kept = new HashSet<>();
          for (Entry entry : entries) {
            kept.add(entry.articleId());
            put(sql, entry, blocks, common);
          }
          for (Unread unread : read) {
            if (!kept.contains(unread.articleId())) {
              takeOut(sql, unread.articleId(), blocks);
            }
            sql.update(READ, unread.articleId(), unread.mark());
          }
          common.finish();
          sql.update(MERGE);
          return read.size();
        });
  }

  private static void put(Sql sql, Entry entry, WordBlocks blocks, CommonWords common)
      throws SQLException {
    takeOut(sql, entry.articleId(), blocks);
    Optional<Instant> at =
        sql.first(AT, row -> ArticleRows.time(row, "at"), entry.articleId()).flatMap(time -> time);
    if (at.isEmpty()) {
      return;
    }
    Language language = entry.language();
    long place = WordPlace.of(language, at.get(), entry.articleId());
    while (sql.first(IS_TAKEN, row -> true, place).isPresent()) {
      place++;
    }
    List<String> title = words(entry.title());
    List<String> body = words(entry.body());
    Set<String> tokens = new LinkedHashSet<>();
    title.forEach(word -> tokens.add(WordToken.of(language, true, word)));
    title.forEach(word -> tokens.add(WordToken.of(language, false, word)));
    body.forEach(word -> tokens.add(WordToken.of(language, false, word)));
    sql.update(PUT_IN, place, String.join(" ", tokens));
    sql.update(KEEP, place, entry.articleId());
    byte[] order = WordOrder.stored(title, body);
    common.note(blocks.add(language, place, entry.articleId(), order), entry.articleId(), tokens);
    sql.update(LEARN, language.code(), JsonColumns.ofWords(distinct(title, body)));
  }

  private static void takeOut(Sql sql, long articleId, WordBlocks blocks) throws SQLException {
    long place = sql.number(PLACE, articleId);
    if (place != 0) {
      sql.update(TAKE_OUT, place);
      blocks.takeOut(place);
      sql.update(KEEP, null, articleId);
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> distinct(List<String> title, List<String> body) {
    return Stream.concat(title.stream(), body.stream()).distinct().toList();
  }

  @Override
  public Set<String> known(Language language, Collection<String> words) {
    String asked = JsonColumns.ofWords(List.copyOf(words));
    return store.read(
        sql ->
            new LinkedHashSet<>(sql.list(KNOWN, row -> row.getString(1), asked, language.code())));
  }

  @Override
  public List<String> beginningWith(Language language, String beginning, int limit) {
    String end = beginning + Character.MAX_VALUE;
    return store.read(
        sql ->
            sql.list(BEGINNING, row -> row.getString(1), language.code(), beginning, end, limit));
  }

  @Override
  public Places newest(Wanted wanted, int limit) {
    return store.read(sql -> WordSearch.places(sql, wanted, limit));
  }
}
