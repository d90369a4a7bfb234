package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Writes answers. */
final class Answers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answers() {}

  /**
   * The Bot API's form of an error.
   *
   * @param parameter one of {@code ResponseParameters}, such as {@code retry_after}; empty for none
   */
  static ObjectNode error(int code, String description, String parameter, long value) {
    ObjectNode answer =
        JSON.createObjectNode()
            .put("ok", false)
            .put("error_code", code)
            .put("description", description);
    if (!parameter.isEmpty()) {
      answer.putObject("parameters").put(parameter, value);
    }
    return answer;
  }

  /** An answer of the Bot API, whose HTTP status is its error code. */
  static void json(HttpExchange exchange, ObjectNode answer) throws IOException {
    bytes(exchange, head(exchange, answer), "application/json", JSON.writeValueAsBytes(answer));
  }

  private static int head(HttpExchange exchange, ObjectNode answer) {
    int retryAfter = answer.path("parameters").path("retry_after").asInt();
    if (retryAfter > 0) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
    }
    return status(answer);
  }

  /** The HTTP status of an answer: its error code, if it has one. */
  static int status(ObjectNode answer) {
    return answer.path("ok").asBoolean() ? 200 : answer.path("error_code").asInt();
  }

  /** Starts an answer and stops in the middle of its body. */
  static void half(HttpExchange exchange, ObjectNode answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(head(exchange, answer), body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  static void bytes(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
  }
}
