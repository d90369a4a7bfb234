package kz.zharshy.publish;

import kz.zharshy.article.Reason;
import kz.zharshy.telegram.Outcome;
import kz.zharshy.telegram.RefusalReason;

/** Outcomes in words. */
final class Outcomes {
  private Outcomes() {}

  /** Why a call was not done, or may not have been. */
  static Reason reason(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return RefusalReason.of(refused);
    }
    if (outcome instanceof Outcome.NotSent<?> notSent) {
      return notSent.reason();
    }
    if (outcome instanceof Outcome.Unknown<?> unknown) {
      return unknown.reason();
    }
    throw new IllegalArgumentException("a call that was done has no reason");
  }
}
