package kz.zharshy.store;

import java.util.Locale;

/** The state of a sent part with regard to later changes of its article. */
public enum EditState {
  /** Never changed since it was sent. */
  NONE,
  /** A change or deletion is pending. */
  PENDING,
  /** It was changed. */
  DONE,
  /** Telegram refused; the part is unchanged. */
  REFUSED,
  /** A person has deleted it. */
  GONE,
  /** The bot has deleted it. */
  DELETED;

  /** Whether readers can still see the part. */
  public boolean isThere() {
    return this != GONE && this != DELETED;
  }

  /** The word in the ledger's {@code edit_state} column. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EditState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
