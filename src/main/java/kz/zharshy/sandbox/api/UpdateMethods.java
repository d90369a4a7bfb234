package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.sandbox.world.Updates;
import org.jspecify.annotations.Nullable;

/** How the bot learns what happened: by asking, or by being called. */
final class UpdateMethods {
  private static final int LONGEST_WAIT = 50;
  private static final int MOST = 100;

  private final Updates updates;
  private volatile @Nullable Webhook webhook;

  UpdateMethods(Updates updates) {
    this.updates = updates;
  }

  void addTo(Methods methods) {
    methods.addWaiting("getUpdates", this::getUpdates);
    methods.add("setWebhook", this::setWebhook);
    methods.add("deleteWebhook", this::deleteWebhook);
    methods.add("getWebhookInfo", params -> getWebhookInfo());
  }

  private JsonNode getUpdates(Params params) throws InterruptedException {
    if (webhook != null) {
      throw Refusal.of(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    allow(params);
    long limit = params.number("limit", MOST);
    long timeout = Math.min(Math.max(params.number("timeout", 0), 0), LONGEST_WAIT);
    List<ObjectNode> found =
        updates
            .poll(
                params.number("offset", 0),
                (int) Math.min(Math.max(limit, 1), MOST),
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
    JsonNode list = params.json("allowed_updates", "can't parse allowed_updates JSON object");
    if (!list.isMissingNode()) {
      Set<String> kinds = new HashSet<>();
      list.forEach(kind -> kinds.add(kind.asText()));
      updates.allow(kinds);
    }
  }

  private JsonNode setWebhook(Params params) {
    String url = params.text("url");
    if (url.isEmpty()) {
      return deleteWebhook(params);
    }
    String secret = params.text("secret_token");
    if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
      throw Refusal.badRequest("secret token contains unallowed characters");
    }
    URI address = address(url);
    stop();
    allow(params);
    if (params.flag("drop_pending_updates")) {
      updates.drop();
    }
    webhook = new Webhook(address, secret, updates);
    return BooleanNode.TRUE;
  }

  /** Telegram calls only HTTPS; a sandbox calls only this machine, where HTTP will do. */
  private static URI address(String url) {
    try {
      URI address = URI.create(url);
      if (Webhook.isLocal(address) && url.matches("(?i)https?://.*")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("invalid webhook URL specified");
    }
    throw Refusal.badRequest(
        "bad webhook: the sandbox calls only webhooks of this machine, such as"
            + " http://127.0.0.1:8080/");
  }

  private void stop() {
    Webhook running = webhook;
    if (running != null) {
      running.close();
    }
    webhook = null;
    updates.endPoll();
  }

  private JsonNode deleteWebhook(Params params) {
    if (webhook != null) {
      stop();
    }
    if (params.flag("drop_pending_updates")) {
      updates.drop();
    }
    return BooleanNode.TRUE;
  }

  private JsonNode getWebhookInfo() {
    Webhook running = webhook;
    ObjectNode info =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", running == null ? "" : running.address().toString())
            .put("has_custom_certificate", false)
            .put("pending_update_count", updates.pending());
    if (running != null) {
      info.put("max_connections", 40);
      if (!running.lastError().isEmpty()) {
        info.put("last_error_message", running.lastError());
      }
    }
    if (!updates.allowed().isEmpty()) {
      ArrayNode allowed = info.putArray("allowed_updates");
      updates.allowed().stream().sorted().forEach(allowed::add);
    }
    return info;
  }
}
