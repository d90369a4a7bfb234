package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.sandbox.world.Updates;

/** How the bot learns what happened. */
final class UpdateMethods {
  private static final int LONGEST_WAIT = 50;
  private static final int MOST = 100;

  private final Updates updates;

  UpdateMethods(Updates updates) {
    this.updates = updates;
  }

  void addTo(Methods methods) {
    methods.addWaiting("getUpdates", this::getUpdates);
    methods.add("deleteWebhook", this::deleteWebhook);
    methods.add("getWebhookInfo", params -> getWebhookInfo());
  }

  private JsonNode getUpdates(Params params) throws InterruptedException {
    allow(params);
    long limit = params.number("limit", MOST);
    long timeout = Math.min(Math.max(params.number("timeout", 0), 0), LONGEST_WAIT);
    List<ObjectNode> found =
        updates
            .poll(
                params.number("offset", 0),
                (int) (limit < 1 || limit > MOST ? MOST : limit),
                Duration.ofSeconds(timeout))
            .orElseThrow(
                () ->
                    Refusal.of(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only"
                            + " one bot instance is running"));
    return JsonNodeFactory.instance.arrayNode().addAll(found);
  }

  /** A list that is left out leaves the choice as it was. */
  private void allow(Params params) {
    params
        .json("allowed_updates", "can't parse allowed_updates JSON object")
        .ifPresent(
            list -> {
              Set<String> kinds = new HashSet<>();
              list.forEach(kind -> kinds.add(kind.asText()));
              updates.allow(kinds);
            });
  }

  private JsonNode deleteWebhook(Params params) {
    if (params.flag("drop_pending_updates")) {
      updates.drop();
    }
    return BooleanNode.TRUE;
  }

  private JsonNode getWebhookInfo() {
    ObjectNode info =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", "")
            .put("has_custom_certificate", false)
            .put("pending_update_count", updates.pending());
    if (!updates.allowed().isEmpty()) {
      ArrayNode allowed = info.putArray("allowed_updates");
      updates.allowed().stream().sorted().forEach(allowed::add);
    }
    return info;
  }
}
