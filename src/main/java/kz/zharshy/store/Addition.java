package kz.zharshy.store;

/** What became of a draft. */
public enum Addition {
  ADDED,
  /** An article of the same {@code external_id} was changed. */
  CHANGED,
  /** An article of the same {@code external_id} says the same already. */
  UNCHANGED,
  /** An article of the same {@code external_id} may not be changed by what comes in this way. */
  KNOWN
}
