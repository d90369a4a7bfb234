package kz.zharshy.schedule;

import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;
import org.jspecify.annotations.Nullable;

/** Rules that are not a valid timetable; the message is the reason in English. */
public final class TimetableException extends IllegalArgumentException {
  private final Reason reason;

  TimetableException(ReasonCode code, Object... arguments) {
    this(null, code, arguments);
  }

  TimetableException(@Nullable Throwable cause, ReasonCode code, Object... arguments) {
    this(Reason.of(code, arguments), cause);
  }

  private TimetableException(Reason reason, @Nullable Throwable cause) {
    super(ReasonText.forLog(reason), cause);
    this.reason = reason;
  }

  /** What is wrong, for the person who wrote the rules. */
  public Reason reason() {
    return reason;
  }
}
