package kz.zharshy.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.language.Language;
import kz.zharshy.search.terms.IndexedText;
import kz.zharshy.search.terms.Stemmer;
import kz.zharshy.search.terms.Words;

/** Names and words as they are compared, however they are typed. */
public final class NormalizedKeys {
  private NormalizedKeys() {}

  /** A name in folded words with spaces between them; empty where it has no letter or digit. */
  public static String of(String name) {
    return Words.of(name).stream().map(Words.Word::folded).collect(Collectors.joining(" "));
  }

  /**
   * Which of these keys stand in an article, each in any of its forms; of a key with several words
   * all have to.
   */
  public static Set<String> in(Article article, List<String> keys, BodyReader bodies) {
    Language language = article.content().spokenLanguage();
    Stemmer stemmer = Stemmer.of(language);
    IndexedText reading = new IndexedText(bodies);
    Set<String> stems = new LinkedHashSet<>();
    String text = article.content().title() + " " + reading.text(article);
    Words.of(text).forEach(word -> stems.add(stemmer.stem(word.folded())));
    return keys.stream()
        .filter(
            key ->
                Arrays.stream(key.split(" ", -1))
                    .allMatch(word -> !Collections.disjoint(stems, stemmer.stems(word))))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
