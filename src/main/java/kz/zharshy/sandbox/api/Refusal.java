package kz.zharshy.sandbox.api;

/** An error that Telegram answers to a call. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final String parameter;
  private final long value;

  private Refusal(int code, String description, String parameter, long value) {
    super(description, null, false, false);
    this.code = code;
    this.parameter = parameter;
    this.value = value;
  }

  /** Error 400; the words come after {@code Bad Request: }. */
  static Refusal badRequest(String words) {
    return new Refusal(400, "Bad Request: " + words, "", 0);
  }

  /** Error 403; the words come after {@code Forbidden: }. */
  static Refusal forbidden(String words) {
    return new Refusal(403, "Forbidden: " + words, "", 0);
  }

  /** Error 429. */
  static Refusal flood(int seconds) {
    return new Refusal(429, "Too Many Requests: retry after " + seconds, "retry_after", seconds);
  }

  /** Error 400: the group became a supergroup. */
  static Refusal moved(long supergroup) {
    return new Refusal(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        "migrate_to_chat_id",
        supergroup);
  }

  /** Any other error, in Telegram's full words. */
  static Refusal of(int code, String description) {
    return new Refusal(code, description, "", 0);
  }

  int code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  /** The one of the Bot API's {@code ResponseParameters}; empty for none. */
  String parameter() {
    return parameter;
  }

  long value() {
    return value;
  }
}
