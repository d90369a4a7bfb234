package kz.zharshy.store;

import java.util.Locale;

/**
 * The state of a part's delivery: {@code PENDING → SENDING → SENT}, or {@code REFUSED}, or {@code
 * UNKNOWN}.
 */
public enum DeliveryState {
  /** Not tried, or certainly not sent. */
  PENDING,
  /** Written before the call: from here on it may be in the channel. */
  SENDING,
  SENT,
  /** Telegram refused. */
  REFUSED,
  /** It may be in the channel or not; it is never sent again blindly. */
  UNKNOWN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a word from the ledger.
   *
   * @throws IllegalArgumentException if there is no such state
   */
  public static DeliveryState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
