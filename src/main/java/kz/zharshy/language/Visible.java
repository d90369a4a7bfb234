package kz.zharshy.language;

/**
 * Shows what would else command a terminal or forge a line of a log: control characters, line
 * breaks, and marks that turn the direction of writing. Each is shown as in JSON: {@code \}{@code
 * u001B}.
 */
public final class Visible {
  private Visible() {}

  /** Somebody's words on one line. */
  public static String line(String words) {
    return shown(words, false);
  }

  /** Words that may have several lines, which a line break parts. */
  public static String lines(String words) {
    return shown(words, true);
  }

  /** Whether a character does something instead of showing something. */
  public static boolean isHidden(int character) {
    return (character < ' ' && character != '\t')
        || (character >= 0x7F && character < 0xA0)
        || character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x2028 && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }

  /** How such a character is shown. */
  public static String shown(int character) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "\\u%04X".formatted(character);
    };
  }

  private static String shown(String words, boolean breaks) {
    StringBuilder shown = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (isHidden(c) && !(breaks && c == '\n')) {
        shown.append(shown(c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
