package kz.zharshy.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.Fields.Kind;
import kz.zharshy.search.index.Places.Likeness;
import kz.zharshy.search.index.Wanted.Word;
import kz.zharshy.search.terms.Stemmer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/** What is wanted as Lucene is asked for it. For one search. */
final class WordQueries {
  /** So many forms has a word at most, and so many words are looked at for them. */
  private static final int MOST_FORMS = 40;

  private static final int MOST_LOOKED_AT = 200;

  private static final String ENDS = "аеиоуыэюяьy";
  private static final int SHORTEST_START = 3;

  private final Vocabulary vocabulary;
  private final Wanted wanted;
  private final Map<Word, Collection<String>> beginnings = new HashMap<>();

  WordQueries(Vocabulary vocabulary, Wanted wanted) {
    this.vocabulary = vocabulary;
    this.wanted = wanted;
  }

  /** Whether the words are typed in letters that fold to others. */
  boolean hasOwnLetters() {
    return wanted.words().stream().anyMatch(word -> !word.written().equals(word.folded()));
  }

  /** The articles that have all the words so; empty where some word is nowhere so. */
  Optional<Query> of(Likeness likeness, boolean inTitle) throws IOException {
    List<Query> all = new ArrayList<>();
    int missing = wanted.oneMayMiss() && wanted.words().size() > 1 ? 1 : 0;
    int enough = wanted.words().size() - missing;
    for (Word word : wanted.words()) {
      Optional<Query> one = of(word, likeness, inTitle);
      one.ifPresent(all::add);
      missing -= one.isPresent() ? 0 : 1;
      if (missing < 0) {
        return Optional.empty();
      }
    }
    if (all.size() == 1 && wanted.phrases().isEmpty()) {
      return Optional.of(all.get(0));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    all.forEach(one -> query.add(one, wanted.oneMayMiss() ? Occur.SHOULD : Occur.MUST));
    query.setMinimumNumberShouldMatch(wanted.oneMayMiss() ? enough : 0);
    phrases(inTitle).forEach(phrase -> query.add(phrase, Occur.MUST));
    return Optional.of(query.build());
  }

  /** The articles that have one of the words so; empty where it is nowhere so. */
  Optional<Query> of(Word word, Likeness likeness, boolean inTitle) throws IOException {
    Kind kind = likeness == Likeness.STEM ? Kind.STEMS : Kind.WORDS;
    return vocabulary.anyOf(Fields.of(wanted.language(), kind, inTitle), forms(word, likeness));
  }

  /** The articles that have the phrases, each on its own. */
  List<Query> phrases(boolean inTitle) {
    String inOrder = Fields.of(wanted.language(), Kind.STEMS, inTitle);
    return wanted.phrases().stream()
        .<Query>map(phrase -> new PhraseQuery(inOrder, phrase.toArray(String[]::new)))
        .toList();
  }

  private Collection<String> forms(Word word, Likeness likeness) throws IOException {
    return switch (likeness) {
      case WRITTEN -> Set.of(word.written());
      case FOLDED -> Set.of(word.folded());
      case BEGINNING -> beginning(word);
      case STEM -> word.stems();
    };
  }

  private Collection<String> beginning(Word word) throws IOException {
    Collection<String> known = beginnings.get(word);
    if (known == null) {
      Stemmer stemmer = Stemmer.of(wanted.language());
      String field = Fields.of(wanted.language(), Kind.WORDS, false);
      known =
          vocabulary
              .beginningWith(
                  field,
                  start(word.folded()),
                  MOST_LOOKED_AT,
                  form -> word.stems().contains(stemmer.stem(form)))
              .stream()
              .limit(MOST_FORMS)
              .toList();
      beginnings.put(word, known);
    }
    return known;
  }

  /** The last letter of осуществление or библиотека is the first that other forms have not. */
  private String start(String word) {
    int last = word.length() - 1;
    boolean changes = wanted.language() != Language.KK && ENDS.indexOf(word.charAt(last)) >= 0;
    return changes && last >= SHORTEST_START ? word.substring(0, last) : word;
  }
}
