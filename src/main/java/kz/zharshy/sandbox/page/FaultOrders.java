package kz.zharshy.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import kz.zharshy.sandbox.fault.Fault;
import kz.zharshy.sandbox.world.Chat;

/**
 * Reads the order for a fault: {@code {"fault": NAME, "method": …, "times": …, "seconds": …,
 * "code": …, "words": …, "to": …, "channel": true}}, of which only the name is required; {@code
 * channel} limits it to calls to the channel.
 */
final class FaultOrders {
  private static final String CONFLICT =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";

  private static final long MOVED = -1_008_888_888_888L;

  private FaultOrders() {}

  static Fault read(JsonNode order, Chat channel) {
    String name = order.path("fault").asText();
    Fault fault = named(name, order);
    if (fault.method().isEmpty() && !name.equals("unauthorized")) {
      fault =
          fault.when(name.equals("pictures") ? FaultOrders::hasPicture : FaultOrders::isSending);
    }
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
      case "lose" -> Fault.loseAnswer();
      case "half" -> Fault.halfAnswer();
      case "close" -> Fault.closeBefore();
      case "delay" -> Fault.delay(Duration.ofSeconds(seconds));
      case "late" -> Fault.answerLate(Duration.ofSeconds(seconds));
      case "flood" -> Fault.flood(seconds);
      case "gateway" -> Fault.gateway(order.path("code").asInt(502));
      case "gateway-after" -> Fault.gatewayAfterDoing(order.path("code").asInt(502));
      case "refuse" ->
          Fault.refuse(
              order.path("code").asInt(400),
              order.path("words").asText("Bad Request: message is refused by the sandbox"));
      case "conflict" -> Fault.refuse(409, CONFLICT).on("getUpdates");
      case "moved" -> Fault.moved(order.path("to").asLong(MOVED));
      case "unauthorized" -> Fault.refuse(401, "Unauthorized");
      case "pictures" -> Fault.refuse(400, "Bad Request: IMAGE_PROCESS_FAILED");
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
