package kz.zharshy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the readers who asked for something to be kept. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public final class Readers {
  /** How often a digest comes. */
  public enum Rhythm {
    OFF,
    DAILY,
    /** On Mondays. */
    WEEKLY
  }

  /**
   * The digest a reader wants.
   *
   * @param hour 0 to 23, in the reader's time zone
   * @param languages of the articles; empty: the reader's own
   * @param sections by their names; empty: all
   */
  public record Digest(Rhythm rhythm, int hour, Set<Language> languages, List<String> sections) {
    /** The default: no digest. */
    public static final Digest NONE = new Digest(Rhythm.OFF, 9, Set.of(), List.of());

    public Digest {
      if (hour < 0 || hour > 23) {
        throw new IllegalArgumentException("A day has no hour " + hour + ".");
      }
      languages = Set.copyOf(languages);
      sections = List.copyOf(sections);
    }
  }

  /**
   * A reader's settings.
   *
   * @param language the chosen one; null for that of the reader's Telegram
   * @param zone null for the newsroom's
   * @param next when the next digest is due; null if none is wanted
   * @param quiet whether nothing is sent at night
   */
  public record Reader(
      long userId,
      @Nullable Language language,
      @Nullable ZoneId zone,
      Digest digest,
      @Nullable Instant next,
      boolean quiet,
      Instant since) {}

  /** What can be followed. */
  public enum Kind {
    SECTION,
    TAG,
    WORD,
    BREAKING
  }

  /**
   * Something that a reader follows.
   *
   * @param key the name as it is compared
   * @param name the name as it is shown
   */
  public record Follow(Kind kind, String key, String name) {}

  static final String FIND = "SELECT * FROM reader WHERE user_id = ?";

  private static final String MEET =
      "INSERT INTO reader (user_id, since) VALUES (?, ?) ON CONFLICT (user_id) DO NOTHING";

  private static final String SPEAK = "UPDATE reader SET language = ? WHERE user_id = ?";

  private static final String SPEAK_FIRST =
      "UPDATE reader SET language = ? WHERE user_id = ? AND language IS NULL";

  private static final String LIVE = "UPDATE reader SET zone = ?, digest_at = ? WHERE user_id = ?";
  private static final String REST = "UPDATE reader SET quiet = ? WHERE user_id = ?";

  private static final String SUBSCRIBE =
      """
      UPDATE reader SET digest = ?, digest_hour = ?, digest_languages = ?, digest_sections = ?,
        digest_at = ? WHERE user_id = ?""";

  private static final String FOLLOWS =
      "SELECT kind, key, name FROM follow WHERE user_id = ? ORDER BY kind, name";

  private static final String FOLLOW =
      "INSERT INTO follow (user_id, kind, key, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String UNFOLLOW =
      "DELETE FROM follow WHERE user_id = ? AND kind = ? AND key = ?";

  private static final String WAITING =
      """
      SELECT (SELECT count(*) FROM letter WHERE user_id = ?)
        + (SELECT count(*) FROM followed WHERE user_id = ?)""";

  private static final List<String> MAIL =
      List.of(
          "DELETE FROM follow WHERE user_id = ?",
          "DELETE FROM followed WHERE user_id = ?",
          // A mailing to a single reader names that reader.
          """
          DELETE FROM mailing WHERE id IN (SELECT mailing_id FROM letter WHERE user_id = ?
            AND NOT EXISTS (SELECT 1 FROM letter AS other
            WHERE other.mailing_id = letter.mailing_id AND other.user_id <> letter.user_id))""",
          "DELETE FROM letter WHERE user_id = ?");

  private static final String SILENCE =
      "UPDATE reader SET digest = 'off', digest_at = NULL, tell_at = NULL WHERE user_id = ?";

  private final Store store;

  Readers(Store store) {
    this.store = store;
  }

  public Optional<Reader> find(long userId) {
    return store.read(sql -> sql.first(FIND, Readers::reader, userId));
  }

  /** Sets the language a reader chose. */
  public void speak(long userId, Language language, Instant now) {
    change(userId, now, sql -> sql.update(SPEAK, language.code(), userId));
  }

  /** Sets a reader's time zone. */
  public void live(long userId, ZoneId zone, @Nullable Instant nextDigest, Instant now) {
    change(userId, now, sql -> sql.update(LIVE, zone.getId(), nextDigest, userId));
  }

  /** Sets whether nothing is sent at night. */
  public void rest(long userId, boolean quiet, Instant now) {
    change(userId, now, sql -> sql.update(REST, quiet, userId));
  }

  /**
   * Sets the digest a reader wants.
   *
   * @param language of the digest, kept if the reader has chosen none
   * @param next when the first is due; null with {@code OFF}
   */
  public void subscribe(
      long userId, Language language, Digest digest, @Nullable Instant next, Instant now) {
    change(
        userId,
        now,
        sql -> {
          sql.update(SPEAK_FIRST, language.code(), userId);
          return sql.update(
              SUBSCRIBE,
              digest.rhythm().name().toLowerCase(Locale.ROOT),
              digest.hour(),
              digest.languages().stream()
                  .map(Language::code)
                  .sorted()
                  .collect(Collectors.joining(",")),
              JsonColumns.ofWords(digest.sections()),
              next,
              userId);
        });
  }

  /** What a reader follows, by kind and name. */
  public List<Follow> follows(long userId) {
    return store.read(sql -> sql.list(FOLLOWS, Readers::follow, userId));
  }

  /**
   * Makes a reader follow something; no effect if already followed.
   *
   * @param language of the notices, kept if the reader has chosen none
   */
  public void follow(long userId, Language language, Follow follow, Instant now) {
    change(
        userId,
        now,
        sql -> {
          sql.update(SPEAK_FIRST, language.code(), userId);
          return sql.update(FOLLOW, userId, code(follow.kind()), follow.key(), follow.name());
        });
  }

  /** Stops following something. Returns whether it was followed. */
  public boolean unfollow(long userId, Kind kind, String key) {
    return store.write(sql -> sql.update(UNFOLLOW, userId, code(kind), key)) > 0;
  }

  /** How many messages are waiting for a reader. */
  public int waiting(long userId) {
    return (int) (long) store.read(sql -> sql.number(WAITING, userId, userId));
  }

  /** Stops everything sent unasked, because the reader has blocked the bot. */
  public void silence(long userId) {
    store.write(
        sql -> {
          dropMail(sql, userId);
          return sql.update(SILENCE, userId);
        });
  }

  /** Deletes everything that would be sent unasked. */
  static void dropMail(Sql sql, long userId) throws SQLException {
    for (String statement : MAIL) {
      sql.update(statement, userId);
    }
  }

  private void change(long userId, Instant now, Store.Work<Integer> work) {
    store.write(
        sql -> {
          sql.update(MEET, userId, now);
          return work.run(sql);
        });
  }

  static Reader reader(ResultSet row) throws SQLException {
    return new Reader(
        row.getLong("user_id"),
        ArticleRows.language(row, "language"),
        zone(row.getString("zone")),
        new Digest(
            Rhythm.valueOf(row.getString("digest").toUpperCase(Locale.ROOT)),
            row.getInt("digest_hour"),
            languages(row.getString("digest_languages")),
            JsonColumns.words(row.getString("digest_sections"))),
        ArticleRows.time(row, "digest_at").orElse(null),
        row.getBoolean("quiet"),
        ArticleRows.time(row, "since").orElse(Instant.EPOCH));
  }

  /** A zone unknown to this Java counts as the newsroom's. */
  private static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Set<Language> languages(String codes) {
    return Arrays.stream(codes.split(",", -1))
        .flatMap(code -> Language.ofCode(code).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Follow follow(ResultSet row) throws SQLException {
    return new Follow(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("key"),
        row.getString("name"));
  }

  static String code(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
