package kz.zharshy.source;

import java.util.Optional;
import kz.zharshy.article.Block;
import kz.zharshy.article.Picture;
import org.jsoup.nodes.Element;

/** A picture in HTML, as an article's picture or as the sign that it stands for. */
final class HtmlPicture {
  private HtmlPicture() {}

  /**
   * The picture with its caption; empty if it has no address, or is there only to count readers.
   */
  static Optional<Block.Figure> figure(Element img) {
    if (isCounter(img) || symbol(img).isPresent()) {
      return Optional.empty();
    }
    return address(img).map(at -> new Block.Figure(new Picture(at, caption(img).orElse(null))));
  }

  /** The emoji that a site shows as a picture. */
  static Optional<String> symbol(Element img) {
    String alt = img.attr("alt");
    boolean isOne =
        !alt.isBlank()
            && alt.length() <= 8
            && alt.codePoints().noneMatch(Character::isLetterOrDigit)
            && alt.codePoints().anyMatch(c -> c > 0x2000);
    return isOne ? Optional.of(alt) : Optional.empty();
  }

  /** Whether a figure's caption belongs to a picture that can be shown. */
  static boolean hasCaption(Element figcaption) {
    Element figure = figcaption.parent();
    Element img = figure == null ? null : figure.selectFirst("img");
    return img != null && figure(img).isPresent();
  }

  /** Sites that load pictures late keep the address beside {@code src}. */
  private static Optional<String> address(Element img) {
    return SafeLink.of(img.attr("src"))
        .or(() -> SafeLink.of(img.attr("data-src")))
        .or(() -> SafeLink.of(img.attr("data-original")))
        .or(() -> SafeLink.of(img.attr("data-lazy-src")));
  }

  private static Optional<String> caption(Element img) {
    Element figure = img.closest("figure");
    Element caption = figure == null ? null : figure.selectFirst("figcaption");
    String text = caption == null ? "" : caption.text();
    if (text.isBlank()) {
      text = img.attr("title").isBlank() ? img.attr("alt") : img.attr("title");
    }
    String line = CleanText.line(CleanText.of(text));
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private static boolean isCounter(Element img) {
    return img.attr("width").matches("[01](?:px)?") || img.attr("height").matches("[01](?:px)?");
  }
}
