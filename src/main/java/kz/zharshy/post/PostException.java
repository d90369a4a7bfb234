package kz.zharshy.post;

/** No valid post can be made of an article; the message tells an editor why. */
public final class PostException extends RuntimeException {
  PostException(String message) {
    super(message);
  }
}
