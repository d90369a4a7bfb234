package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;

/**
 * A page's headline: the line that stands twice, or the line above the date, or else the first that
 * is neither rate nor rubric.
 *
 * @param text on one line
 * @param first the first line of its first appearance, and {@code firstEnd} the line after that
 * @param last the first line of its last appearance, and {@code end} the line after that
 */
record Headline(String text, int first, int firstEnd, int last, int end) {
  /** A page's menu may stand above the rubric; this many short lines are looked through. */
  private static final int LINES_ABOVE = 12;

  /** Without a date to confirm them, two equal lines further down may be the body's own. */
  private static final int LINES_ABOVE_UNDATED = 4;

  private static final int LINES_OF_ONE_HEADLINE = 3;
  private static final int NARROWEST_WRAPPED = 45;
  private static final int LONGEST = 400;
  private static final int LONGEST_MADE = 120;

  static Optional<Headline> find(List<Line> lines) {
    int start = 0;
    while (start < lines.size() && isNoHeadline(lines.get(start).text())) {
      start++;
    }
    if (start == lines.size()) {
      return Optional.empty();
    }
    int from = start;
    return repeated(lines, from)
        .or(() -> aboveDate(lines, from))
        .or(() -> Optional.of(firstLine(lines, from)));
  }

  /** Whether this line is part of the headline in either place. */
  boolean covers(int line) {
    return (line >= first && line < firstEnd) || (line >= last && line < end);
  }

  private static boolean isNoHeadline(String line) {
    return TopLine.isRates(line) || DateLine.of(line).isPresent() || ShareLine.isShare(line);
  }

  private static Optional<Headline> repeated(List<Line> lines, int start) {
    for (int a = start; a < Math.min(start + LINES_ABOVE, lines.size()); a++) {
      if (isDate(lines, a)) {
        return Optional.empty();
      }
      Optional<Headline> found = repeatedAt(lines, a);
      if (found.isPresent() && isMeant(lines, found.get(), start)) {
        return found;
      }
      if (!mayStandAbove(lines.get(a).text())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Far down, or where the rubric stands twice, only the date tells that it is the headline. */
  private static boolean isMeant(List<Line> lines, Headline found, int start) {
    boolean near = found.first() <= start + LINES_ABOVE_UNDATED;
    return isDated(lines, found) || (near && !TopLine.isKnownRubric(found.text()));
  }

  private static boolean mayStandAbove(String line) {
    return isNoHeadline(line) || TopLine.mayBeRubric(line);
  }

  private static boolean isDated(List<Line> lines, Headline headline) {
    for (int i = headline.firstEnd; i <= headline.end && i < lines.size(); i++) {
      if (isDate(lines, i)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Headline> repeatedAt(List<Line> lines, int a) {
    for (int one = 1; one <= LINES_OF_ONE_HEADLINE && isOneBlock(lines, a, a + one); one++) {
      String first = joined(lines, a, a + one);
      int b = afterDate(lines, a + one);
      for (int two = 1; two <= LINES_OF_ONE_HEADLINE && isOneBlock(lines, b, b + two); two++) {
        String second = joined(lines, b, b + two);
        if (first.length() <= LONGEST && HeadlineSimilarity.same(first, second)) {
          return Optional.of(
              new Headline(HeadlineSimilarity.better(first, second), a, a + one, b, b + two));
        }
      }
    }
    return Optional.empty();
  }

  /** Between its two appearances only date, views, a share line or a rubric may stand. */
  private static int afterDate(List<Line> lines, int from) {
    int next = from;
    while (next < Math.min(from + 3, lines.size())
        && (isNoHeadline(lines.get(next).text())
            || DateLine.isTimeOrViews(lines.get(next).text())
            || TopLine.isKnownRubric(lines.get(next).text()))) {
      next++;
    }
    return next;
  }

  private static boolean isOneBlock(List<Line> lines, int from, int to) {
    if (to > lines.size()) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (lines.get(i).opensBlock() || isDate(lines, i)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Headline> aboveDate(List<Line> lines, int start) {
    int date = start + 1;
    while (date < Math.min(start + LINES_ABOVE, lines.size()) && !isDate(lines, date)) {
      date++;
    }
    if (date >= Math.min(start + LINES_ABOVE, lines.size())) {
      return Optional.empty();
    }
    int head = headOfBlock(lines, start, date);
    for (Line above : lines.subList(start, head)) {
      if (!mayStandAbove(above.text())) {
        return Optional.empty();
      }
    }
    boolean headline = head == start || !isLead(lines, head, date);
    return headline ? Optional.of(once(lines, head, date)) : Optional.empty();
  }

  /** A line that ends with a full stop, below more than a word or two, is text and no headline. */
  private static boolean isLead(List<Line> lines, int head, int date) {
    Line above = lines.get(date - 1);
    boolean sentence = above.text().endsWith(".") && !isBrief(lines.get(head - 1).text());
    return sentence || above.length() > LONGEST;
  }

  private static boolean isBrief(String line) {
    return line.indexOf(' ') == line.lastIndexOf(' ');
  }

  /** A headline that was wrapped fills all but its last line. */
  private static int headOfBlock(List<Line> lines, int start, int date) {
    int head = date - 1;
    while (head > start
        && date - head < LINES_OF_ONE_HEADLINE
        && !lines.get(head).opensBlock()
        && isFull(lines.get(head - 1).text())
        && !lines.get(head).text().endsWith(".")) {
      head--;
    }
    return head;
  }

  private static boolean isFull(String line) {
    return line.length() >= NARROWEST_WRAPPED && !Sentence.ends(line);
  }

  private static Headline firstLine(List<Line> lines, int start) {
    boolean below = start + 1 < lines.size();
    boolean rubric =
        below
            && (TopLine.isKnownRubric(lines.get(start).text())
                || (start > 0 && isShortAbove(lines, start)));
    int at = rubric ? start + 1 : start;
    String line = CleanText.line(lines.get(at).text());
    return line.length() <= LONGEST
        ? once(lines, at, at + 1)
        : new Headline(beginning(line), at, at, at, at);
  }

  /** Below exchange rates one or two words above a longer line are the rubric. */
  private static boolean isShortAbove(List<Line> lines, int start) {
    Line above = lines.get(start);
    Line below = lines.get(start + 1);
    return start + 2 < lines.size()
        && isBrief(above.text())
        && TopLine.mayBeRubric(above.text())
        && above.length() < below.length()
        && !Sentence.ends(below.text());
  }

  /** A text without a headline gets its first words for one, and keeps them. */
  private static String beginning(String line) {
    int space = line.lastIndexOf(' ', LONGEST_MADE);
    int cut = space > 0 ? space : LONGEST_MADE;
    return line.substring(0, Character.isLowSurrogate(line.charAt(cut)) ? cut - 1 : cut) + "…";
  }

  private static Headline once(List<Line> lines, int from, int to) {
    return new Headline(CleanText.line(joined(lines, from, to)), from, to, from, to);
  }

  private static boolean isDate(List<Line> lines, int at) {
    return DateLine.of(lines.get(at).text()).isPresent();
  }

  private static String joined(List<Line> lines, int from, int to) {
    List<String> texts = new ArrayList<>();
    for (Line line : lines.subList(from, to)) {
      texts.add(line.text());
    }
    return String.join(" ", texts);
  }
}
