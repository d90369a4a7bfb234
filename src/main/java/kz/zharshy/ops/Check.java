package kz.zharshy.ops;

/**
 * The result of one of the doctor's checks.
 *
 * @param name what was checked, in a word or two
 * @param finding what was found
 * @param advice what to do; empty if all is well
 */
public record Check(String name, Result result, String finding, String advice) {
  public enum Result {
    FINE,
    /** It works, but somebody should know about it. */
    WARNING,
    /** It cannot work like this. */
    FAILED
  }

  public static Check fine(String name, String finding) {
    return new Check(name, Result.FINE, finding, "");
  }

  /** It works, but following the advice would make it better. */
  public static Check warning(String name, String finding, String advice) {
    return new Check(name, Result.WARNING, finding, advice);
  }

  /** It cannot work until the advice is followed. */
  public static Check failed(String name, String finding, String advice) {
    return new Check(name, Result.FAILED, finding, advice);
  }
}
