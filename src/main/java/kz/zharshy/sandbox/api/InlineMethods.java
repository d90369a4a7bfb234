package kz.zharshy.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zharshy.sandbox.world.World;

/** Answers to what people ask with the bot's name in any chat. */
record InlineMethods(World world) {
  private static final int MOST = 50;
  private static final int LONGEST_ID = 64;

  void addTo(Methods methods) {
    methods.add("answerInlineQuery", this::answerInlineQuery);
  }

  private JsonNode answerInlineQuery(Params params) {
    JsonNode results = params.json("results", "can't parse JSON encoded inline query results");
    if (!results.isArray() && !results.isMissingNode()) {
      throw Refusal.badRequest("expected an Array of inline query results");
    }
    if (results.size() > MOST) {
      throw Refusal.badRequest("RESULTS_TOO_MUCH");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("next_offset", params.text("next_offset"));
    JsonNode button = params.json("button", "can't parse inline query results button JSON object");
    if (!button.isMissingNode()) {
      answer.set("button", button);
    }
    ArrayNode read = answer.putArray("results");
    Set<String> ids = new HashSet<>();
    for (JsonNode result : results) {
      ObjectNode each = read(result);
      if (!ids.add(each.path("id").asText())) {
        throw Refusal.badRequest("RESULT_ID_DUPLICATE");
      }
      read.add(each);
    }
    if (!world.inlineQueries().answer(params.text("inline_query_id"), answer)) {
      throw Refusal.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
    return BooleanNode.TRUE;
  }

  /** A result with the content of the message that it becomes. */
  private ObjectNode read(JsonNode result) {
    String id = result.path("id").asText();
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > LONGEST_ID) {
      throw Refusal.badRequest("RESULT_ID_INVALID");
    }
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    for (String field :
        List.of("id", "type", "title", "description", "url", "thumbnail_url", "photo_url")) {
      if (result.hasNonNull(field)) {
        read.set(field, result.get(field));
      }
    }
    ObjectNode content = content(result);
    Contents.keyboard(content, result.path("reply_markup"));
    return read.set("content", content);
  }

  private ObjectNode content(JsonNode result) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    JsonNode message = result.path("input_message_content");
    if (message.hasNonNull("message_text")) {
      world
          .entities()
          .put(
              Texts.text(
                  message.path("message_text").asText(),
                  message.path("parse_mode").asText(),
                  message.path("entities")),
              content,
              false);
      if (message.hasNonNull("link_preview_options")) {
        content.set("link_preview_options", message.get("link_preview_options"));
      }
    } else if (result.path("type").asText().equals("article")) {
      throw Refusal.badRequest("message text is empty");
    } else {
      world.entities().put(Texts.caption(result), content, true);
    }
    return content;
  }
}
