package kz.zharshy.post;

import java.time.LocalTime;
import java.util.Set;
import kz.zharshy.article.Priority;

/**
 * What a channel does around the words of each post.
 *
 * @param hashtags which of an article's are written
 * @param preview what stands large above a text
 * @param protect whether Telegram keeps readers from forwarding and saving
 * @param tracking parameters for the article's own address, as in {@code a=1&b=2}; may be empty
 * @param silence when a post makes no sound
 * @param siblings how a post leads to the article's versions in other languages
 */
public record PostOptions(
    Hashtags hashtags,
    Preview preview,
    boolean protect,
    String tracking,
    Silence silence,
    Siblings siblings) {
  /** The habits of a channel for which nothing is set. */
  public static final PostOptions USUAL =
      new PostOptions(Hashtags.ALL, Preview.PICTURE, false, "", Silence.NEVER, Siblings.BUTTONS);

  public PostOptions withSiblings(Siblings other) {
    return new PostOptions(hashtags, preview, protect, tracking, silence, other);
  }

  /** Which hashtags are written. */
  public enum Hashtags {
    ALL,
    SECTION,
    NONE
  }

  /** What stands large above a text. */
  public enum Preview {
    /** The article's picture. */
    PICTURE,
    /** The card that Telegram makes of the article's own page, where it has one. */
    PAGE,
    /** Nothing: a picture goes out as a photo, with the text's beginning below it. */
    NONE
  }

  /** How a post leads to the article's versions in other languages. */
  public enum Siblings {
    /** By buttons; Telegram shows no comments under such a post. */
    BUTTONS,
    /** By a line of links, where the post has room for it. */
    LINKS,
    NONE
  }

  /**
   * When a post makes no sound on the reader's phone.
   *
   * @param priorities whose articles never make one
   * @param from when the hours without a sound begin, in the channel's zone
   * @param to when they end; there are none where both are the same
   */
  public record Silence(Set<Priority> priorities, LocalTime from, LocalTime to) {
    public static final Silence NEVER =
        new Silence(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Silence {
      priorities = Set.copyOf(priorities);
    }

    /** Whether an article of this priority makes no sound at this time. */
    boolean holds(Priority priority, LocalTime now) {
      boolean begun = !now.isBefore(from);
      boolean over = !now.isBefore(to);
      boolean hours = from.isAfter(to) ? begun || !over : begun && !over;
      return hours || priorities.contains(priority);
    }
  }
}
