package kz.zharshy.chat.editor;

/** What is different in two texts, as two lines with a little around it. */
final class Difference {
  private static final int AROUND = 30;
  private static final int LONGEST = 700;

  private Difference() {}

  /** The lines; empty where the texts are the same. */
  static String of(String old, String other) {
    if (old.equals(other)) {
      return "";
    }
    int begin = 0;
    int shorter = Math.min(old.length(), other.length());
    while (begin < shorter && old.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int same = 0;
    while (same < shorter - begin
        && old.charAt(old.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    return "\n− "
        + piece(old, begin, old.length() - same)
        + "\n+ "
        + piece(other, begin, other.length() - same)
        + "\n";
  }

  private static String piece(String text, int from, int to) {
    int begin = wordStart(text, Math.max(0, from - AROUND));
    int end = wordEnd(text, Math.min(text.length(), to + AROUND));
    String piece = text.substring(begin, end).strip().replace('\n', ' ');
    if (piece.length() > LONGEST) {
      piece = piece.substring(0, LONGEST) + "…";
    }
    return (begin > 0 ? "…" : "") + piece + (end < text.length() ? "…" : "");
  }

  private static int wordStart(String text, int at) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String text, int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
