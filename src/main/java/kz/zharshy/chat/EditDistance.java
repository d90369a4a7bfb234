package kz.zharshy.chat;

/** How far apart a word and its mistyped form are. */
public final class EditDistance {
  private EditDistance() {}

  /** How many letters are too many, missing, wrong or swapped. */
  public static int between(String typed, String meant) {
    int[][] errors = new int[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        errors[i][j] = i == 0 || j == 0 ? i + j : least(typed, meant, errors, i, j);
      }
    }
    return errors[typed.length()][meant.length()];
  }

  private static int least(String typed, String meant, int[][] errors, int i, int j) {
    int wrong = typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
    int least = Math.min(errors[i - 1][j], errors[i][j - 1]) + 1;
    least = Math.min(least, errors[i - 1][j - 1] + wrong);
    boolean swapped =
        i > 1
            && j > 1
            && typed.charAt(i - 1) == meant.charAt(j - 2)
            && typed.charAt(i - 2) == meant.charAt(j - 1);
    return swapped ? Math.min(least, errors[i - 2][j - 2] + 1) : least;
  }
}
