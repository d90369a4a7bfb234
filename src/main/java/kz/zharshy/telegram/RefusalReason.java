package kz.zharshy.telegram;

import java.util.List;
import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;

/** Why Telegram said no, with its own words beside it. */
public final class RefusalReason {
  private RefusalReason() {}

  /** The reason of a refusal; Telegram's own words where nothing is known of them. */
  public static Reason of(Outcome.Refused<?> refused) {
    ReasonCode code = RefusalTable.reason(refused);
    return new Reason(code, List.of(refused.description()));
  }
}
