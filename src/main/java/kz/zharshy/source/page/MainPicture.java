package kz.zharshy.source.page;

import java.util.List;
import kz.zharshy.article.Media;
import kz.zharshy.source.body.HtmlPicture;
import org.jsoup.nodes.Element;

/** Keeps the picture that a page gives as its own from standing in the body a second time. */
public final class MainPicture {
  private MainPicture() {}

  /**
   * Takes the main picture out of the body, if it stands there.
   *
   * @return the pictures given, with the caption from the body where the page gives none
   */
  public static List<Media> takenOut(Element root, List<Media> pictures) {
    if (pictures.isEmpty()) {
      return pictures;
    }
    Media main = pictures.get(0);
    for (Element img : root.select("img")) {
      Element figure = img.closest("figure");
      Element caption = figure == null ? null : figure.selectFirst("figcaption");
      Media shown = HtmlPicture.of(img, caption == null ? null : caption.text()).orElse(null);
      if (shown != null && shown.location().equals(main.location())) {
        (figure == null || figure.select("img").size() > 1 ? img : figure).remove();
        return List.of(main.caption() == null ? shown : main);
      }
    }
    return pictures;
  }
}
