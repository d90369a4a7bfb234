package kz.zharshy.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Inline buttons below a message, in rows. A button that is pressed says a command, as if it had
 * been typed, so whatever a button does can be typed too, and is checked alike. Immutable.
 */
public final class Buttons {
  /** The Bot API's limit for {@code callback_data}, in bytes of UTF-8. */
  private static final int LONGEST_DATA = 64;

  private static final Buttons NONE = new Buttons(List.of());

  private final List<List<InlineKeyboardButton>> rows;

  private Buttons(List<List<InlineKeyboardButton>> rows) {
    this.rows = rows;
  }

  public static Buttons none() {
    return NONE;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** A new row below, of these. */
  public Buttons row(Button... buttons) {
    return row(List.of(buttons));
  }

  /** A new row below, of these; nothing changes where there are none. */
  public Buttons row(List<Button> buttons) {
    if (buttons.isEmpty()) {
      return this;
    }
    List<List<InlineKeyboardButton>> all = new ArrayList<>(rows);
    all.add(buttons.stream().map(Button::json).toList());
    return new Buttons(List.copyOf(all));
  }

  InlineKeyboardMarkup markup() {
    return new InlineKeyboardMarkup(rows.stream().map(InlineKeyboardRow::new).toList());
  }

  public static final class Button {
    private final InlineKeyboardButton json;

    private Button(InlineKeyboardButton json) {
      this.json = json;
    }

    /**
     * A button that says a command.
     *
     * @param command the command's name and its words, without the slash
     * @throws IllegalArgumentException if they are more than 64 bytes
     */
    public static Button says(String label, String command) {
      if (!fits(command)) {
        throw new IllegalArgumentException("Too long for a button: " + command);
      }
      return new Button(InlineKeyboardButton.builder().text(label).callbackData(command).build());
    }

    /**
     * A button that says a command about something as it is now: once that has changed, its press
     * is known to come too late.
     *
     * @param seen what {@link ButtonPress#seen} gives back, of small letters and digits
     */
    public static Button says(String label, String command, String seen) {
      return says(label, command + ButtonPress.SEEN + seen);
    }

    /** Whether a button has room for a command. */
    public static boolean fits(String command) {
      return command.getBytes(UTF_8).length <= LONGEST_DATA;
    }

    public static Button opens(String label, String url) {
      return new Button(InlineKeyboardButton.builder().text(label).url(url).build());
    }

    /** A button that lets its presser choose a chat and begins an inline query there. */
    public static Button shares(String label, String query) {
      return new Button(
          InlineKeyboardButton.builder().text(label).switchInlineQuery(query).build());
    }

    private InlineKeyboardButton json() {
      return json;
    }
  }
}
