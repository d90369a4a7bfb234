package kz.zharshy.sandbox.text;

/** Recognises texts without a visible character. */
final class Blank {
  /** Spaces of many widths, and an object that is not there. */
  private static final String SPACES =
      " \n\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202e"
          + "\u202f\u205f\u2800\u3000\ufffc";

  private static final String WIDTHLESS = "\u200b\u200c\u200d\u200e\u200f\ufeff";

  private Blank() {}

  /** Whether no character of the text is visible. */
  static boolean is(String text) {
    return text.codePoints().allMatch(Blank::isUnseen);
  }

  private static boolean isUnseen(int code) {
    return SPACES.indexOf(code) >= 0
        || WIDTHLESS.indexOf(code) >= 0
        || (code >= 0xe0000 && code <= 0xe007f);
  }
}
