package kz.zharshy.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Errors, around which libraries put exceptions of their own. */
public final class Errors {
  private Errors() {}

  /** Throws the error behind an exception, if there is one: nobody may go on after it. */
  public static void throwBehind(Exception thrown) {
    Optional<Error> error = behind(thrown);
    if (error.isPresent()) {
      throw error.get();
    }
  }

  /** The error that a throwable is, or that is behind it. */
  static Optional<Error> behind(Throwable thrown) {
    List<Throwable> seen = new ArrayList<>();
    for (Throwable t = thrown; t != null && !seen.contains(t); t = t.getCause()) {
      if (t instanceof Error error) {
        return Optional.of(error);
      }
      seen.add(t);
    }
    return Optional.empty();
  }
}
