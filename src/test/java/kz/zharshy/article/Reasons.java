package kz.zharshy.article;

import java.time.Instant;
import java.util.List;
import kz.zharshy.article.ReasonCode.Argument;

/** Reasons to try things with. */
public final class Reasons {
  /** Letters of no language, so that what the arguments bring is told from what phrases say. */
  public static final String NAME = "№17";

  private Reasons() {}

  /** One of the code, with arguments that hold no letters. */
  public static Reason example(ReasonCode code) {
    return new Reason(code, code.arguments().stream().map(Reasons::argument).toList());
  }

  private static Object argument(Argument kind) {
    return switch (kind) {
      case TEXT -> NAME;
      case ASIDE -> "An aside of the log";
      case NUMBER, COUNT -> 2L;
      case TIME -> Instant.parse("2026-11-22T10:00:00Z");
      case REASON -> Reason.of(ReasonCode.LOOKING);
      case REASONS ->
          List.of(Reason.of(ReasonCode.LOOKING), Reason.of(ReasonCode.STOPPED_WHILE_SENDING));
    };
  }
}
