package kz.zharshy.config;

import java.time.LocalTime;
import java.util.List;

/**
 * How posts look and sound in a channel.
 *
 * @param length what becomes of long articles: {@code split}, {@code excerpt}, {@code quote} or
 *     {@code rich}
 * @param hashtags which are written: {@code all}, {@code section} or {@code none}
 * @param preview what stands large above a text: its {@code picture}, the article's {@code page},
 *     or {@code none}
 * @param protect whether readers may not forward and save
 * @param tracking parameters for the article's address, as in {@code a=1&b=2}; may be empty
 * @param silence which posts make no sound
 * @param siblings how a post leads to the article's other versions: {@code buttons}, {@code links}
 *     or {@code none}
 */
public record ChannelLook(
    String length,
    String hashtags,
    String preview,
    boolean protect,
    String tracking,
    Silence silence,
    String siblings) {
  /** The look of a channel for which nothing is set. */
  public static final ChannelLook USUAL =
      new ChannelLook("split", "all", "picture", false, "", Silence.NONE, "buttons");

  /**
   * Which posts make no sound.
   *
   * @param priorities whose articles make none
   * @param from when the hours without a sound begin
   * @param to when they end; there are none where both are the same
   */
  public record Silence(List<String> priorities, LocalTime from, LocalTime to) {
    static final Silence NONE = new Silence(List.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Silence {
      priorities = List.copyOf(priorities);
    }
  }
}
