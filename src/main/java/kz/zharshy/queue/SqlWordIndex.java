package kz.zharshy.queue;

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
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.language.Language;

/** The words in SQLite's FTS5. */
final class SqlWordIndex implements WordIndex {
  private static final long YEAR_2000 = 946_684_800;
  private static final int NUMBER_BITS = 20;
  private static final int SECOND_BITS = 34;
  private static final int LANGUAGE_SHIFT = NUMBER_BITS + SECOND_BITS;

  private static final String UNREAD =
      "SELECT max(seq), article_id FROM (SELECT seq, article_id FROM archive_stale"
          + " ORDER BY seq LIMIT ?) GROUP BY article_id ORDER BY 1";

  private static final String FIND = "SELECT " + ArticleRows.COLUMNS + " FROM article WHERE id = ?";

  private static final String PLACE = "SELECT place FROM archive WHERE article_id = ?";
  private static final String AT = "SELECT at FROM archive WHERE article_id = ?";
  private static final String TAKE_OUT = "DELETE FROM archive_words WHERE rowid = ?";
  private static final String IS_TAKEN = "SELECT 1 FROM archive WHERE place = ?";

  private static final String PUT_IN =
      "INSERT INTO archive_words (rowid, title, body) VALUES (?, ?, ?)";

  private static final String KEEP =
      "UPDATE archive SET place = ?, language = ? WHERE article_id = ?";

  private static final String DROP = "DELETE FROM archive WHERE article_id = ?";
  private static final String LEARN =
      "INSERT INTO archive_word (language, word) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String READ = "DELETE FROM archive_stale WHERE article_id = ? AND seq <= ?";

  /** One statement for all: a misspelt word has a thousand neighbours. */
  private static final String KNOWN =
      "SELECT word FROM json_each(?) AS asked"
          + " CROSS JOIN archive_word ON language = ? AND word = asked.value";

  private static final String BEGINNING =
      "SELECT word FROM archive_word WHERE language = ? AND word >= ? AND word < ? LIMIT ?";

  static final String NEWEST =
      "SELECT archive.article_id, archive_words.rowid FROM archive_words"
          + " CROSS JOIN archive ON archive.place = archive_words.rowid"
          + " CROSS JOIN article ON article.id = archive.article_id"
          + " AND article.state = 'published'"
          + " WHERE archive_words MATCH ? AND archive_words.rowid BETWEEN ? AND ?"
          + " ORDER BY archive_words.rowid DESC LIMIT ?";

  private final Store store;

  SqlWordIndex(Store store) {
    this.store = store;
  }

  @Override
  public List<Unread> unread(int limit) {
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
          Set<Long> kept = new HashSet<>();
          for (Entry entry : entries) {
            kept.add(entry.articleId());
            put(sql, entry);
          }
          for (Unread unread : read) {
            if (!kept.contains(unread.articleId())) {
              takeOut(sql, unread.articleId());
              sql.update(DROP, unread.articleId());
            }
            sql.update(READ, unread.articleId(), unread.mark());
          }
          return read.size();
        });
  }

  private static void put(Sql sql, Entry entry) throws SQLException {
    takeOut(sql, entry.articleId());
    Optional<Instant> at =
        sql.first(AT, row -> ArticleRows.time(row, "at"), entry.articleId()).flatMap(time -> time);
    if (at.isEmpty()) {
      return;
    }
    long place = place(entry.language(), at.get(), entry.articleId());
    while (sql.first(IS_TAKEN, row -> true, place).isPresent()) {
      place++;
    }
    sql.update(PUT_IN, place, entry.title(), entry.body());
    sql.update(KEEP, place, entry.language().code(), entry.articleId());
    for (String word : distinct(entry)) {
      sql.update(LEARN, entry.language().code(), word);
    }
  }

  private static void takeOut(Sql sql, long articleId) throws SQLException {
    long place = sql.number(PLACE, articleId);
    if (place != 0) {
      sql.update(TAKE_OUT, place);
      sql.update(KEEP, null, null, articleId);
    }
  }

  private static Set<String> distinct(Entry entry) {
    Set<String> words = new LinkedHashSet<>();
    words.addAll(Arrays.asList(entry.title().split(" ")));
    words.addAll(Arrays.asList(entry.body().split(" ")));
    words.remove("");
    return words;
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
  public List<Place> newest(Language language, String expression, int limit) {
    long first = number(language) << LANGUAGE_SHIFT;
    long last = first + (1L << LANGUAGE_SHIFT) - 1;
    return store.read(
        sql ->
            sql.list(
                NEWEST,
                row -> new Place(row.getLong(1), second(row.getLong(2))),
                expression,
                first,
                last,
                limit));
  }

  private static long place(Language language, Instant at, long articleId) {
    long second = Math.max(0, at.getEpochSecond() - YEAR_2000) & ((1L << SECOND_BITS) - 1);
    long number = articleId & ((1L << NUMBER_BITS) - 1);
    return (number(language) << LANGUAGE_SHIFT) + (second << NUMBER_BITS) + number;
  }

  /** Stored in the index, so it must not change. */
  private static long number(Language language) {
    return switch (language) {
      case KK -> 0;
      case RU -> 1;
      case EN -> 2;
    };
  }

  private static Instant second(long place) {
    long second = (place >> NUMBER_BITS) & ((1L << SECOND_BITS) - 1);
    return Instant.ofEpochSecond(second + YEAR_2000);
  }
}
