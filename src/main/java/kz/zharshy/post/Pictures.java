package kz.zharshy.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zharshy.article.Block;
import kz.zharshy.article.Content;
import kz.zharshy.article.Media;
import kz.zharshy.article.MediaKind;

/**
 * The pictures and videos that go out with an article: its own, and those between its paragraphs.
 *
 * @param shown at most ten, none twice; addresses in the form in which Telegram keeps them
 * @param captions what is said of them and does not stand in the body anyway
 */
record Pictures(List<Media> shown, List<String> captions) {
  /** Of an album (core.telegram.org/bots/api#sendmediagroup). */
  private static final int MOST = 10;

  /** What may be a file of this machine; whether it is a picture or a video, its bytes tell. */
  private static final Pattern FILE =
      Pattern.compile("(?!.*://)(?![/\\\\]{2})(?!(?i:file):)\\P{Cc}+");

  private static final String KEPT = "telegram:";

  static Pictures of(Content content, List<Block> body) {
    Map<String, Media> inside = new LinkedHashMap<>();
    figures(body).forEach(picture -> add(picture, inside));
    Map<String, Media> all = new LinkedHashMap<>();
    content.media().forEach(picture -> add(picture, all));
    inside.forEach(all::putIfAbsent);
    List<Media> shown = all.values().stream().limit(MOST).toList();
    List<String> captions = new ArrayList<>();
    for (Media picture : shown) {
      if (picture.caption() != null && !inside.containsKey(picture.location())) {
        captions.add(picture.caption());
      }
    }
    return new Pictures(shown, captions);
  }

  /**
   * The address of the one picture; empty if there are several, or it lies on this machine, or is a
   * video.
   */
  Optional<String> onlyAddress() {
    return shown.size() == 1 && shown.get(0).kind() == MediaKind.PHOTO
        ? Optional.of(shown.get(0).location()).filter(Pictures::isAddress)
        : Optional.empty();
  }

  /** Those that do not stand between the paragraphs. */
  List<Media> besideBody(List<Block> body) {
    Map<String, Media> inside = new LinkedHashMap<>();
    figures(body).forEach(picture -> add(picture, inside));
    return shown.stream().filter(picture -> !inside.containsKey(picture.location())).toList();
  }

  boolean none() {
    return shown.isEmpty();
  }

  static boolean isAddress(String location) {
    return location.startsWith("http://") || location.startsWith("https://");
  }

  /** A picture that a person sent to the bot: Telegram keeps it under the name behind this. */
  static boolean isKept(String location) {
    return location.startsWith(KEPT);
  }

  private static void add(Media picture, Map<String, Media> to) {
    Optional<String> location =
        LinkAddress.of(picture.location())
            .or(() -> Optional.of(picture.location()).filter(at -> isFile(at) || isKept(at)));
    location.ifPresent(at -> to.putIfAbsent(at, new Media(picture.kind(), at, picture.caption())));
  }

  private static boolean isFile(String location) {
    return FILE.matcher(location).matches();
  }

  /** Without recursion, so that no depth of a hostile text can exhaust the stack. */
  private static List<Media> figures(List<Block> body) {
    List<Media> figures = new ArrayList<>();
    Deque<Block> open = new ArrayDeque<>(body);
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (block instanceof Block.Figure figure) {
        figures.add(figure.picture());
      }
      BlockWriter.inside(block).forEach(open::push);
    }
    return figures;
  }
}
