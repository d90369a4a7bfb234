package kz.zharshy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.zharshy.search.terms.Words;

/** What a reader typed, taken apart: words, and phrases in quotation marks. */
record Query(List<Piece> pieces) {
  /** Nobody types more, and what is pasted must not cost more. */
  private static final int LONGEST = 300;

  private static final int MOST_WORDS = 12;
  private static final int MOST_TO_JOIN = 4;

  private static final Pattern PIECE =
      Pattern.compile("«([^»]*)»|“([^”]*)”|„([^“”]*)[“”]|\"([^\"]*)\"|(\\S+)");

  /** Words that stand in every other sentence, folded. */
  private static final Set<String> COMMON =
      Set.of(
          ("и в во на с со к ко по о об от до из за у не что как это для при или а но же "
                  + "про ли бы где когда кто почему какои был была были было будет есть мен пен бен "
                  + "жане ушин туралы бул осы сол да де та те бир каида кашан ким калаи неге ол деп "
                  + "болды the a an of in on at to for and or is are was were be been with by from "
                  + "it what who when where how why did do does has have had this that will")
              .split(" "));

  /**
   * A part of what was typed.
   *
   * @param phrase whether its words have to follow each other
   */
  record Piece(String typed, boolean phrase) {
    List<Words.Word> words() {
      return Words.of(typed, MOST_WORDS);
    }

    private boolean isCommon() {
      return !phrase && words().stream().map(Words.Word::folded).allMatch(COMMON::contains);
    }
  }

  static Query of(String typed) {
    String text = typed.substring(0, Math.min(LONGEST, typed.length()));
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    int words = 0;
    while (matcher.find() && words < MOST_WORDS) {
      Piece piece = piece(matcher);
      if (!piece.words().isEmpty()) {
        pieces.add(piece);
        words += piece.words().size();
      }
    }
    List<Piece> rare = pieces.stream().filter(piece -> !piece.isCommon()).toList();
    return new Query(rare.isEmpty() ? pieces : rare);
  }

  /** The same with two neighbours written together, each two in turn; none of a long query. */
  List<Query> joined() {
    return IntStream.range(1, pieces.size() > MOST_TO_JOIN ? 0 : pieces.size())
        .filter(second -> !pieces.get(second - 1).phrase() && !pieces.get(second).phrase())
        .mapToObj(this::joined)
        .toList();
  }

  private Query joined(int second) {
    List<Piece> fewer = new ArrayList<>(pieces);
    Piece behind = fewer.remove(second);
    fewer.set(second - 1, new Piece(fewer.get(second - 1).typed() + behind.typed(), false));
    return new Query(fewer);
  }

  private static Piece piece(Matcher matcher) {
    for (int group = 1; group <= 4; group++) {
      if (matcher.group(group) != null) {
        return new Piece(matcher.group(group), true);
      }
    }
    return new Piece(matcher.group(5), false);
  }
}
