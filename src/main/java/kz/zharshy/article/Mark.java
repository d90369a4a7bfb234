package kz.zharshy.article;

/** A kind of formatting of a run of text. */
public enum Mark {
  BOLD,
  ITALIC,
  UNDERLINE,
  STRIKE,
  SPOILER,
  CODE
}
