package kz.zharshy.telegram;

/** Who goes first when the flood budget is short. */
public enum Lane {
  /** Posts in a channel, their corrections, and what is said to those who work on them. */
  POST,
  /** Answers to readers. */
  ANSWER,
  /** What nobody waits for. */
  DIGEST
}
