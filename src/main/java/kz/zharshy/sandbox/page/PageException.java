package kz.zharshy.sandbox.page;

/** A request that makes no sense; the message is for whoever wrote it. */
final class PageException extends RuntimeException {
  PageException(String words) {
    super(words, null, false, false);
  }
}
