package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader sees of a call that publishes a part.
 *
 * @param text its words, or the words under its pictures
 * @param limit the most UTF-16 units that Telegram takes there
 * @param pictures their addresses, or paths on this machine
 * @param buttons the words on its buttons
 */
public record RenderedPart(String text, int limit, List<String> pictures, List<String> buttons) {
  public RenderedPart {
    pictures = List.copyOf(pictures);
    buttons = List.copyOf(buttons);
  }

  /** What a reader sees of a call as {@link PostMaker} makes them. */
  public static RenderedPart of(BotCall call) {
    ObjectNode params = call.params();
    List<String> pictures = new ArrayList<>();
    String text = params.path("text").asText();
    int limit = PostMaker.MESSAGE_LENGTH;
    switch (call.method()) {
      case "sendPhoto" -> {
        pictures.add(location(params.path("photo")));
        text = params.path("caption").asText();
        limit = PostMaker.CAPTION_LENGTH;
      }
      case "sendDocument" -> {
        pictures.add(location(params.path("document")));
        text = params.path("caption").asText();
        limit = PostMaker.CAPTION_LENGTH;
      }
      case "sendMediaGroup" -> {
        params.path("media").forEach(item -> pictures.add(location(item.path("media"))));
        text = params.path("media").path(0).path("caption").asText();
        limit = PostMaker.CAPTION_LENGTH;
      }
      case "sendRichMessage" -> {
        StringBuilder words = new StringBuilder();
        rich(params.path("rich_message").path("blocks"), words, pictures);
        text = words.toString().strip();
        limit = RichMessage.LENGTH;
      }
      default -> {
        JsonNode large = params.path("link_preview_options").path("url");
        if (large.isTextual()) {
          pictures.add(large.asText());
        }
      }
    }
    return new RenderedPart(text, limit, pictures, buttons(params));
  }

  private static void rich(JsonNode blocks, StringBuilder words, List<String> pictures) {
    for (JsonNode block : blocks) {
      words(block.path("text"), words);
      words(block.path("caption").path("text"), words);
      rich(block.path("blocks"), words, pictures);
      block.path("items").forEach(item -> rich(item.path("blocks"), words, pictures));
      for (JsonNode row : block.path("cells")) {
        for (int i = 0; i < row.size(); i++) {
          words(row.get(i).path("text"), words.append(i == 0 ? "" : " | "));
        }
        words.append('\n');
      }
      if (block.has("photo")) {
        pictures.add(block.path("photo").path("media").asText());
      }
      if (block.has("text") || block.has("caption")) {
        words.append("\n\n");
      } else if (block.has("cells")) {
        words.append('\n');
      }
    }
  }

  private static void words(JsonNode text, StringBuilder words) {
    if (text.isTextual()) {
      words.append(text.textValue());
    } else if (text.isArray()) {
      text.forEach(piece -> words(piece, words));
    } else if (text.has("text")) {
      words(text.get("text"), words);
    }
  }

  private static String location(JsonNode picture) {
    return picture.isTextual() ? picture.asText() : picture.path("path").asText();
  }

  private static List<String> buttons(ObjectNode params) {
    List<String> words = new ArrayList<>();
    params
        .path("reply_markup")
        .path("inline_keyboard")
        .forEach(row -> row.forEach(button -> words.add(button.path("text").asText())));
    return words;
  }
}
