package kz.zharshy.source.page;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.source.Line;
import org.jspecify.annotations.Nullable;

/**
 * The top of a page: rates, rubric, headline and date taken apart from the body below them.
 *
 * @param section the rubric as the page writes it
 * @param body the lines below, with those of the top that turned out to be none of these
 */
record PageTop(
    @Nullable String section, String headline, @Nullable LocalDateTime date, List<Line> body) {
  static Optional<PageTop> of(List<Line> lines) {
    return Headline.find(lines).map(headline -> around(lines, headline));
  }

  private static PageTop around(List<Line> lines, Headline headline) {
    DateLine date = null;
    String section = null;
    List<Line> body = new ArrayList<>();
    int end = headline.end();
    for (int i = 0; i < end; i++) {
      String line = lines.get(i).text();
      Optional<DateLine> found = DateLine.of(line);
      if (found.isPresent()) {
        date = found.get();
      } else if (!headline.covers(i) && isRubric(line)) {
        section = line;
      }
    }
    int next = end;
    if (date == null) {
      int at = dateBelow(lines, end);
      if (at >= 0) {
        date = DateLine.of(lines.get(at).text()).orElseThrow();
        body.addAll(lines.subList(end, at));
        next = at + 1;
      }
    }
    if (date != null && next > 0) {
      int after = afterViews(lines, next, date);
      for (Line line : lines.subList(next, after)) {
        date = date.joined(line.text());
      }
      next = after;
    }
    body.addAll(lines.subList(next, lines.size()));
    return new PageTop(section, headline.text(), date == null ? null : date.at(), body);
  }

  private static boolean isRubric(String line) {
    return !TopLine.isRates(line) && !DateLine.isTimeOrViews(line) && !ShareLine.isShare(line);
  }

  /**
   * Where the page's date stands below the headline: at once, or, if it has a time beside it, below
   * a lead or a byline. Negative if nowhere.
   */
  private static int dateBelow(List<Line> lines, int end) {
    for (int i = end; i < Math.min(end + 3, lines.size()); i++) {
      Optional<DateLine> found = DateLine.of(lines.get(i).text());
      if (found.isPresent() && (i == end || found.get().exact())) {
        return i;
      }
    }
    return -1;
  }

  private static int afterViews(List<Line> lines, int from, DateLine date) {
    int next = from;
    while (next < lines.size() && belongsToDate(lines.get(next), date)) {
      next++;
    }
    return next;
  }

  private static boolean belongsToDate(Line line, DateLine date) {
    if (date.counted()) {
      return false;
    }
    return DateLine.isLabelledViews(line.text())
        || (!line.opensBlock() && DateLine.isTimeOrViews(line.text()));
  }
}
