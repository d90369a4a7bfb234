package kz.zharshy.article;

/** Reads an article's body into blocks. Implementations are safe for use by several threads. */
public interface BodyReader {
  /** The body's blocks. Never fails: whatever cannot be read as markup is taken as text. */
  Document read(String body, BodyFormat format);
}
