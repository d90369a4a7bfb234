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
   * @param language null until the bot has recognised it
   * @param channel where the bot posted it, without {@code @}; null if it never did
   * @param messageId of the first part of its post; null together with {@code channel}
   * @param at when it was published
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
   * @param sections to choose from; empty for all
   * @param skip how many of the newest to skip
   */
  List<Entry> latest(Set<String> sections, int skip, int limit);

  /** The articles published in this period, newest first. */
  List<Entry> between(Instant from, Instant until, int limit);

  /** The names of all sections with a published article. */
  List<String> sections();

  /** A published article; empty if there is none with this number. */
  Optional<Article> article(long id);

  /** The same article as an entry of a list. */
  Optional<Entry> entry(long id);

  /** The published versions of an article in all languages, including itself, ordered by number. */
  List<Entry> versions(long id);
}
