package kz.zharshy.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.zharshy.article.MediaKind;

/**
 * Turns a message that is in a channel into another, edit by edit
 * (core.telegram.org/bots/api#updating-messages). A message with pictures keeps them, as Telegram
 * does not make a text of it: the words become its caption. Nor does a text become a picture, or an
 * album grow.
 */
public final class Edits {
  private Edits() {}

  /**
   * An edit that brings a message nearer to what it should be.
   *
   * @param there what the message is after the edit
   */
  public record Step(PostEdit edit, PostPart there) {}

  /** The next edit; empty if the message is as near to the wanted one as it can come. */
  public static Optional<Step> next(PostPart there, PostPart wanted) {
    if (hasMedia(there)) {
      return medium(there, wanted)
          .or(() -> caption(there, wanted))
          .or(() -> surplus(there, wanted));
    }
    return text(there, wanted);
  }

  /** The same message with only these words. */
  public static PostPart words(PostPart there, String words) {
    return new PostPart.Text(bare(there), new MarkedText(words, List.of()), null);
  }

  /** The wanted message with the pictures that are there. */
  public static PostPart withPicturesOf(PostPart there, PostPart wanted) {
    return withWords(there, there.media(), wanted);
  }

  /** The message that is there, with the wanted one's words and buttons. */
  public static PostPart withWordsOf(PostPart wanted, PostPart there) {
    if (hasMedia(there)) {
      return withPicturesOf(there, wanted);
    }
    PostPart then = asText(there, wanted);
    PartHeader header = there.header().withButtons(then.header().buttons());
    if (there instanceof PostPart.Text now && then instanceof PostPart.Text text) {
      return new PostPart.Text(header, text.words(), now.picture());
    }
    return there instanceof PostPart.Rich && then instanceof PostPart.Rich rich
        ? rich.with(header)
        : there;
  }

  /** Whether the message shows pictures of its own, with its words below them. */
  static boolean hasMedia(PostPart part) {
    return !part.media().isEmpty();
  }

  private static Optional<Step> medium(PostPart there, PostPart wanted) {
    List<Medium> now = there.media();
    List<Medium> then = wanted.media();
    for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
      if (!now.get(i).equals(then.get(i))) {
        return Optional.of(medium(there, wanted, i));
      }
    }
    return Optional.empty();
  }

  /** An edited picture loses its caption, so the caption of the first goes with it. */
  private static Step medium(PostPart there, PostPart wanted, int index) {
    Medium medium = wanted.media().get(index);
    List<Medium> media = new ArrayList<>(there.media());
    media.set(index, medium);
    PostPart then = withWords(there, media, index == 0 ? wanted : there);
    MarkedText words = index == 0 ? then.words() : null;
    return new Step(new PostEdit.ChangeMedium(index, medium, words, then.header().buttons()), then);
  }

  private static Optional<Step> caption(PostPart there, PostPart wanted) {
    PostPart then = withPicturesOf(there, wanted);
    if (then.equals(there)) {
      return Optional.empty();
    }
    List<List<Button>> buttons = then.header().buttons();
    PostEdit edit =
        then.words().equals(there.words())
            ? new PostEdit.ChangeButtons(buttons)
            : new PostEdit.ChangeCaption(then.words(), buttons);
    return Optional.of(new Step(edit, then));
  }

  /** Pictures that are no longer the article's leave the album, the last first. */
  private static Optional<Step> surplus(PostPart there, PostPart wanted) {
    int now = there.media().size();
    int then = wanted.media().size();
    if (then == 0 || now <= then) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            new PostEdit.RemoveMedium(now - 1),
            withWords(there, there.media().subList(0, now - 1), there)));
  }

  private static Optional<Step> text(PostPart there, PostPart wanted) {
    PostPart then = asText(there, wanted);
    PartHeader plain = PartHeader.to("");
    List<List<Button>> buttons = then.header().buttons();
    boolean alike = there.with(plain).equals(then.with(plain));
    if (alike && there.header().buttons().equals(buttons)) {
      return Optional.empty();
    }
    PostEdit edit = alike ? new PostEdit.ChangeButtons(buttons) : new PostEdit.ChangeText(then);
    return Optional.of(new Step(edit, then));
  }

  /** A picture that belongs to the words is shown above them, where Telegram can fetch it. */
  private static PostPart asText(PostPart there, PostPart wanted) {
    if (!hasMedia(wanted)) {
      return wanted;
    }
    Medium medium = wanted.media().get(0);
    String above =
        medium.kind() == MediaKind.PHOTO && medium.isAddress() ? medium.location() : null;
    return new PostPart.Text(bare(there), wanted.words(), above);
  }

  private static PostPart withWords(PostPart there, List<Medium> media, PostPart from) {
    PartHeader header = there.header().withButtons(from.header().buttons());
    return there instanceof PostPart.Album
        ? new PostPart.Album(header, media, from.words())
        : new PostPart.Single(header, media.get(0), from.words());
  }

  private static PartHeader bare(PostPart there) {
    return PartHeader.to(there.header().chat());
  }
}
