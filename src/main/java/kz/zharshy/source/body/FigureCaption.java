package kz.zharshy.source.body;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The caption of the figure that is being read; it belongs to the figure's first picture. */
final class FigureCaption {
  private @Nullable Element caption;
  private @Nullable String text;

  /** Looks for the caption of a figure in which a picture can be shown. */
  void open(Element figure) {
    Element img = figure.selectFirst("img");
    caption = img == null || !HtmlPicture.isShown(img) ? null : figure.selectFirst("figcaption");
    text = caption == null ? null : caption.text();
  }

  /** Whether this element is the caption of a picture, and no text of its own. */
  boolean isCaption(Element element) {
    return element.equals(caption); // identity, for elements
  }

  /** The caption for the next picture, once. */
  @Nullable String take() {
    String taken = text;
    text = null;
    return taken;
  }
}
