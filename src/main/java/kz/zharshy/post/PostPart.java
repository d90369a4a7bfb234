package kz.zharshy.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of a post, or one album. Parts are values: equal parts look the same to readers. */
public sealed interface PostPart {
  /** Where it goes, and what stands around it. */
  PartHeader header();

  /** The same part with another header. */
  PostPart with(PartHeader other);

  /** Its text, or what stands under its media; empty for a rich message. */
  MarkedText words();

  /** The photos and files that it consists of. */
  default List<Medium> media() {
    return List.of();
  }

  /**
   * A text.
   *
   * @param picture the address of a picture or page shown large above the text, if there is one
   */
  record Text(PartHeader header, MarkedText words, @Nullable String picture) implements PostPart {
    @Override
    public Text with(PartHeader other) {
      return new Text(other, words, picture);
    }
  }

  /** One photo or file, with words under it. */
  record Single(PartHeader header, Medium medium, MarkedText words) implements PostPart {
    @Override
    public Single with(PartHeader other) {
      return new Single(other, medium, words);
    }

    @Override
    public List<Medium> media() {
      return List.of(medium);
    }
  }

  /** Photos or files shown together, with words under the first. Telegram puts no buttons there. */
  record Album(PartHeader header, List<Medium> media, MarkedText words) implements PostPart {
    public Album {
      media = List.copyOf(media);
      if (media.isEmpty()) {
        throw new IllegalArgumentException("An album needs at least one medium.");
      }
    }

    @Override
    public Album with(PartHeader other) {
      return new Album(other, media, words);
    }
  }

  /** A rich message (core.telegram.org/bots/api#inputrichmessage). */
  record Rich(PartHeader header, List<RichBlock> blocks) implements PostPart {
    public Rich {
      blocks = List.copyOf(blocks);
    }

    @Override
    public Rich with(PartHeader other) {
      return new Rich(other, blocks);
    }

    @Override
    public MarkedText words() {
      return MarkedText.NONE;
    }
  }
}
