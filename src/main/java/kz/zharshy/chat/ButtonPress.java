package kz.zharshy.chat;

import static java.util.regex.Pattern.DOTALL;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A button that was pressed.
 *
 * @param id Telegram's name for the press, for the one answer that it gets
 * @param messageId the message that the button is below; null where Telegram keeps it no more
 * @param seen as what the button showed its object; null where it does not matter
 */
public record ButtonPress(String id, @Nullable Integer messageId, @Nullable String seen) {
  /** Stands between a command and what its button showed. */
  static final String SEEN = " ~";

  private static final Pattern DATA = Pattern.compile("(.*)" + SEEN + "([0-9a-z]{1,8})", DOTALL);

  /** The command of a button's data, without what it showed. */
  static String command(String data) {
    Matcher parts = DATA.matcher(data);
    return (parts.matches() ? parts.group(1) : data).strip();
  }

  /** What a button showed; null where its data does not tell. */
  static @Nullable String seen(String data) {
    Matcher parts = DATA.matcher(data);
    return parts.matches() ? parts.group(2) : null;
  }
}
