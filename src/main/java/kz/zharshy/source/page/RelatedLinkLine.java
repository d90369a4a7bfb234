package kz.zharshy.source.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.Line;
import org.jsoup.nodes.Element;

/**
 * A line of an article that only leads elsewhere: "Read also" with a link, or a row of hashtags.
 * Where one word more stands outside of the link, it is the article's own.
 */
final class RelatedLinkLine {
  private static final int LONGEST = 300;
  private static final Pattern LABEL =
      Pattern.compile(
          "[\\p{So}\\uFE0F\\s>•–—-]*(?:читайте также|читать также|читайте ещё|читайте еще"
              + "|смотрите также|материалы по теме|новости по теме|по теме|оригинал статьи"
              + "|оқи отырыңыз|тағы оқыңыз|сондай-ақ оқыңыз|оқыңыз|тақырып бойынша|read also"
              + "|see also|also read|read more|related|original article)[\\s:.,;|–—-]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Where it cannot be seen what is a link: only what no sentence of an article begins with. */
  private static final Pattern POINTER =
      Pattern.compile(
          "[\\p{So}\\uFE0F\\s>•–—-]*(?:читайте также|читать также|читайте ещё|читайте еще"
              + "|смотрите также|материалы по теме|новости по теме|оқи отырыңыз|тағы оқыңыз"
              + "|сондай-ақ оқыңыз|read also|see also|also read)\\s?:\\s.*[^.;…\\s]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String HASHTAG = "#[\\p{L}\\p{M}\\p{N}_-]+";
  private static final Pattern HASHTAGS = Pattern.compile("(?:" + HASHTAG + "[\\s,;|]*+)+");
  private static final Pattern EACH_HASHTAG = Pattern.compile(HASHTAG);

  private RelatedLinkLine() {}

  /** Whether a line is nothing but such a label and links. */
  static boolean is(Element element) {
    if (BriefText.of(element, LONGEST).isEmpty() || element.selectFirst("a[href]") == null) {
      return false;
    }
    Element rest = element.clone();
    rest.select("a[href]").remove();
    return LABEL.matcher(CleanText.line(rest.text())).matches();
  }

  /** Lines of a page's text without those that only name another article. */
  static List<Line> without(List<Line> lines) {
    List<Line> kept = new ArrayList<>();
    boolean opens = false;
    for (Line line : lines) {
      boolean gone = line.length() <= LONGEST && POINTER.matcher(line.text()).matches();
      if (!gone) {
        kept.add(opens ? line.opening() : line);
      }
      opens = gone;
    }
    return kept;
  }

  /** Where the lines end that are more than hashtags; one line at least is above it. */
  static int endOfWords(List<Line> lines, int from) {
    int end = lines.size();
    while (end > from + 1 && isHashtags(lines.get(end - 1).text())) {
      end--;
    }
    return end;
  }

  /** The words of a line of hashtags. */
  static List<String> hashtags(Line line) {
    return EACH_HASHTAG
        .matcher(line.text())
        .results()
        .map(found -> found.group().substring(1))
        .toList();
  }

  private static boolean isHashtags(String line) {
    return line.length() <= LONGEST && HASHTAGS.matcher(line).matches();
  }
}
