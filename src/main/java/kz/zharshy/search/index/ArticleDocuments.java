package kz.zharshy.search.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.BodyReader;
import kz.zharshy.language.Language;
import kz.zharshy.search.index.Fields.Kind;
import kz.zharshy.search.index.Tokens.Token;
import kz.zharshy.search.terms.IndexedText;
import kz.zharshy.search.terms.Stemmer;
import kz.zharshy.search.terms.Words;
import kz.zharshy.search.terms.Words.Word;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/** Makes documents of articles. Safe for use by several threads. */
final class ArticleDocuments {
  /** A book's worth; nobody looks for what stands behind that in an article. */
  private static final int MOST_WORDS = 50_000;

  /** Between the headline and the text, or two words' letters, so that no phrase goes across. */
  private static final int BORDER = 2;

  private static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType UNORDERED = type(IndexOptions.DOCS);

  private final IndexedText texts;

  ArticleDocuments(BodyReader bodies) {
    this.texts = new IndexedText(bodies);
  }

  /** What an article's document is known by. */
  static Term id(long articleId) {
    return new Term(Fields.ID, Long.toString(articleId));
  }

  /**
   * The document of an article.
   *
   * @param at when it came out
   */
  Document of(Article article, Instant at) {
    Language language = article.content().spokenLanguage();
    List<Word> title = Words.withJoined(article.content().title(), MOST_WORDS);
    String text = texts.text(article) + " " + texts.filing(article);
    List<Word> body = Words.withJoined(text, MOST_WORDS);
    Document document = new Document();
    document.add(new StringField(Fields.ID, id(article.id()).text(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.ID, article.id()));
    document.add(new NumericDocValuesField(Fields.AT, at.toEpochMilli()));
    add(document, language, List.of(title), true);
    add(document, language, List.of(title, body), false);
    String parts = Fields.of(language, Kind.TRIGRAMS, true);
    document.add(new Field(parts, new Tokens(trigrams(title)), IN_ORDER));
    return document;
  }

  private void add(Document document, Language language, List<List<Word>> parts, boolean inTitle) {
    List<Token> inOrder = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    Stemmer stemmer = Stemmer.of(language);
    for (List<Word> part : parts) {
      int step = inOrder.isEmpty() ? 1 : BORDER;
      for (Word word : part) {
        inOrder.add(new Token(stemmer.stem(word.folded()), step));
        words.add(word.written());
        words.add(word.folded());
        step = word.joined() ? 0 : 1;
      }
    }
    List<Token> unordered = words.stream().map(word -> new Token(word, 1)).toList();
    String ofStems = Fields.of(language, Kind.STEMS, inTitle);
    String ofWords = Fields.of(language, Kind.WORDS, inTitle);
    document.add(new Field(ofStems, new Tokens(inOrder), IN_ORDER));
    document.add(new Field(ofWords, new Tokens(unordered), UNORDERED));
  }

  private static List<Token> trigrams(List<Word> words) {
    List<Token> tokens = new ArrayList<>();
    for (Word word : words) {
      int step = BORDER;
      for (String trigram : Trigrams.of(word.folded())) {
        tokens.add(new Token(trigram, step));
        step = 1;
      }
    }
    return tokens;
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }
}
