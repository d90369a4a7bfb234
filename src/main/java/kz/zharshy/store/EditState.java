package kz.zharshy.store;

import java.util.Locale;

/** How far a part that is in the channel has come on its way to what its article says now. */
public enum EditState {
  /** Never changed since it was sent. */
  NONE,
  /** It is to be changed or deleted. */
  PENDING,
  /** It was changed. */
  DONE,
  /** Telegram said no; it stands as it was. */
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
