package kz.zharshy.sandbox.api;

/** An error that Telegram answers to a call. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final int retryAfter;

  private Refusal(int code, String description, int retryAfter) {
    super(description, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Error 400; the words come after {@code Bad Request: }. */
  static Refusal badRequest(String words) {
    return new Refusal(400, "Bad Request: " + words, 0);
  }

  /** Error 403; the words come after {@code Forbidden: }. */
  static Refusal forbidden(String words) {
    return new Refusal(403, "Forbidden: " + words, 0);
  }

  /** Error 429. */
  static Refusal flood(int seconds) {
    return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
  }

  /** Any other error, in Telegram's full words. */
  static Refusal of(int code, String description) {
    return new Refusal(code, description, 0);
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  /** In seconds; 0 for none. */
  int retryAfter() {
    return retryAfter;
  }
}
