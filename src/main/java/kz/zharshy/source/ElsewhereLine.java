package kz.zharshy.source;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A line of an article that only leads elsewhere: "Read also" with a link, or a row of hashtags.
 * Where one word more stands outside of the link, it is the article's own.
 */
final class ElsewhereLine {
  private static final int LONGEST = 300;
  private static final Pattern LABEL =
      Pattern.compile(
          "[\\p{So}\\uFE0F\\s>•–—-]*(?:читайте также|читать также|читайте ещё|читайте еще"
              + "|смотрите также|материалы по теме|новости по теме|по теме|оригинал статьи"
              + "|оқи отырыңыз|тағы оқыңыз|сондай-ақ оқыңыз|оқыңыз|тақырып бойынша|read also"
              + "|see also|also read|read more|related|original article)[\\s:.,;|–—-]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern HASHTAGS =
      Pattern.compile("(?:#[\\p{L}\\p{M}\\p{N}_-]+[\\s,;|]*+)+");

  private ElsewhereLine() {}

  /** Whether a line is nothing but such a label and links. */
  static boolean is(Element element) {
    if (BriefText.of(element, LONGEST).isEmpty() || element.selectFirst("a[href]") == null) {
      return false;
    }
    Element rest = element.clone();
    rest.select("a[href]").remove();
    return LABEL.matcher(CleanText.line(rest.text())).matches();
  }

  /** Whether a line is nothing but hashtags. */
  static boolean isHashtags(String line) {
    return line.length() <= LONGEST && HASHTAGS.matcher(line).matches();
  }
}
