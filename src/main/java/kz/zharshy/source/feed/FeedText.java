package kz.zharshy.source.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.HtmlTree;
import kz.zharshy.source.SafeLink;
import kz.zharshy.source.body.BodyHtml;
import kz.zharshy.source.body.HtmlLimit;
import kz.zharshy.source.body.TextExtractor;
import kz.zharshy.source.page.AbsoluteLinks;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;

/** Texts of feeds, which may be plain or HTML. */
final class FeedText {
  private static final Pattern MARKUP =
      Pattern.compile("<[a-zA-Z/!][^<>]*>|&(?:#\\d{1,7}|#x\\p{XDigit}{1,6}|[a-zA-Z]{2,10});");
  private static final int LONGEST_HEADLINE = 150;

  private FeedText() {}

  /** Whether there is a tag or a character reference in a text. */
  static boolean isMarkedUp(String text) {
    return MARKUP.matcher(text).find();
  }

  /** The words on one line, without markup if there is any. */
  static String words(String text) {
    return CleanText.line(CleanText.of(isMarkedUp(text) ? unmarked(text) : text));
  }

  private static String unmarked(String html) {
    return HtmlLimit.isFlood(html) ? TextExtractor.of(html) : HtmlTree.of(html, "").text();
  }

  /** The title, or where there is none the beginning of the text. */
  static String headline(String title, String html) {
    if (!title.isEmpty()) {
      return title;
    }
    String text = words(html);
    int end = 0;
    while (end < text.length() && ".!?…".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end > LONGEST_HEADLINE) {
      int space = text.lastIndexOf(' ', LONGEST_HEADLINE);
      return text.substring(0, space > 0 ? space : LONGEST_HEADLINE) + "…";
    }
    return text.substring(0, end);
  }

  /** Plain text as HTML: blank lines part paragraphs. */
  static String asHtml(String text) {
    String escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    StringBuilder html = new StringBuilder();
    for (String paragraph : escaped.split("\\n\\s*\\n", -1)) {
      if (!paragraph.isBlank()) {
        html.append("<p>").append(paragraph.strip().replace("\n", "<br>")).append("</p>");
      }
    }
    return html.toString();
  }

  /**
   * HTML with links that mean something away from their page; of a flood of tags only the words.
   */
  static String absolute(String html, String base) {
    if (HtmlLimit.isFlood(html)) {
      return asHtml(TextExtractor.of(html));
    }
    Document document = HtmlTree.of(html, base);
    AbsoluteLinks.in(document);
    return BodyHtml.of(document.body());
  }

  /** A link completed by the feed's address; empty if it is none that may be opened. */
  static Optional<String> link(String base, String link) {
    return link.isBlank() ? Optional.empty() : SafeLink.of(StringUtil.resolve(base, link));
  }
}
