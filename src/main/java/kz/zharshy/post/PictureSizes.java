package kz.zharshy.post;

import java.util.Optional;

/** Tells how large pictures are, which this package cannot find out by itself. */
public interface PictureSizes {
  /** Knows no picture's size. */
  PictureSizes UNKNOWN = location -> new Answer.Unknown();

  /**
   * What is known of a picture.
   *
   * @param location an http or https address, or a path on this machine
   */
  Answer of(String location);

  /** What is known of a picture's size. */
  sealed interface Answer {
    record Known(int width, int height) implements Answer {}

    /** There is no such picture, or it is none. */
    record Unreadable() implements Answer {}

    /** Nobody has looked. */
    record Unknown() implements Answer {}

    /** The size, where it is known. */
    default Optional<Known> size() {
      return this instanceof Known known ? Optional.of(known) : Optional.empty();
    }
  }
}
