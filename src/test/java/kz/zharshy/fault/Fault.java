package kz.zharshy.fault;

import java.time.Duration;

/**
 * What happens to one connection through a {@link FaultProxy}. Bytes are counted from the
 * connection's begin, over all its requests and answers.
 *
 * @param requestBytes how many bytes of the requests get through before it ends
 * @param answerBytes how many bytes of the answers get through before it ends
 * @param end how it ends
 * @param delay before each piece of an answer is passed on
 */
public record Fault(long requestBytes, long answerBytes, End end, Duration delay) {
  /** How a connection ends. */
  public enum End {
    /** FIN, as a server that shuts down in good order sends. */
    CLOSED,
    /** RST, as a server that has died sends. */
    RESET,
    /** Nothing more comes through, and nobody says so. */
    HALF_OPEN
  }

  private static final Fault NONE =
      new Fault(Long.MAX_VALUE, Long.MAX_VALUE, End.CLOSED, Duration.ZERO);

  /** A line as it should be. */
  public static Fault none() {
    return NONE;
  }

  /** The server gets only so much of a request. */
  public static Fault inRequest(long bytes, End end) {
    return new Fault(bytes, Long.MAX_VALUE, end, Duration.ZERO);
  }

  /** The server does what it was asked, and the client gets only so much of the answer. */
  public static Fault inAnswer(long bytes, End end) {
    return new Fault(Long.MAX_VALUE, bytes, end, Duration.ZERO);
  }

  /** A slow line. */
  public static Fault slow(Duration delay) {
    return new Fault(Long.MAX_VALUE, Long.MAX_VALUE, End.CLOSED, delay);
  }
}
