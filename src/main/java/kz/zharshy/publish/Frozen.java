package kz.zharshy.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.zharshy.post.BotCall;
import kz.zharshy.store.Delivery;
import kz.zharshy.store.Ledger.PlannedPart;

/** Calls as the ledger keeps them. */
final class Frozen {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Frozen() {}

  static PlannedPart part(BotCall call) {
    try {
      return new PlannedPart(call.method(), JSON.writeValueAsString(call.params()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A call cannot be written as JSON.", e);
    }
  }

  /**
   * The call of a part.
   *
   * @throws IllegalArgumentException if its payload is no JSON object
   */
  static BotCall call(Delivery part) {
    return call(new PlannedPart(part.method(), part.payload()));
  }

  static BotCall call(PlannedPart part) {
    try {
      return new BotCall(part.method(), JSON.readValue(part.payload(), ObjectNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the frozen part is no JSON object", e);
    }
  }
}
