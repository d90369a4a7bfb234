package kz.zharshy.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The published articles, as readers ask for them. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface Archive {
  /**
   * A published article in a list.
   *
   * @param language null for a moment after a program has put it in as published
   * @param channel of its post without {@code @}; null where it was never posted by the bot
   * @param messageId of its post's first part, with {@code channel}
   * @param at when it came out
   */
  record Entry(
      long articleId,
      String title,
      @Nullable Language language,
      @Nullable String section,
      boolean breaking,
      @Nullable String channel,
      @Nullable Long messageId,
      @Nullable String sourceUrl,
      Instant at) {}

  /**
   * The newest articles.
   *
   * @param sections whose; all where it is empty
   * @param skip how many of the newest to pass over
   */
  List<Entry> latest(Set<String> sections, int skip, int limit);

  /** The articles that came out then, newest first. */
  List<Entry> between(Instant from, Instant until, int limit);

  /** The names of all sections that articles came out in. */
  List<String> sections();

  /** A published article; empty where there is none of that number. */
  Optional<Article> article(long id);

  /** The same as an entry of a list. */
  Optional<Entry> entry(long id);

  /** The published versions of an article in all languages, itself included, by number. */
  List<Entry> versions(long id);
}
