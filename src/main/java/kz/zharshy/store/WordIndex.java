package kz.zharshy.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.language.Language;

/**
 * The words of the published articles, for searches. What a word is, the caller decides: here it is
 * a string of letters and digits. Safe for use by several threads.
 *
 * <p>All methods throw {@link QueueException} when the database cannot do what is asked.
 */
public interface WordIndex {
  /**
   * An article whose words are to be read, because it came out, was changed or was withdrawn.
   *
   * @param article empty if it is not in the archive any more
   */
  record Unread(long mark, long articleId, Optional<Article> article) {}

  /**
   * The words of an article.
   *
   * @param title with spaces between them, in their order
   * @param body likewise
   */
  record Entry(long articleId, Language language, String title, String body) {}

  /**
   * What to look for.
   *
   * @param words of each of these sets one word has to stand in the article
   * @param phrases words that have to follow each other; they are among {@code words}, too
   * @param oneMayMiss whether one of the sets may be without a word there
   */
  record Wanted(
      Language language, List<Set<String>> words, List<List<String>> phrases, boolean oneMayMiss) {
    public Wanted {
      words = words.stream().map(Set::copyOf).distinct().toList();
      phrases = phrases.stream().map(List::copyOf).toList();
    }
  }

  /**
   * An article that was found.
   *
   * @param at when it came out, to the second
   * @param inTitle whether all that is looked for stands in its headline
   */
  record Place(long articleId, Instant at, boolean inTitle) {}

  /**
   * The newest articles that were found, and the newest of those in whose headline all stands;
   * where one of the sets may be without a word, only such of the latter as are among the former.
   *
   * @param complete whether all articles were looked at, or else those found are the newest
   */
  record Places(List<Place> newest, boolean complete) {
    public Places {
      newest = List.copyOf(newest);
    }
  }

  /** The articles that have to be read, those longest in waiting first. */
  List<Unread> unread(int limit);

  /** Stores what was read in one transaction; articles without an entry are taken out. */
  void store(List<Unread> read, List<Entry> entries);

  /** Which of these words stand in articles of a language. */
  Set<String> known(Language language, Collection<String> words);

  /** Words of a language's articles that begin so, in no order that means something. */
  List<String> beginningWith(Language language, String beginning, int limit);

  /**
   * The newest published articles in which all that stands. The work that this takes is bounded,
   * whatever the archive holds.
   *
   * @param limit how many at most, and how many with it in their headlines
   */
  Places newest(Wanted wanted, int limit);
}
