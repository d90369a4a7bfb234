package kz.zharshy.sandbox.page;

/** A request of the page that makes no sense, in words for whoever wrote it. */
final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PageException(String words) {
    super(words, null, false, false);
  }
}
