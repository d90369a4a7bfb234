package kz.zharshy.publish;

import kz.zharshy.telegram.Outcome;

/** Outcomes in words. */
final class Outcomes {
  private Outcomes() {}

  /** Why a call was not done, or may not have been. */
  static String reason(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return refused.description();
    }
    if (outcome instanceof Outcome.NotSent<?> notSent) {
      return notSent.reason();
    }
    if (outcome instanceof Outcome.Unknown<?> unknown) {
      return unknown.reason();
    }
    return "";
  }
}
