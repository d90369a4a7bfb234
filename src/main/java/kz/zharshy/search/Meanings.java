package kz.zharshy.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zharshy.language.Language;
import kz.zharshy.queue.WordIndex;
import kz.zharshy.search.Query.Piece;

/** Finds out what the pieces of a query can mean in one language's articles. */
final class Meanings {
  /** A shorter beginning would be that of too many words. */
  private static final int SHORTEST_BEGINNING = 4;

  private static final int MOST_BEGINNINGS = 20;
  private static final int MOST_CUT = 3;

  /** So long a word's root is told from others without its last two letters: эвакуац-, эвакуир-. */
  private static final int LONG = 6;

  private final WordIndex index;
  private final Language language;
  private final Stemmer stemmer;

  Meanings(WordIndex index, Language language) {
    this.index = index;
    this.language = language;
    this.stemmer = Stemmer.of(language);
  }

  /** As it was typed, or else on another keyboard. */
  Meaning exact(Piece piece) {
    Meaning meaning = asTyped(piece.words(), piece.phrase());
    if (!meaning.isNothing()) {
      return meaning;
    }
    for (String typed : Keyboard.meanings(piece.typed())) {
      meaning.or(asTyped(new Piece(typed, piece.phrase()).words(), piece.phrase()));
    }
    return meaning;
  }

  /** Also with a typing error, or in a form that the stems do not tell. */
  Meaning near(Piece piece) {
    Meaning meaning = exact(piece);
    if (piece.phrase()) {
      return meaning;
    }
    if (meaning.isNothing()) {
      meaning.or(all(piece.words()));
    }
    if (meaning.isNothing()) {
      for (String typed : Keyboard.meanings(piece.typed())) {
        meaning.or(all(new Piece(typed, false).words()));
      }
    }
    return meaning;
  }

  private Meaning asTyped(List<String> words, boolean phrase) {
    List<String> stems = words.stream().map(stemmer::stem).toList();
    Meaning meaning = Meaning.nothing();
    if (!stems.isEmpty() && index.known(language, stems).containsAll(stems)) {
      String between = phrase ? " " : "\" AND \"";
      String quoted = '"' + String.join(between, stems) + '"';
      meaning.expressions().add(phrase || stems.size() == 1 ? quoted : "(" + quoted + ")");
      meaning.stems().addAll(stems);
    }
    return meaning;
  }

  /** All words together, each as it may be meant. */
  private Meaning all(List<String> words) {
    List<Set<String>> choices = words.stream().map(this::alike).toList();
    Meaning meaning = Meaning.nothing();
    if (!choices.isEmpty() && choices.stream().noneMatch(Set::isEmpty)) {
      meaning
          .expressions()
          .add(choices.stream().map(Meanings::any).collect(Collectors.joining(" AND ", "(", ")")));
      choices.forEach(meaning.stems()::addAll);
    }
    return meaning;
  }

  private static String any(Set<String> stems) {
    return stems.stream().collect(Collectors.joining("\" OR \"", "(\"", "\")"));
  }

  private Set<String> alike(String word) {
    String stem = stemmer.stem(word);
    Set<String> alike = new LinkedHashSet<>(index.known(language, Set.of(stem)));
    if (alike.isEmpty()) {
      alike.addAll(related(stem));
    }
    if (alike.isEmpty()) {
      Set<String> corrected = new LinkedHashSet<>(Misspelling.of(stem));
      Misspelling.of(word).forEach(other -> corrected.add(stemmer.stem(other)));
      alike.addAll(index.known(language, corrected));
    }
    if (alike.isEmpty() && stem.length() > LONG) {
      String root = stem.substring(0, stem.length() - 2);
      alike.addAll(index.beginningWith(language, root, MOST_BEGINNINGS));
    }
    return alike;
  }

  /** Words that go on where this stem ends, and stems that end a little before it. */
  private Set<String> related(String stem) {
    Set<String> related = new LinkedHashSet<>();
    if (stem.length() < SHORTEST_BEGINNING || Character.isDigit(stem.charAt(0))) {
      return related;
    }
    related.addAll(index.beginningWith(language, stem, MOST_BEGINNINGS));
    List<String> shorter = new ArrayList<>();
    for (int cut = 1; cut <= MOST_CUT && stem.length() - cut > SHORTEST_BEGINNING; cut++) {
      shorter.add(stem.substring(0, stem.length() - cut));
    }
    related.addAll(index.known(language, shorter));
    return related;
  }
}
