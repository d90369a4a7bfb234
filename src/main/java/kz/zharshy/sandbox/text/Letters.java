package kz.zharshy.sandbox.text;

/** Kinds of characters in Telegram's search for tags and addresses. */
final class Letters {
  private Letters() {}

  static boolean isLetter(int code) {
    return Character.isLetter(code);
  }

  /** A letter, a digit or number of any script, or an underscore. */
  static boolean isWord(int code) {
    return isLetter(code) || code == '_' || isNumber(code);
  }

  private static boolean isNumber(int code) {
    int type = Character.getType(code);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  /** A character allowed in a hashtag. */
  static boolean isTag(int code) {
    return isLetter(code)
        || Character.isDigit(code)
        || code == '_'
        || code == 0x200c
        || code == 0xb7
        || (code >= 0xd80 && code <= 0xdff);
  }

  /** A–Z, a–z, 0–9. */
  static boolean isPlain(int code) {
    return isDigit(code) || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  }

  static boolean isDigit(int code) {
    return code >= '0' && code <= '9';
  }

  /** A character allowed in a user name. */
  static boolean isName(int code) {
    return isPlain(code) || code == '_';
  }

  /** A character allowed in an address beyond ASCII. */
  static boolean isUrl(int code) {
    if (code >= 0x2000 && code <= 0x206f) {
      return code == 0x200c || code == 0x200d || (code >= 0x2010 && code <= 0x2015);
    }
    return !isSeparator(code);
  }

  static boolean isSeparator(int code) {
    int type = Character.getType(code);
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** A character allowed in the path of an address. */
  static boolean isPath(int code) {
    return "\n<>\"«»".indexOf(code) < 0 && isUrl(code);
  }

  /** The character before a position; 0 at the beginning. */
  static int before(String text, int at) {
    return at > 0 ? text.codePointBefore(at) : 0;
  }

  /** The character at a position; 0 at the end. */
  static int at(String text, int at) {
    return at < text.length() ? text.codePointAt(at) : 0;
  }

  /** With the letters A–Z, and no others, in lower case, as in Telegram's parsers. */
  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
