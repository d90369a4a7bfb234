package kz.zharshy.sandbox.text;

import java.util.Optional;

/**
 * A moment that each reader sees in their own time zone.
 *
 * @param unix seconds since the epoch
 * @param format in Telegram's own order of letters; empty for the text as it is
 */
record DateTime(String unix, String format) {
  /**
   * Puts the letters of a format in order: {@code r} alone, or day of the week, date and time, of
   * which the short form wins. Returns empty if it has others.
   */
  static Optional<String> format(String letters) {
    if (letters.equalsIgnoreCase("r")) {
      return Optional.of("r");
    }
    if (!letters.matches("[wWdDtT]*")) {
      return Optional.empty();
    }
    String day = letters.matches(".*[wW].*") ? "w" : "";
    return Optional.of(day + form(letters, 'd') + form(letters, 't'));
  }

  private static String form(String letters, char shortForm) {
    if (letters.indexOf(shortForm) >= 0) {
      return String.valueOf(shortForm);
    }
    char longForm = Character.toUpperCase(shortForm);
    return letters.indexOf(longForm) >= 0 ? String.valueOf(longForm) : "";
  }
}
