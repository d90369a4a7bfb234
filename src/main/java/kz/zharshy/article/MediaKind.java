package kz.zharshy.article;

/** What a medium is shown as. */
public enum MediaKind {
  PHOTO,
  DOCUMENT
}
