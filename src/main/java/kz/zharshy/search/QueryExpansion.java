package kz.zharshy.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.zharshy.language.Language;
import kz.zharshy.search.ExpandedQuery.Sense;
import kz.zharshy.search.Query.Piece;
import kz.zharshy.search.index.IndexReading;
import kz.zharshy.search.index.Wanted;
import kz.zharshy.search.terms.AbbreviationMatcher;
import kz.zharshy.search.terms.Keyboard;
import kz.zharshy.search.terms.Stemmer;
import kz.zharshy.search.terms.Transliteration;
import kz.zharshy.search.terms.TypoVariants;
import kz.zharshy.search.terms.Words;

/** Finds out what the pieces of a query can mean in one language's articles. */
final class QueryExpansion {
  /** A shorter beginning would be that of too many words. */
  private static final int SHORTEST_BEGINNING = 4;

  /** Of one word, and of all together. */
  private static final int MOST_BEGINNINGS = 10;

  private static final int MOST_BEGINNINGS_OF_ALL = 24;

  /** In a longer question the words that are known stay as they are. */
  private static final int SHORT = 6;

  private static final int MOST_CUT = 3;

  /** So long a word's root is told from others without its last two letters: эвакуац-, эвакуир-. */
  private static final int LONG = 6;

  /** And so long a word's by two thirds of it: восстановлен-, восстанавлив-. */
  private static final int VERY_LONG = 9;

  /** A word has a thousand neighbours, and nobody means so many misspelt words. */
  private static final int MOST_CORRECTED = 4;

  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-\u2010-\u2013](?=\\p{L})");

  private final IndexReading index;
  private final Language language;
  private final Stemmer stemmer;
  private final boolean isShort;
  private final int beginnings;
  private int corrections = MOST_CORRECTED;

  /** {@code words}: how many words there are to be understood. */
  QueryExpansion(IndexReading index, Language language, int words) {
    this.index = index;
    this.isShort = words <= SHORT;
    this.beginnings = Math.min(MOST_BEGINNINGS, MOST_BEGINNINGS_OF_ALL / Math.max(1, words));
    this.language = language;
    this.stemmer = Stemmer.of(language);
  }

  /** As it was typed, with a hyphen or as one word, or else on another keyboard. */
  ExpandedQuery exact(Piece piece) {
    List<Sense> plain = new ArrayList<>(asTyped(piece).senses());
    joined(piece).forEach(one -> plain.addAll(asTyped(new Piece(one, false)).senses()));
    if (!plain.isEmpty()) {
      return new ExpandedQuery(plain);
    }
    Set<String> others = otherwise(piece);
    others.addAll(Transliteration.meanings(piece.typed()));
    others.addAll(AbbreviationMatcher.inFull(piece.typed(), language));
    List<Sense> senses = new ArrayList<>();
    for (String typed : others) {
      senses.addAll(asTyped(new Piece(typed, piece.phrase())).senses());
    }
    return new ExpandedQuery(senses);
  }

  /** Also with a typing error, or in a form or with a root that the stems do not tell. */
  ExpandedQuery near(Piece piece) {
    ExpandedQuery exact = exact(piece);
    if (piece.phrase() || (!exact.isNothing() && asTyped(piece).isNothing())) {
      return exact;
    }
    List<Sense> senses = new ArrayList<>(all(piece.words()).senses());
    Set<String> others = senses.isEmpty() ? otherwise(piece) : joined(piece);
    for (String typed : others) {
      senses.addAll(all(new Piece(typed, false).words()).senses());
    }
    return new ExpandedQuery(senses);
  }

  private static Set<String> joined(Piece piece) {
    String joined = HYPHEN.matcher(piece.typed()).replaceAll("");
    return piece.phrase() || joined.equals(piece.typed()) ? Set.of() : Set.of(joined);
  }

  private static Set<String> otherwise(Piece piece) {
    Set<String> typed = new LinkedHashSet<>(joined(piece));
    typed.addAll(Keyboard.meanings(piece.typed()));
    return typed;
  }

  private ExpandedQuery asTyped(Piece piece) {
    List<Words.Word> words = piece.words();
    boolean phrase = piece.phrase() && words.size() > 1;
    return together(
        words,
        phrase,
        word -> index.known(language, phrase ? Set.of(stemmer.stem(word)) : stemmer.stems(word)));
  }

  /** All words together, each as it may be meant. */
  private ExpandedQuery all(List<Words.Word> words) {
    return together(words, false, this::alike);
  }

  private static ExpandedQuery together(
      List<Words.Word> words, boolean phrase, Function<String, Set<String>> stems) {
    List<Wanted.Word> known =
        words.stream()
            .map(word -> new Wanted.Word(word.written(), word.folded(), stems.apply(word.folded())))
            .toList();
    return known.isEmpty() || known.stream().anyMatch(word -> word.stems().isEmpty())
        ? ExpandedQuery.nothing()
        : new ExpandedQuery(List.of(new Sense(known, phrase)));
  }

  private Set<String> alike(String word) {
    String stem = stemmer.stem(word);
    Set<String> alike = new LinkedHashSet<>(index.known(language, stemmer.stems(word)));
    boolean known = !alike.isEmpty();
    if (known && !isShort) {
      return alike;
    }
    alike.addAll(related(word, stem));
    if ((alike.isEmpty() || stem.length() < word.length() / 2) && corrections > 0) {
      corrections--;
      Set<String> corrected = new LinkedHashSet<>(TypoVariants.of(stem));
      TypoVariants.of(word).forEach(other -> corrected.add(stemmer.stem(other)));
      corrected.removeIf(other -> other.length() < SHORTEST_BEGINNING);
      alike.addAll(index.known(language, corrected));
    }
    if ((known || alike.isEmpty()) && stem.length() > LONG) {
      int root = stem.length() < VERY_LONG ? stem.length() - 2 : stem.length() * 2 / 3;
      alike.addAll(index.beginningWith(language, stem.substring(0, root), beginnings));
    }
    return alike;
  }

  /** Words that go on where this one ends, that have its root, or that end a little before it. */
  private Set<String> related(String word, String stem) {
    Set<String> related = new LinkedHashSet<>();
    if (Character.isDigit(stem.charAt(0))) {
      return related;
    }
    for (String beginning : stemmer.beginnings(word)) {
      if (beginning.length() >= SHORTEST_BEGINNING) {
        related.addAll(index.beginningWith(language, beginning, beginnings));
      }
    }
    Set<String> others = new LinkedHashSet<>(stemmer.relatives(word));
    for (int cut = 1; cut <= MOST_CUT && stem.length() - cut > SHORTEST_BEGINNING; cut++) {
      String start = stem.substring(0, stem.length() - cut);
      others.add(start);
      String shorter = stemmer.stem(start);
      if (shorter.length() >= SHORTEST_BEGINNING) {
        others.add(shorter);
      }
    }
    related.addAll(index.known(language, others));
    return related;
  }
}
