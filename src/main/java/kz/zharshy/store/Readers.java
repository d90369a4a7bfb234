package kz.zharshy.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the readers who asked for something to be kept. Safe for use by several threads.
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
   * The digest that a reader wants.
   *
   * @param hour 0 to 23, on that reader's clock
   * @param languages of the articles; empty: the reader's own
   * @param sections by their names; empty: all
   */
  record Digest(Rhythm rhythm, int hour, Set<Language> languages, List<String> sections) {
    /** What a reader has who asked for nothing. */
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
   * A reader's wishes.
   *
   * @param language chosen; null where the one of the reader's Telegram goes
   * @param zone null where the newsroom's goes
   * @param next when the next digest is due; null where none is wanted
   * @param quiet whether nothing comes at night
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
   * @param key by which it is compared
   * @param name as it is shown
   */
  record Follow(Kind kind, String key, String name) {}

  Optional<Reader> find(long userId);

  /** Notes the language that a reader chose. */
  void speak(long userId, Language language, Instant now);

  /** Notes a reader's time zone. */
  void live(long userId, ZoneId zone, @Nullable Instant nextDigest, Instant now);

  /** Notes whether nothing is to come at night. */
  void rest(long userId, boolean quiet, Instant now);

  /**
   * Notes the digest that a reader wants.
   *
   * @param language in which it is written, kept where the reader has chosen none
   * @param next when the first is due; null with {@code OFF}
   */
  void subscribe(
      long userId, Language language, Digest digest, @Nullable Instant next, Instant now);

  /** What a reader follows, by kind and name. */
  List<Follow> follows(long userId);

  /**
   * Notes that a reader follows something; what is followed already stays so.
   *
   * @param language in which the reader is told, kept where the reader has chosen none
   */
  void follow(long userId, Language language, Follow follow, Instant now);

  /** Whether it was followed. */
  boolean unfollow(long userId, Kind kind, String key);

  /** How many messages wait for a reader. */
  int waiting(long userId);

  /** Stops everything that comes by itself, because the reader has blocked the bot. */
  void silence(long userId);
}
