package kz.zharshy.ops;

/**
 * One thing that the doctor looked at.
 *
 * @param name what was looked at, in a word or two
 * @param finding what was seen
 * @param advice what to do; empty where all is well
 */
public record Check(String name, Result result, String finding, String advice) {
  /** How a check ended. */
  public enum Result {
    FINE,
    /** It works, but somebody should know. */
    WARNING,
    /** It cannot work like this. */
    FAILED
  }

  /** All is well. */
  public static Check fine(String name, String finding) {
    return new Check(name, Result.FINE, finding, "");
  }

  /** It works, but the advice would make it better. */
  public static Check warning(String name, String finding, String advice) {
    return new Check(name, Result.WARNING, finding, advice);
  }

  /** It cannot work before the advice is followed. */
  public static Check failed(String name, String finding, String advice) {
    return new Check(name, Result.FAILED, finding, advice);
  }
}
