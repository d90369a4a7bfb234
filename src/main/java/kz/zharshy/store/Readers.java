package kz.zharshy.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the readers who asked for something to be kept. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Readers {
  /** How often a digest comes. */
  enum Rhythm {
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
  record Digest(Rhythm rhythm, int hour, Set<Language> languages, List<String> sections) {
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
  record Reader(
      long userId,
      @Nullable Language language,
      @Nullable ZoneId zone,
      Digest digest,
      @Nullable Instant next,
      boolean quiet,
      Instant since) {}

  /** What can be followed. */
  enum Kind {
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
  record Follow(Kind kind, String key, String name) {}

  Optional<Reader> find(long userId);

  /** Sets the language a reader chose. */
  void speak(long userId, Language language, Instant now);

  /** Sets a reader's time zone. */
  void live(long userId, ZoneId zone, @Nullable Instant nextDigest, Instant now);

  /** Sets whether nothing is sent at night. */
  void rest(long userId, boolean quiet, Instant now);

  /**
   * Sets the digest a reader wants.
   *
   * @param language of the digest, kept if the reader has chosen none
   * @param next when the first is due; null with {@code OFF}
   */
  void subscribe(
      long userId, Language language, Digest digest, @Nullable Instant next, Instant now);

  /** What a reader follows, by kind and name. */
  List<Follow> follows(long userId);

  /**
   * Makes a reader follow something; no effect if already followed.
   *
   * @param language of the notices, kept if the reader has chosen none
   */
  void follow(long userId, Language language, Follow follow, Instant now);

  /**
   * Stops following something.
   *
   * @return whether it was followed
   */
  boolean unfollow(long userId, Kind kind, String key);

  /** How many messages are waiting for a reader. */
  int waiting(long userId);

  /** Stops everything sent unasked, because the reader has blocked the bot. */
  void silence(long userId);
}
