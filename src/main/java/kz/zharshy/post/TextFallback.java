package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The same text without the picture, for a picture that Telegram refuses. */
public final class TextFallback {
  private static final List<String> KEPT =
      List.of("disable_notification", "protect_content", "reply_parameters", "reply_markup");

  private TextFallback() {}

  /** The call that sends the text only; empty if the call has no picture, or no text. */
  public static Optional<BotCall> of(BotCall call) {
    return switch (call.method()) {
      case "sendPhoto", "sendDocument" ->
          message(call.params(), call.params(), "caption", "caption_entities");
      case "sendMediaGroup" ->
          message(
              call.params(), call.params().path("media").path(0), "caption", "caption_entities");
      case "sendMessage" ->
          call.params().path("link_preview_options").has("url")
              ? message(call.params(), call.params(), "text", "entities")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<BotCall> message(
      ObjectNode call, JsonNode from, String text, String entities) {
    if (!from.hasNonNull(text)) {
      return Optional.empty();
    }
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.set("chat_id", call.get("chat_id"));
    params.set("text", from.get(text));
    if (from.has(entities)) {
      params.set("entities", from.get(entities));
    }
    params.putObject("link_preview_options").put("is_disabled", true);
    for (String name : KEPT) {
      if (call.has(name)) {
        params.set(name, call.get(name));
      }
    }
    return Optional.of(new BotCall("sendMessage", params));
  }
}
