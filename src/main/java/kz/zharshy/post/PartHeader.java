package kz.zharshy.post;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every part of a post has, whatever it shows.
 *
 * @param chat where it goes: a channel's name with {@code @}, or a chat's number
 * @param silent whether nobody's phone rings
 * @param isProtected whether Telegram keeps readers from forwarding and saving it
 * @param answersTo the number of the message that it replies to, if it replies to one
 * @param buttons rows of buttons below it
 */
public record PartHeader(
    String chat,
    boolean silent,
    boolean isProtected,
    @Nullable Long answersTo,
    List<List<Button>> buttons) {
  public PartHeader {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  public static PartHeader to(String chat) {
    return new PartHeader(chat, false, false, null, List.of());
  }

  static PartHeader to(ChannelStyle style, boolean silent) {
    return new PartHeader("@" + style.channel(), silent, style.habits().protect(), null, List.of());
  }

  public PartHeader withChat(String other) {
    return new PartHeader(other, silent, isProtected, answersTo, buttons);
  }

  /** The same in reply to a message, or to none. */
  public PartHeader withAnswersTo(@Nullable Long message) {
    return new PartHeader(chat, silent, isProtected, message, buttons);
  }

  public PartHeader withButtons(List<List<Button>> other) {
    return new PartHeader(chat, silent, isProtected, answersTo, other);
  }
}
