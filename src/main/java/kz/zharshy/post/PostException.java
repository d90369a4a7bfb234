package kz.zharshy.post;

import kz.zharshy.article.Reason;
import kz.zharshy.article.ReasonCode;
import kz.zharshy.article.ReasonText;

/** No valid post can be made of an article; the message says in English what the reason says. */
public final class PostException extends RuntimeException {
  private final transient Reason reason;

  public PostException(ReasonCode code, Object... arguments) {
    this(Reason.of(code, arguments));
  }

  private PostException(Reason reason) {
    super(ReasonText.forLog(reason));
    this.reason = reason;
  }

  /** What is wrong, for an editor. */
  public Reason reason() {
    return reason;
  }
}
