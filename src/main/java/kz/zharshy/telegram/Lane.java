package kz.zharshy.telegram;

/** Who goes first when the flood budget is short. */
public enum Lane {
  /** Posts in a channel and their corrections. */
  POST,
  /** Answers to readers and editors. */
  ANSWER,
  /** What nobody waits for. */
  DIGEST
}
