package kz.zharshy.article;

/** How a run of text is set. */
public enum Mark {
  BOLD,
  ITALIC,
  UNDERLINE,
  STRIKE,
  SPOILER,
  CODE
}
