package kz.zharshy.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.language.Language;
import kz.zharshy.store.WordIndex;
import kz.zharshy.store.WordIndex.Entry;
import kz.zharshy.store.WordIndex.Unread;

/** Reads the words of articles that came out or were changed. For one thread. */
public final class Indexer {
  /** So that a large archive, when it is read for the first time, keeps nobody waiting. */
  private static final int BATCH = 50;

  /** A book's worth; nobody looks for what stands behind that in an article. */
  private static final int MOST_WORDS = 50_000;

  private static final Duration UNTIL_WOKEN = Duration.ofMinutes(1);

  private final WordIndex index;
  private final IndexedText reading;

  public Indexer(WordIndex index, BodyReader bodies) {
    this.index = index;
    this.reading = new IndexedText(bodies);
  }

  /**
   * Reads some articles.
   *
   * @return how long there will be nothing to do, unless something wakes the caller
   */
  public Duration step() {
    List<Unread> unread = index.unread(BATCH);
    if (unread.isEmpty()) {
      return UNTIL_WOKEN;
    }
    List<Entry> entries = new ArrayList<>();
    for (Unread one : unread) {
      one.article().map(this::entry).ifPresent(entries::add);
    }
    index.store(unread, entries);
    return Duration.ZERO;
  }

  private Entry entry(Article article) {
    Language language = article.content().spokenLanguage();
    Stemmer stemmer = Stemmer.of(language);
    String body = reading.text(article) + " " + reading.filing(article);
    return new Entry(
        article.id(), language, stems(article.content().title(), stemmer), stems(body, stemmer));
  }

  private static String stems(String text, Stemmer stemmer) {
    return Words.of(text, MOST_WORDS).stream()
        .map(word -> stemmer.stem(word.folded()))
        .collect(Collectors.joining(" "));
  }
}
