package kz.zharshy.sandbox.fault;

/** What a fault does to a call. */
public sealed interface Effect {
  /**
   * The Bot API's own refusal, in place of the call.
   *
   * @param retryAfter in seconds; 0 for none
   */
  record Refuse(int code, String description, int retryAfter) implements Effect {}

  /** Another answer than the Bot API's, after the call was done or in its place. */
  record Reply(int status, String contentType, String body, boolean done) implements Effect {}

  /** A connection that closes, after the call was done or in its place. */
  record Close(boolean done, boolean halfAnswered) implements Effect {}

  /** A wait before the call is done, or between it and its answer. */
  record Wait(Pause pause, boolean done) implements Effect {}

  /** Something to wait for. */
  interface Pause {
    void await() throws InterruptedException;
  }
}
