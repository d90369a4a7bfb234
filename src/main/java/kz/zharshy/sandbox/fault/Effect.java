package kz.zharshy.sandbox.fault;

/** What a fault does to a call. */
public sealed interface Effect {
  /** What it did to the call, in a few words for a person; empty if the call only took longer. */
  String words();

  /**
   * A refusal of the Bot API instead of the call.
   *
   * @param parameter one of {@code ResponseParameters}, such as {@code retry_after}; empty for none
   */
  record Refuse(int code, String description, String parameter, long value) implements Effect {
    @Override
    public String words() {
      return description;
    }
  }

  /**
   * An answer that is not the Bot API's, after the call or instead of it.
   *
   * @param retryAfter the header of that name; empty for none
   */
  record Reply(int status, String contentType, String retryAfter, String body, boolean done)
      implements Effect {
    @Override
    public String words() {
      return done ? "done, but answered with something else" : "not done: a page of a gateway came";
    }
  }

  /** A connection that closes, after the call or instead of it. */
  record Close(boolean done, boolean halfAnswered) implements Effect {
    @Override
    public String words() {
      return done ? "done, but the answer was lost" : "not done: the line was cut";
    }
  }

  /** A wait before the call, or between the call and its answer. */
  record Wait(Pause pause, boolean done) implements Effect {
    @Override
    public String words() {
      return "";
    }
  }

  /** Something to wait for. */
  interface Pause {
    void await() throws InterruptedException;
  }
}
