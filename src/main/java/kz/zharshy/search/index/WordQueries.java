package kz.zharshy.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.zharshy.search.index.Fields.Kind;
import kz.zharshy.search.index.Places.Likeness;
import kz.zharshy.search.index.Wanted.Word;
import kz.zharshy.search.terms.Stemmer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is wanted as Lucene is asked for it. For one search. */
record WordQueries(IndexReader reader, Wanted wanted) {
  /** So many forms has a word at most, and so many words are looked at for them. */
  private static final int MOST_FORMS = 40;

  private static final int MOST_LOOKED_AT = 500;

  /** Whether the words are typed in letters that fold to others. */
  boolean hasOwnLetters() {
    return wanted.words().stream().anyMatch(word -> !word.written().equals(word.folded()));
  }

  /** The articles that have all the words so. */
  Query of(Likeness likeness, boolean inTitle) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Occur occur = wanted.oneMayMiss() ? Occur.SHOULD : Occur.MUST;
    Kind kind = likeness == Likeness.STEM ? Kind.STEMS : Kind.WORDS;
    String field = Fields.of(wanted.language(), kind, inTitle);
    for (Word word : wanted.words()) {
      all.add(any(field, forms(word, likeness)), occur);
    }
    if (wanted.oneMayMiss()) {
      all.setMinimumNumberShouldMatch(Math.max(1, wanted.words().size() - 1));
    }
    String inOrder = Fields.of(wanted.language(), Kind.STEMS, inTitle);
    for (List<String> phrase : wanted.phrases()) {
      all.add(new PhraseQuery(inOrder, phrase.toArray(String[]::new)), Occur.MUST);
    }
    return all.build();
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
    Stemmer stemmer = Stemmer.of(wanted.language());
    String field = Fields.of(wanted.language(), Kind.WORDS, false);
    return new Vocabulary(reader, field)
            .beginningWith(
                word.folded(), MOST_LOOKED_AT, form -> word.stems().contains(stemmer.stem(form)))
            .stream()
            .limit(MOST_FORMS)
            .toList();
  }

  private static Query any(String field, Collection<String> forms) {
    if (forms.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    forms.forEach(form -> any.add(new TermQuery(new Term(field, form)), Occur.SHOULD));
    return any.build();
  }
}
