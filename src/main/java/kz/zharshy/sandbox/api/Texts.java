package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.text.TextRules;

/** Reads texts and captions of calls, with Telegram's limits. */
final class Texts {
  private static final int RAW_BYTES = 32_768;
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;

  private Texts() {}

  /** A message's text, which must not be empty. */
  static FormattedText text(Params params) {
    String raw = params.text("text");
    if (raw.isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    FormattedText text = read(raw, entities(params, "entities"));
    if (text.text().isEmpty()) {
      throw Refusal.badRequest("text must be non-empty");
    }
    if (codePoints(text) > LONGEST_TEXT) {
      throw Refusal.badRequest("message is too long");
    }
    return text;
  }

  /** A caption, which may be empty. */
  static FormattedText caption(Params params) {
    return caption(params.text("caption"), entities(params, "caption_entities"));
  }

  /** The caption of an album's item. */
  static FormattedText caption(JsonNode media) {
    List<JsonNode> entities = new ArrayList<>();
    media.path("caption_entities").forEach(entities::add);
    return caption(media.path("caption").asText(), entities);
  }

  private static FormattedText caption(String raw, List<JsonNode> entities) {
    FormattedText caption = read(raw, entities);
    if (codePoints(caption) > LONGEST_CAPTION) {
      throw Refusal.badRequest("message caption is too long");
    }
    return caption;
  }

  private static FormattedText read(String raw, List<JsonNode> entities) {
    if (raw.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > RAW_BYTES) {
      throw Refusal.badRequest("text is too long");
    }
    return TextRules.tidy(raw, entities);
  }

  private static int codePoints(FormattedText text) {
    return text.text().codePointCount(0, text.text().length());
  }

  private static List<JsonNode> entities(Params params, String name) {
    List<JsonNode> entities = new ArrayList<>();
    params
        .json(name, "can't parse entities JSON object")
        .ifPresent(list -> list.forEach(entities::add));
    for (JsonNode entity : entities) {
      if (!(entity instanceof ObjectNode) || entity.path("type").asText().isEmpty()) {
        throw Refusal.badRequest("can't parse MessageEntity: expected an Object");
      }
    }
    return entities;
  }
}
