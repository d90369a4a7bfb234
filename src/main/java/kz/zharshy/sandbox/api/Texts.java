package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import kz.zharshy.sandbox.text.EntityJson;
import kz.zharshy.sandbox.text.FormattedText;
import kz.zharshy.sandbox.text.ParseMode;
import kz.zharshy.sandbox.text.TextException;
import kz.zharshy.sandbox.text.TextRules;

/** Reads texts and captions of calls, with Telegram's limits. */
final class Texts {
  private static final int RAW_BYTES = 32_768;
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_CAPTION = 1024;

  private Texts() {}

  /** A message's text, which must not be empty. */
  static FormattedText text(Params params) {
    return text(params.text("text"), params.text("parse_mode"), entities(params, "entities"));
  }

  /** The text of a message within another object. */
  static FormattedText text(String raw, String parseMode, JsonNode entities) {
    if (raw.isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    FormattedText text = read(raw, parseMode, entities);
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
    return caption(
        params.text("caption"), params.text("parse_mode"), entities(params, "caption_entities"));
  }

  /** The caption of a part of another object. */
  static FormattedText caption(JsonNode media) {
    return caption(
        media.path("caption").asText(),
        media.path("parse_mode").asText(),
        media.path("caption_entities"));
  }

  private static FormattedText caption(String raw, String parseMode, JsonNode entities) {
    FormattedText caption = read(raw, parseMode, entities);
    if (codePoints(caption) > LONGEST_CAPTION) {
      throw Refusal.badRequest("message caption is too long");
    }
    return caption;
  }

  private static FormattedText read(String raw, String parseMode, JsonNode entities) {
    if (raw.getBytes(StandardCharsets.UTF_8).length > RAW_BYTES) {
      throw Refusal.badRequest("text is too long");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(raw)) {
      throw Refusal.badRequest("strings must be encoded in UTF-8");
    }
    FormattedText given =
        parseMode.isEmpty() || parseMode.equalsIgnoreCase("none")
            ? new FormattedText(raw, refusing("", () -> EntityJson.read(entities)))
            : marked(raw, parseMode);
    return refusing("", () -> TextRules.keep(given.text(), given.entities()));
  }

  private static FormattedText marked(String raw, String parseMode) {
    ParseMode mode =
        ParseMode.named(parseMode).orElseThrow(() -> Refusal.badRequest("unsupported parse_mode"));
    return refusing("can't parse entities: ", () -> mode.parse(raw));
  }

  /** Turns what the text's rules refuse into the Bot API's refusal. */
  private static <T> T refusing(String before, Supplier<T> work) {
    try {
      return work.get();
    } catch (TextException e) {
      String words = e.words();
      throw Refusal.badRequest(
          before.isEmpty()
              ? Character.toLowerCase(words.charAt(0)) + words.substring(1)
              : before + words);
    }
  }

  private static int codePoints(FormattedText text) {
    return text.text().codePointCount(0, text.text().length());
  }

  private static JsonNode entities(Params params, String name) {
    return params.json(name, "can't parse entities JSON object");
  }
}
