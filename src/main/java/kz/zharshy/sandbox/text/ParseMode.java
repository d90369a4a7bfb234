package kz.zharshy.sandbox.text;

import java.util.Locale;
import java.util.Optional;

/** The Bot API's parse modes. */
public enum ParseMode {
  HTML,
  MARKDOWN,
  MARKDOWNV2;

  /** The mode of this name, ignoring case. */
  public static Optional<ParseMode> named(String name) {
    for (ParseMode mode : values()) {
      if (mode.name().equals(name.toUpperCase(Locale.ROOT))) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  /**
   * Parses a text with markup.
   *
   * @throws TextException with Telegram's words if the markup is broken
   */
  public FormattedText parse(String text) {
    return switch (this) {
      case HTML -> new HtmlMarkup(text).parse();
      case MARKDOWN -> new MarkdownMarkup(text).parse();
      case MARKDOWNV2 -> new MarkdownV2Markup(text).parse();
    };
  }
}
