package kz.zharshy.source.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.zharshy.article.Mark;
import kz.zharshy.article.Run;
import kz.zharshy.source.CleanText;
import org.jspecify.annotations.Nullable;

/** Collects the runs of one paragraph; stretches of white space become one space, as in HTML. */
final class InlineText {
  private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
  private final Deque<Optional<String>> links = new ArrayDeque<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Whether the next character may have to be set in another way than the last one. */
  private boolean turned = true;

  /** A stretch of text that is set in one way, up to the next one. */
  private record Stretch(int from, Set<Mark> marks, @Nullable String link) {
    boolean isSet(Set<Mark> otherMarks, @Nullable String otherLink) {
      return marks.equals(otherMarks) && Objects.equals(link, otherLink);
    }
  }

  void open(Mark mark) {
    marks.merge(mark, 1, Integer::sum);
    turned = true;
  }

  void close(Mark mark) {
    marks.compute(mark, (m, count) -> count == null || count == 1 ? null : count - 1);
    turned = true;
  }

  /** Begins a link; an empty one is text that leads nowhere. */
  void openLink(Optional<String> address) {
    links.push(address);
    turned = true;
  }

  void closeLink() {
    links.pop();
    turned = true;
  }

  /** Adds text; white space at the beginning of a line is dropped. */
  void add(String added) {
    String clean = CleanText.of(added);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c != ' ' && c != '\n' && c != '\t') {
        put(c);
      } else if (last() != ' ' && last() != '\n') {
        put(' ');
      }
    }
  }

  /** Adds text as it is. */
  void addVerbatim(String added) {
    CleanText.of(added).chars().forEach(c -> put((char) c));
  }

  /** Adds a line break; false if one stands there already, so that a new paragraph is meant. */
  boolean breakLine() {
    int end = length();
    while (end > 0 && text.charAt(end - 1) != '\n' && isSpace(text.charAt(end - 1))) {
      end--;
    }
    cut(end);
    if (end == 0 || text.charAt(end - 1) == '\n') {
      return false;
    }
    put('\n');
    return true;
  }

  int length() {
    return text.length();
  }

  /** The text from this place on, without marks. */
  String since(int from) {
    return text.substring(Math.min(from, length()));
  }

  /** The runs collected, without white space at the end; marks and links stay open. */
  List<Run> take() {
    int end = length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < stretches.size() && stretches.get(i).from() < end; i++) {
      Stretch stretch = stretches.get(i);
      int to = i + 1 < stretches.size() ? Math.min(stretches.get(i + 1).from(), end) : end;
      runs.add(new Run(text.substring(stretch.from(), to), stretch.marks(), stretch.link()));
    }
    text.setLength(0);
    stretches.clear();
    turned = true;
    return runs;
  }

  private void put(char c) {
    if (turned) {
      turn();
    }
    text.append(c);
  }

  private void turn() {
    String link = links.isEmpty() ? null : links.element().orElse(null);
    Stretch current = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (current == null || !current.isSet(marks.keySet(), link)) {
      Set<Mark> now = marks.isEmpty() ? Set.of() : EnumSet.copyOf(marks.keySet());
      stretches.add(new Stretch(length(), now, link));
    }
    turned = false;
  }

  private void cut(int end) {
    text.setLength(end);
    while (!stretches.isEmpty() && stretches.get(stretches.size() - 1).from() >= end) {
      stretches.remove(stretches.size() - 1);
      turned = true;
    }
  }

  private char last() {
    return text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || CleanText.isZeroWidth(c);
  }
}
