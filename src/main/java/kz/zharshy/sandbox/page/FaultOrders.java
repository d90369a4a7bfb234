package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.sandbox.world.Chat;

/**
 * Reads the order for a fault: {@code {"fault": NAME, "method": …, "times": …, "seconds": …,
 * "code": …, "words": …, "channel": true}}, of which only the name is required; {@code channel}
 * limits it to calls to the channel.
 */
final class FaultOrders {
  private static final String CONFLICT =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";

  private FaultOrders() {}

  static Fault read(JsonNode order, Chat channel) {
    Fault fault = named(order.path("fault").asText(), order);
    if (order.path("channel").asBoolean()) {
      fault = fault.when(fault.condition().and(params -> goesTo(channel, params)));
    }
    if (order.hasNonNull("method")) {
      fault = fault.on(order.path("method").asText());
    }
    return fault.times(Math.max(1, order.path("times").asInt(1)));
  }

  private static Fault named(String name, JsonNode order) {
    int seconds = Math.min(Math.max(1, order.path("seconds").asInt(10)), 3600);
    return switch (name) {
      case "lose" -> Fault.loseAnswer().when(FaultOrders::isSending);
      case "half" -> Fault.halfAnswer().when(FaultOrders::isSending);
      case "close" -> Fault.closeBefore().when(FaultOrders::isSending);
      case "delay" -> Fault.delay(Duration.ofSeconds(seconds)).when(FaultOrders::isSending);
      case "late" -> Fault.answerLate(Duration.ofSeconds(seconds)).when(FaultOrders::isSending);
      case "flood" -> Fault.flood(seconds).when(FaultOrders::isSending);
      case "gateway" -> Fault.gateway(order.path("code").asInt(502)).when(FaultOrders::isSending);
      case "gateway-after" ->
          Fault.gatewayAfterDoing(order.path("code").asInt(502)).when(FaultOrders::isSending);
      case "refuse" ->
          Fault.refuse(
                  order.path("code").asInt(400),
                  order.path("words").asText("Bad Request: message is refused by the sandbox"))
              .when(FaultOrders::isSending);
      case "conflict" -> Fault.refuse(409, CONFLICT).on("getUpdates");
      case "unauthorized" -> Fault.refuse(401, "Unauthorized");
      case "pictures" ->
          Fault.refuse(400, "Bad Request: IMAGE_PROCESS_FAILED").when(FaultOrders::hasPicture);
      default -> throw new PageException("There is no fault \"" + name + "\".");
    };
  }

  /** A call that names a chat changes something there; polling is not affected. */
  private static boolean isSending(JsonNode params) {
    return params.has("chat_id");
  }

  private static boolean goesTo(Chat channel, JsonNode params) {
    String to = params.path("chat_id").asText();
    return to.equals(Long.toString(channel.id())) || to.equalsIgnoreCase("@" + channel.username());
  }

  private static boolean hasPicture(JsonNode params) {
    return params.has("photo") || params.has("media");
  }
}
