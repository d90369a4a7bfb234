package kz.zharshy.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader sees of a part.
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

  /** What a reader sees of a part. */
  public static RenderedPart of(PostPart part) {
    List<String> pictures = new ArrayList<>();
    String text = part.words().text();
    int limit = PostMaker.MESSAGE_LENGTH;
    if (part instanceof PostPart.Rich message) {
      StringBuilder words = new StringBuilder();
      rich(message.blocks(), words, pictures);
      text = words.toString().strip();
      limit = RichMessage.LENGTH;
    } else if (part instanceof PostPart.Text shown) {
      Optional.ofNullable(shown.picture()).ifPresent(pictures::add);
    } else {
      part.media().forEach(it -> pictures.add(it.isKept() ? it.fileId() : it.location()));
      limit = PostMaker.CAPTION_LENGTH;
    }
    List<String> buttons =
        part.header().buttons().stream().flatMap(List::stream).map(Button::text).toList();
    return new RenderedPart(text, limit, pictures, buttons);
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
}
