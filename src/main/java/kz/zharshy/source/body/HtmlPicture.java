package kz.zharshy.source.body;

import java.util.Optional;
import java.util.stream.Stream;
import kz.zharshy.article.Media;
import kz.zharshy.source.CleanText;
import kz.zharshy.source.SafeLink;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A picture in HTML, as an article's picture or as the sign that it stands for. */
public final class HtmlPicture {
  private HtmlPicture() {}

  /**
   * The picture; empty if it has no address, or is there only to count readers.
   *
   * @param figcaption the caption of its figure; without one, its title or description serves
   */
  public static Optional<Media> of(Element img, @Nullable String figcaption) {
    return isCounter(img) || symbol(img).isPresent()
        ? Optional.empty()
        : address(img).map(at -> Media.photo(at, caption(img, figcaption)));
  }

  /** Whether an article can show the picture. */
  static boolean isShown(Element img) {
    return of(img, null).isPresent();
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

  /** Sites that load pictures late have a stand-in in {@code src}, and the address beside it. */
  private static Optional<String> address(Element img) {
    return Stream.of("data-src", "data-original", "data-lazy-src", "src")
        .flatMap(attribute -> SafeLink.of(img.attr(attribute)).stream())
        .findFirst();
  }

  private static @Nullable String caption(Element img, @Nullable String figcaption) {
    String described = img.attr("title").isBlank() ? img.attr("alt") : img.attr("title");
    String text = figcaption == null || figcaption.isBlank() ? described : figcaption;
    String line = CleanText.line(CleanText.of(text));
    return line.isEmpty() ? null : line;
  }

  private static boolean isCounter(Element img) {
    return img.attr("width").matches("[01](?:px)?") || img.attr("height").matches("[01](?:px)?");
  }
}
